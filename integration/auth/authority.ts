import { type NodeAuthOptions } from '@azure/msal-node';
import { type Settings } from '../settings/settings.js';

/** The part of MSAL's configuration that says where to sign in. */
export type Authority = Pick<NodeAuthOptions, 'authority' | 'knownAuthorities' | 'authorityMetadata'>;

/**
 * Where a tenant signs in. MSAL knows Microsoft's clouds except the closed German one; any other sign-in host is
 * described here in full, so that MSAL neither asks anybody about it nor insists on https for a sandbox on the loopback
 * address.
 */
export function authorityOf(settings: Settings, tenant: string): Authority {
  const segment = encodeURIComponent(tenant);
  if (settings.cloud !== 'Custom' && settings.cloud !== 'Germany')
    return { authority: `${settings.loginUrl}/${segment}` };
  const { host } = new URL(settings.loginUrl);
  const endpoints = `${settings.loginUrl}/${segment}/oauth2/v2.0`;
  return {
    authority: `https://${host}/${segment}`,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify({
      issuer: `https://${host}/${segment}/v2.0`,
      authorization_endpoint: `${endpoints}/authorize`,
      token_endpoint: `${endpoints}/token`,
      jwks_uri: `${settings.loginUrl}/${segment}/discovery/v2.0/keys`,
    }),
  };
}

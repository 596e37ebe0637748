import { clouds, cloudOfLogin, hostOf, kindOfHost } from '../clouds.js';
import type { Answer, Call } from '../http/exchange.js';
import { tenantId } from '../tenant/identity.js';
import { Refused } from './aadsts.js';
import { signingKeys } from './id-token.js';
import { issuerAt } from './issuer.js';
import { checkTenant } from './login-request.js';

const shared = ['common', 'organizations', 'consumers'];

/** The tenant as documents name it: the ID for a domain too, and the shared names as they are. */
function namedTenant(tenant: string): string {
  const name = tenant.toLowerCase();
  if (shared.includes(name)) return name;
  checkTenant(tenant, '', false);
  return tenantId;
}

/**
 * `GET /{tenant}/v2.0/.well-known/openid-configuration` (OpenID Connect Discovery 4.2; Entra: OpenID Connect).
 *
 * @throws Refused for an unknown tenant.
 */
export function openIdConfiguration(call: Call, tenant: string): Answer {
  const name = namedTenant(tenant);
  const host = hostOf(call.origin);
  const cloud = cloudOfLogin(host);
  const root = `${call.origin}/${name}`;
  const graphHost = kindOfHost(host) === 'login' ? cloud.graphHosts[0] : new URL(call.origin).host;
  const issuerTenant = shared.includes(name) ? '{tenantid}' : name;
  const json = {
    token_endpoint: `${root}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${root}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerAt(call.origin, issuerTenant),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${root}/oauth2/v2.0/devicecode`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
    ],
    cloud_instance_name: cloud.issuerHost,
    cloud_graph_host_name: graphHost,
    msgraph_host: graphHost,
  };
  return { status: 200, headers: {}, json };
}

/**
 * `GET /{tenant}/discovery/v2.0/keys`: what ID tokens are signed with (RFC 7517).
 *
 * @throws Refused for an unknown tenant.
 */
export function keysDocument(call: Call, tenant: string): Answer {
  namedTenant(tenant);
  return { status: 200, headers: {}, json: signingKeys(issuerAt(call.origin, tenantId)) };
}

/** Other names of the hosts, as the real document lists them. */
const moreAliases: Readonly<Record<string, readonly string[]>> = {
  'login.microsoftonline.com': ['login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
  'login.microsoftonline.us': ['login.usgovcloudapi.net'],
};

function instance(issuerHost: string, loginHosts: readonly string[]): Record<string, unknown> {
  return {
    preferred_network: issuerHost,
    preferred_cache: issuerHost === 'login.microsoftonline.com' ? 'login.windows.net' : issuerHost,
    aliases: [...loginHosts, ...(moreAliases[issuerHost] ?? [])],
  };
}

/**
 * `GET /common/discovery/instance`: which hosts are one cloud (Entra: instance discovery).
 *
 * @throws Refused 50049 for a host that is neither a cloud's nor the one that was called.
 */
export function instanceDiscovery(call: Call): Answer {
  const asked = new URLSearchParams(call.query).get('authorization_endpoint') ?? '';
  if (!URL.canParse(asked)) throw new Refused(50049);
  const { host, origin, pathname } = new URL(asked);
  const own = new URL(call.origin).host;
  const instances = clouds.map(({ issuerHost, loginHosts }) => instance(issuerHost, loginHosts));
  if (kindOfHost(own) === 'anything') instances.push(instance(own, [own]));
  if (!instances.some(({ aliases }) => Array.isArray(aliases) && aliases.includes(host))) {
    throw new Refused(50049);
  }
  const tenant = pathname.split('/')[1] ?? 'common';
  return {
    status: 200,
    headers: {},
    json: {
      tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: instances,
    },
  };
}

import { cloudOfLogin, hostOf, kindOfHost } from '../clouds.js';

/**
 * The issuer of ID tokens and in discovery documents (OpenID Connect Core 2).
 *
 * @param origin Scheme and host that were called; a host of no cloud is its own issuer.
 * @param tenant Directory ID, or the template that stands for it.
 */
export function issuerAt(origin: string, tenant: string): string {
  const host = hostOf(origin);
  const root = kindOfHost(host) === 'login' ? `https://${cloudOfLogin(host).issuerHost}` : origin;
  return `${root}/${tenant}/v2.0`;
}

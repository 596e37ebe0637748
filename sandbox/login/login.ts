import { withLoginFaults } from '../faults/with-login-faults.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import type { LoginContext } from './context.js';
import type * as Discovery from './discovery.js';
import { answerTokenRequest } from './token-endpoint.js';

/** Documents about the sign-in host itself, by what follows the tenant in their path. */
const documents = new Map<string, (from: typeof Discovery, call: Call, tenant: string) => Answer>([
  ['v2.0/.well-known/openid-configuration', (from, call, tenant) => from.openIdConfiguration(call, tenant)],
  ['discovery/v2.0/keys', (from, call, tenant) => from.keysDocument(call, tenant)],
  ['discovery/instance', (from, call) => from.instanceDiscovery(call)],
]);

async function answerDocument(call: Call, context: LoginContext): Promise<Outcome | undefined> {
  const [, tenant = '', rest = ''] = /^\/([^/]+)\/(.+?)\/?$/.exec(call.path) ?? [];
  const document = documents.get(rest.toLowerCase());
  if (!document) return undefined;
  return withLoginFaults(call, context, async () => ({
    answer: document(await import('../on-demand.js'), call, tenant),
    acted: false,
  }));
}

/**
 * The sign-in host. Most processes need a token of an application and nothing else, so everything else is loaded when it
 * is first asked for.
 *
 * @returns undefined for a path that is none of its own.
 */
export async function answerLogin(call: Call, context: LoginContext): Promise<Outcome | undefined> {
  const [, tenant = '', endpoint = ''] =
    /^\/([^/]+)\/oauth2\/v2\.0\/(token|authorize|devicecode)\/?$/i.exec(call.path) ?? [];
  switch (endpoint.toLowerCase()) {
    case 'token':
      return answerTokenRequest(call, tenant, context);
    case 'authorize':
      return (await import('../on-demand.js')).answerAuthorize(call, tenant, context);
    case 'devicecode':
      return (await import('../on-demand.js')).answerDeviceCode(call, tenant, context);
    default:
  }
  const [, v1Tenant] = /^\/([^/]+)\/oauth2\/token\/?$/i.exec(call.path) ?? [];
  if (v1Tenant !== undefined) {
    return (await import('../on-demand.js')).answerV1TokenRequest(call, v1Tenant, context);
  }
  if (/^\/devicelogin\/?$/i.test(call.path)) {
    return (await import('../on-demand.js')).answerDeviceLogin(call, context);
  }
  return answerDocument(call, context);
}

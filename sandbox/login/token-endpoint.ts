import type { FaultSwitch } from '../faults/fault-switch.js';
import { loginFault } from '../faults/login-faults.js';
import { withFault } from '../faults/with-faults.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import { apps } from '../tenant/apps.js';
import { domain, tenantId } from '../tenant/identity.js';
import { refuse, type RefusalName } from './aadsts.js';
import { mintAccessToken } from './access-token.js';
import { readClient } from './client-authentication.js';

/** Roots a scope may name: those of every cloud, and the application ID of Graph. */
const graphResources = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://graph.microsoft.de',
  'https://microsoftgraph.chinacloudapi.cn',
  '00000003-0000-0000-c000-000000000000',
];

const noStore = { 'cache-control': 'no-store, no-cache', pragma: 'no-cache', expires: '-1' };

/** Thrown inside this file only; the endpoint turns it into the answer. */
class Refused extends Error {
  constructor(
    readonly refusal: RefusalName,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(refusal);
  }
}

function formOf(call: Call): URLSearchParams {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? '');
  return new URLSearchParams(isForm ? call.body : '');
}

function required(form: URLSearchParams, parameter: string): string {
  const value = form.get(parameter);
  if (value === null || value === '') throw new Refused('parameterMissing', { parameter });
  return value;
}

function checkTenant(tenant: string, app: string): void {
  const name = tenant.toLowerCase();
  if (name === 'common' || name === 'consumers') throw new Refused('commonTenant');
  if (name === 'organizations') throw new Refused('singleTenantApp', { app, tenant });
  if (name === tenantId || name === domain) return;
  const isGuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(name);
  if (isGuid || /^[\w-]+(\.[\w-]+)+$/.test(name)) throw new Refused('unknownTenant', { tenant });
  throw new Refused('malformedTenant', { tenant });
}

function checkScope(scope: string, tenant: string, origin: string): void {
  const resource = /^(\S+)\/\.default$/.exec(scope)?.[1];
  if (resource === undefined) throw new Refused('scopeNotDefault', { scope });
  const named = resource.replace(/\/$/, '').toLowerCase();
  if (named !== origin.toLowerCase() && !graphResources.includes(named)) {
    throw new Refused('unknownResource', { resource, tenant });
  }
}

/** Grants, or throws `Refused`. The order of the checks is the one Entra shows. */
async function grant(call: Call, tenant: string, now: number): Promise<Outcome> {
  if (call.method !== 'POST') throw new Refused('postOnly', { method: call.method });
  const form = formOf(call);
  const grantType = required(form, 'grant_type');
  if (grantType !== 'client_credentials') throw new Refused('unsupportedGrant', { grant: grantType });
  if (form.has('resource')) throw new Refused('resourceOnV2');
  const client = readClient(form, call.headers['authorization']);
  if (client.id === '') throw new Refused('parameterMissing', { parameter: 'client_id' });
  const scope = required(form, 'scope');
  checkTenant(tenant, client.id);
  const app = apps.find((candidate) => candidate.clientId === client.id.toLowerCase());
  if (!app) throw new Refused('unknownClient', { app: client.id, tenant });
  checkScope(scope, tenant, call.origin);
  if (client.hasAssertion) throw new Refused('certificateUnknown', { app: client.id });
  if (client.secret === '') throw new Refused('secretMissing');
  if (client.secret !== app.clientSecret) throw new Refused('wrongSecret', { app: client.id });

  const { token, lifetimeSeconds } = await mintAccessToken(app, now);
  const json = {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: token,
  };
  const answer: Answer = { status: 200, headers: { 'x-ms-request-id': call.requestId }, json };
  return { answer, app: app.name, acted: false };
}

async function grantOrRefuse(call: Call, tenant: string, now: number): Promise<Outcome> {
  return grant(call, tenant, now).catch((error: unknown): Outcome => {
    if (!(error instanceof Refused)) throw error;
    const answer = refuse(error.refusal, error.details, call.headers['client-request-id'], now);
    return { answer, acted: false };
  });
}

/**
 * The token endpoint: `POST /{tenant}/oauth2/v2.0/token` (Entra: OAuth 2.0 client credentials flow; RFC 6749 5).
 *
 * @param call The request.
 * @param tenant The first path segment: tenant ID or verified domain.
 * @param faults The faults that are switched on.
 * @param now Milliseconds since 1970.
 * @returns The token, or one of the refusals in `aadsts.ts`.
 */
export async function answerTokenRequest(
  call: Call,
  tenant: string,
  faults: FaultSwitch,
  now: number,
): Promise<Outcome> {
  const rule = faults.next({ call, possible: (kind) => kind !== 'expired-token' && kind !== 'lagging-read' });
  const outcome = await withFault(
    rule,
    () => grantOrRefuse(call, tenant, now),
    (kind, retryAfterSeconds) => loginFault(kind, retryAfterSeconds, call, now),
  );
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    ...noStore,
    ...outcome.answer.headers,
  };
  return { ...outcome, answer: { ...outcome.answer, headers } };
}

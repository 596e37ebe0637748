import { withLoginFaults } from '../faults/with-login-faults.js';
import type { Call, Outcome } from '../http/exchange.js';
import { Refused } from './aadsts.js';
import { mintAccessToken } from './access-token.js';
import { checkAppPassword } from './app-password.js';
import { authenticateClient, readClient, type AssertionCheck } from './client-authentication.js';
import type { LoginContext } from './context.js';
import { checkTenant, formOf, knownApp, required } from './login-request.js';
import { audienceOf } from './scopes.js';

const userGrants = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
] as const;

function audienceOfDefault(scope: string, tenant: string, origin: string): string {
  const resource = /^(\S+)\/\.default$/.exec(scope)?.[1];
  if (resource === undefined) throw new Refused(1002012, { scope });
  const audience = audienceOf(resource, origin);
  if (audience === undefined) throw new Refused(500011, { resource, tenant });
  return audience;
}

/** Parameters that are no secret, for the log. */
function loggedForm(form: URLSearchParams): Record<string, string> {
  const shown = ['grant_type', 'client_id', 'scope', 'redirect_uri', 'claims'];
  return Object.fromEntries([...form].filter(([name]) => shown.includes(name)));
}

const checkAssertion: AssertionCheck = async (...assertion) => {
  const onDemand = await import('../on-demand.js');
  await onDemand.checkAssertion(...assertion);
};

/** Entra: OAuth 2.0 client credentials flow. */
async function grantToApp(
  call: Call,
  form: URLSearchParams,
  tenant: string,
  context: LoginContext,
): Promise<Omit<Outcome, 'acted'>> {
  const client = readClient(form, call.headers['authorization']);
  if (client.id === '') throw new Refused(900144, { parameter: 'client_id' });
  const scope = required(form, 'scope');
  checkTenant(tenant, client.id, true);
  const app = knownApp(client.id, tenant);
  const audience = audienceOfDefault(scope, tenant, call.origin);
  const now = context.now();
  const proof = await authenticateClient(call, app, client, {
    now,
    checkAssertion,
    checkOtherSecret: (secret) => {
      checkAppPassword(app, secret, context);
    },
  });
  const roles = app.roles.filter((role) => !context.switches.permissionsWithoutConsent.includes(role));
  const { token, lifetimeSeconds } = await mintAccessToken({ app: { ...app, roles }, proof, audience }, now);
  const json = {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: token,
  };
  return { answer: { status: 200, headers: { 'x-ms-request-id': call.requestId }, json }, app: app.name };
}

/** Grants, or throws `Refused`. The order of the checks is the one Entra shows. */
async function grant(call: Call, tenant: string, context: LoginContext): Promise<Outcome> {
  if (call.method !== 'POST') throw new Refused(900561, { method: call.method });
  const form = formOf(call);
  const grantType = required(form, 'grant_type');
  const userGrant = userGrants.find((candidate) => candidate === grantType);
  if (grantType !== 'client_credentials' && userGrant === undefined) {
    throw new Refused(70003, { grant: grantType });
  }
  if (form.has('resource')) throw new Refused(901002);
  const outcome =
    userGrant === undefined
      ? await grantToApp(call, form, tenant, context)
      : await (await import('../on-demand.js')).grantToUser(userGrant, { call, form, tenant, context });
  return { ...outcome, acted: false, body: loggedForm(form) };
}

/**
 * The token endpoint: `POST /{tenant}/oauth2/v2.0/token` (Entra: OAuth 2.0 flows; RFC 6749 3.2).
 *
 * @param call The request.
 * @param tenant The first path segment: tenant ID or verified domain.
 * @returns The tokens, or one of the refusals in `aadsts-catalogue.ts`.
 */
export async function answerTokenRequest(
  call: Call,
  tenant: string,
  context: LoginContext,
): Promise<Outcome> {
  return withLoginFaults(call, context, () => grant(call, tenant, context));
}

import { hostOf, isPublicCloud } from '../clouds.js';
import { withLoginFaults } from '../faults/with-login-faults.js';
import type { Call, Outcome } from '../http/exchange.js';
import { connectorAudience } from '../mfa/connector.js';
import { mfaClient } from '../tenant/service-principals.js';
import { Refused } from './aadsts.js';
import { mintAccessToken } from './access-token.js';
import { checkAppPassword } from './app-password.js';
import { readClient } from './client-authentication.js';
import type { LoginContext } from './context.js';
import { checkTenant, formOf, required } from './login-request.js';

async function grant(call: Call, tenant: string, context: LoginContext): Promise<Outcome> {
  if (call.method !== 'POST') throw new Refused(900561, { method: call.method });
  const form = formOf(call);
  const grantType = required(form, 'grant_type');
  if (grantType !== 'client_credentials') throw new Refused(70003, { grant: grantType });
  const client = readClient(form, call.headers['authorization']);
  if (client.id === '') throw new Refused(900144, { parameter: 'client_id' });
  const resource = required(form, 'resource');
  checkTenant(tenant, client.id, true);
  if (client.id.toLowerCase() !== mfaClient.clientId) throw new Refused(700016, { app: client.id, tenant });
  const isKnown = resource.replace(/\/+$/, '') === connectorAudience && isPublicCloud(hostOf(call.origin));
  if (!isKnown) throw new Refused(500011, { resource, tenant });
  if (client.secret === '') throw new Refused(7000218);
  checkAppPassword(mfaClient, client.secret, context);
  const now = context.now();
  const { token, lifetimeSeconds } = await mintAccessToken(
    { app: mfaClient, proof: 'secret', audience: connectorAudience },
    now,
  );
  const issued = Math.floor(now / 1000);
  return {
    answer: {
      status: 200,
      headers: { 'x-ms-request-id': call.requestId },
      json: {
        token_type: 'Bearer',
        expires_in: String(lifetimeSeconds),
        ext_expires_in: String(lifetimeSeconds),
        expires_on: String(issued + lifetimeSeconds),
        not_before: String(issued),
        resource: connectorAudience,
        access_token: token,
      },
    },
    acted: false,
    app: mfaClient.name,
    body: { grant_type: grantType, client_id: client.id, resource },
  };
}

/**
 * The older token endpoint, `POST /{tenant}/oauth2/token`, with `resource` instead of `scope` (Entra: v1.0 client
 * credentials). All numbers in its answer are text. Only the client of the MFA service is served here.
 *
 * @param tenant The first path segment: tenant ID or verified domain.
 */
export async function answerV1TokenRequest(
  call: Call,
  tenant: string,
  context: LoginContext,
): Promise<Outcome> {
  return withLoginFaults(call, context, () => grant(call, tenant, context));
}

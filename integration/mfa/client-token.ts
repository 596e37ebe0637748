import { AuthError, SettingsError } from '../errors.js';
import { type HttpAnswer } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { updateContext } from '../state/update-context.js';
import { type MfaToken, readClient, withClient } from './client-record.js';
import { type MfaConnection } from './connection.js';

/** Microsoft's own client of its MFA service; its ID is the same in every tenant. */
export const MFA_CLIENT_ID = '981f26a1-7f43-403b-a875-f8b09b8cd720';

/** A token this close to its end is not begun with, in milliseconds. */
const MARGIN_MS = 60_000;

const MAKE_ANOTHER =
  'A new secret takes 30 to 60 seconds to work. If it stays so, make another: !msgraph-user-create-mfa-client-secret.';

/** What to do about a refusal, by its AADSTS number. */
const nextSteps: Readonly<Record<string, string>> = {
  7000215: MAKE_ANOTHER,
  7000222: 'The secret has expired. Make another: !msgraph-user-create-mfa-client-secret.',
  700016:
    'The tenant has no service principal of the MFA client. It appears with the first license that holds multifactor authentication.',
  500011: 'The MFA service is not known in this tenant. Check cloud and tenant ID.',
  90002: 'The tenant does not exist in this cloud: check the tenant ID and Azure Cloud.',
};

/**
 * A token for the MFA service: the kept one, or a new one by the kept secret.
 * @param insteadOf A token that the service has just refused.
 * @throws SettingsError where no secret is kept. @throws AuthError where it is refused. @throws TransportError
 */
export async function mfaToken(connection: MfaConnection, insteadOf?: Secret): Promise<Secret> {
  const { value } = await connection.store.read();
  const { secret, token } = readClient(value, connection);
  const isGood = token && token.expiresOn - MARGIN_MS > connection.run.clock.now();
  if (isGood && token.token.reveal() !== insteadOf?.reveal()) return token.token;
  if (!secret) {
    throw new SettingsError(
      'This instance keeps no secret of the MFA client, and no access token was given. Nobody was prompted.',
      'Make a secret: !msgraph-user-create-mfa-client-secret.',
    );
  }
  return (await newToken(connection, secret.secret)).token;
}

/**
 * Gets a new token and keeps it (Entra: v1.0 client credentials).
 * @param secret A secret of the tenant's MFA client.
 * @throws AuthError where it is refused. @throws TransportError
 */
export async function newToken(connection: MfaConnection, secret: Secret): Promise<MfaToken> {
  const { service, loginUrl, tenant, loginHttp, run, store } = connection;
  const form = new URLSearchParams({
    resource: service.resource,
    client_id: MFA_CLIENT_ID,
    client_secret: secret.reveal(),
    grant_type: 'client_credentials',
    scope: 'openid',
  });
  const request = {
    method: 'POST',
    url: `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
  } as const;
  const answer = await sendWithRetry(loginHttp, request, { idempotent: true }, run);
  const token = readToken(answer, run.clock.now());
  await updateContext(store, (context) =>
    withClient(context, connection, { ...readClient(context, connection), token }),
  );
  return token;
}

function readToken(answer: HttpAnswer, now: number): MfaToken {
  const parsed = parseJson(answer.body);
  const body = isJsonObject(parsed) ? parsed : {};
  const token = textAt(body, 'access_token');
  if (answer.status < 200 || answer.status > 299 || !token) throw refusal(answer.status, body);
  const seconds = Number(body['expires_in']);
  const end = Number(body['expires_on']) * 1000;
  const lifetime = Number.isFinite(seconds) ? seconds * 1000 : 0;
  return { token: new Secret(token), expiresOn: Number.isFinite(end) ? end : now + lifetime };
}

/** The numbers of a refusal only pick the hint; what is shown ends before the identifiers that follow the text. */
function refusal(status: number, body: JsonObject): AuthError {
  const [description = ''] = (textAt(body, 'error_description') ?? '').split(
    /\s+(?:Trace ID|Correlation ID|Timestamp):/,
  );
  const correlation = textAt(body, 'correlation_id');
  const number = /^AADSTS(\d+)/.exec(description)?.[1] ?? '';
  const cause = description.trim() || textAt(body, 'error') || `status ${status}`;
  const passing = status === 429 || status >= 500;
  return new AuthError(
    `The MFA client was refused a token: ${cause}${correlation ? `\nCorrelation ID: ${correlation}` : ''}`,
    nextSteps[number] ??
      (passing ? 'Try again in a minute.' : 'Check cloud, tenant ID and the sign-in host.'),
    { passing },
  );
}

import { AuthError, TransportError } from '../errors.js';
import { cancelled } from '../http/cancelled.js';
import { createHttpClient, type HttpAnswer, type HttpRequest } from '../http/client.js';
import { retryAfter } from '../http/retry-after.js';
import { isJsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type ManagedIdentitySignIn, type Settings } from '../settings/settings.js';
import { type AccessToken } from './token.js';

/** Where every Azure machine finds its identity service; Azure's pod identity names another address for a cluster. */
const METADATA_SERVICE = 'http://169.254.169.254';

/** Pauses before each repeat, in milliseconds (Azure Instance Metadata Service: retry guidance). */
const USUAL_PAUSES_MS = [1_000, 2_000, 4_000];

/** While the service is updated it is gone for up to 70 seconds. */
const UPDATE_PAUSES_MS = Array.from({ length: 7 }, () => 10_000);

/** Never through a proxy: the service is on this machine, and a proxy could be talked into fetching a token for others. */
const http = createHttpClient({ proxy: false, insecure: false });

/**
 * Signs in as the identity of the Azure machine that runs the commands, with the permissions granted to it on the Graph
 * of the instance's cloud.
 * @throws AuthError when it is refused, or where there is no such service.
 */
export async function signInAsMachine(
  { graphUrl }: Settings,
  { clientId }: ManagedIdentitySignIn,
  run: Run,
): Promise<AccessToken> {
  const host = process.env['AZURE_POD_IDENTITY_AUTHORITY_HOST'] || METADATA_SERVICE;
  const query = new URLSearchParams({
    'api-version': '2018-02-01',
    resource: graphUrl,
    ...(clientId !== undefined && { client_id: clientId }),
  });
  const url = `${host.replace(/\/+$/, '')}/metadata/identity/oauth2/token?${query.toString()}`;
  const answer = await askWithPatience({ method: 'GET', url, headers: { metadata: 'true' } }, run);
  const body = parseJson(answer.body);
  const token = isJsonObject(body) ? textAt(body, 'access_token') : undefined;
  if (answer.status !== 200 || !isJsonObject(body) || !token) throw refused(answer, body);
  const expiresOn = Number(body['expires_on']) * 1000;
  return { token: new Secret(token), expiresOn: Number.isFinite(expiresOn) ? expiresOn : 0 };
}

async function askWithPatience(request: HttpRequest, run: Run): Promise<HttpAnswer> {
  for (let repeats = 0; ; repeats += 1) {
    const answer = await http.send(request, run).catch((error: unknown) => {
      throw error instanceof TransportError ? unreachable(error) : error;
    });
    const pause = pausesAfter(answer.status)[repeats];
    if (pause === undefined) return answer;
    const wait = retryAfter(answer.headers['retry-after'], run.clock.now()) ?? pause;
    if (run.clock.now() + wait >= run.deadline) return answer;
    run.onWait(`the identity service of this machine is not ready (status ${answer.status})`, wait / 1000);
    await run.clock.sleep(wait, run.signal).catch(() => {
      throw cancelled(run.signal, 'while it waited for the identity service');
    });
    run.metrics.retries += 1;
  }
}

function pausesAfter(status: number): readonly number[] {
  if (status === 410) return UPDATE_PAUSES_MS;
  return status === 404 || status === 408 || status === 429 || status >= 500 ? USUAL_PAUSES_MS : [];
}

function unreachable(cause: TransportError): AuthError {
  return new AuthError(
    `There is no managed identity here: ${cause.message}`,
    'A managed identity works only on an Azure machine that has one. Elsewhere use an application with a secret or certificate.',
    { passing: true },
  );
}

function refused({ status }: HttpAnswer, body: unknown): AuthError {
  const said = isJsonObject(body) ? [textAt(body, 'error'), textAt(body, 'error_description')] : [];
  const passing = status === 408 || status === 410 || status === 429 || status >= 500;
  return new AuthError(
    [`The identity service of this machine answered ${status}`, ...said].filter(Boolean).join(': '),
    passing
      ? 'Try again in a minute.'
      : 'Check that the machine has this identity, and "Azure Managed Identities Client ID" (empty for the system-assigned one).',
    { passing },
  );
}

import { AuthError, TransportError } from '../errors.js';
import { cancelled } from '../http/cancelled.js';
import { createHttpClient, type HttpAnswer, type HttpRequest } from '../http/client.js';
import { retryAfter } from '../http/retry-after.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type Run } from '../run.js';
import { Secret } from '../secret.js';
import { type ManagedIdentitySignIn, type Settings } from '../settings/settings.js';
import { arcKeyFolder, readArcKey } from './arc-key.js';
import { identityService } from './identity-service.js';
import { type AccessToken } from './token.js';

/** Pauses before each repeat, in milliseconds (Azure Instance Metadata Service: retry guidance). */
const USUAL_PAUSES_MS = [1_000, 2_000, 4_000];

/** While the service is updated it is gone for up to 70 seconds. */
const UPDATE_PAUSES_MS = Array.from({ length: 7 }, () => 10_000);

/** Never through a proxy: the service is on this machine, and a proxy could be talked into fetching a token for others. */
const http = createHttpClient({ proxy: false, insecure: false }, 'insecure_login');

/**
 * Signs in as the identity of the Azure machine, application or Arc-enabled server that runs the commands, with the
 * permissions granted to it on the Graph of the instance's cloud.
 * @throws AuthError when it is refused, or where there is no such service.
 */
export async function signInAsMachine(
  { graphUrl }: Settings,
  { clientId }: ManagedIdentitySignIn,
  run: Run,
): Promise<AccessToken> {
  const wish = { resource: graphUrl, ...(clientId !== undefined && { clientId }) };
  const service = identityService(wish, process.env);
  const answer =
    service.kind === 'arc'
      ? await askArc(service.request, arcKeyFolder(process.platform, process.env), run)
      : await askWithPatience(service.request, run);
  const body = parseJson(answer.body);
  const token = isJsonObject(body) ? textAt(body, 'access_token') : undefined;
  if (answer.status !== 200 || !isJsonObject(body) || !token) throw refused(answer, body);
  // An older agent knows no other identity than its own, and would give that one's token.
  if (service.kind === 'arc' && clientId !== undefined) checkIdentity(body, clientId);
  const expiresOn = Number(body['expires_on']) * 1000;
  return { token: new Secret(token), expiresOn: Number.isFinite(expiresOn) ? expiresOn : 0 };
}

/**
 * Asks the agent of Azure Arc, which first wants to see the content of a file that it has just written.
 * @param folder Where it writes such files. @throws AuthError where that is no file to be sent.
 */
export async function askArc(request: HttpRequest, folder: string, run: Run): Promise<HttpAnswer> {
  const first = await askWithPatience(request, run);
  if (first.status !== 401) return first;
  const key = await readArcKey(first.headers['www-authenticate'], folder);
  const headers = { ...request.headers, authorization: `Basic ${key.reveal()}` };
  return askWithPatience({ ...request, headers }, run);
}

function checkIdentity(body: JsonObject, clientId: string): void {
  if (textAt(body, 'client_id')?.toLowerCase() === clientId.toLowerCase()) return;
  throw new AuthError(
    'The agent of Azure Arc gave a token of another identity than the one that was asked for.',
    'Leave "Azure Managed Identities Client ID" empty for the identity of the server, or update the agent.',
  );
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
    'A managed identity works only on an Azure machine, application or Arc-enabled server that has one. Elsewhere use an application with a secret or certificate.',
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

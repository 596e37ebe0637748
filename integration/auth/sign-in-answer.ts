import { AuthError } from '../errors.js';
import { type HttpAnswer, type HttpClient } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { type Run } from '../run.js';

/** What a sign-in host answered. */
export interface SignInAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/**
 * Posts a form to a sign-in host (RFC 6749, 4).
 * @param idempotent Whether it may be sent again when nobody can tell whether it arrived (rule R32).
 * @throws AuthError for an answer that is not JSON. @throws TransportError where there is none.
 */
export async function postForm(
  http: HttpClient,
  url: string,
  form: Readonly<Record<string, string>>,
  idempotent: boolean,
  run: Run,
): Promise<SignInAnswer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const request = { method: 'POST', url, headers, body: new URLSearchParams(form).toString() } as const;
  const answer = await sendWithRetry(http, request, { idempotent }, run);
  const body = parseJson(answer.body);
  if (!isJsonObject(body)) throw unreadableAnswer(answer, url);
  return { status: answer.status, body };
}

/** The error for an answer that no sign-in service gives: a page of a gateway, mostly. */
export function unreadableAnswer({ status, headers }: HttpAnswer, url: string): AuthError {
  const type = headers['content-type'] ?? 'no content type';
  return new AuthError(
    `The sign-in failed: ${new URL(url).host} answered with status ${status} and something that is not JSON (${type}).`,
    'Check the sign-in host, and whether a proxy or gateway answers in its place.',
    { passing: status === 429 || status >= 500 },
  );
}

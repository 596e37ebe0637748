import { TransportError } from '../errors.js';
import { type HttpAnswer, type HttpRequest } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { type Secret } from '../secret.js';
import { mfaToken } from './client-token.js';
import { type MfaConnection } from './connection.js';

/** One request to the service. */
export interface MfaCall {
  readonly url: string;
  /** The body. */
  readonly xml: string;
  /** Whether asking twice harms nobody: not so for what prompts a person. */
  readonly idempotent: boolean;
  /** After how many seconds nobody waits any longer. */
  readonly patienceSeconds: number;
  /** A token to use in place of the instance's own. */
  readonly token: Secret | undefined;
}

/** What came back: an answer, nothing in time, or nothing at all. */
export type Called =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'late' }
  | { readonly kind: 'lost'; readonly error: TransportError };

/**
 * Sends a request to the service. A token of ours that it refuses is replaced once: a refused request did nothing.
 * @throws SettingsError, AuthError or TransportError where there is no token; nothing was asked then. @throws CancelledError
 */
export async function callMfa(connection: MfaConnection, call: MfaCall): Promise<Called> {
  const { token: given } = call;
  const token = given ?? (await mfaToken(connection));
  const called = await sendInTime(connection, call, token);
  const isRefused = called.kind === 'answer' && called.answer.status === 401;
  if (!isRefused || given) return called;
  return sendInTime(connection, call, await mfaToken(connection, token));
}

async function sendInTime(
  { http, run }: MfaConnection,
  { url, xml, idempotent, patienceSeconds }: MfaCall,
  token: Secret,
): Promise<Called> {
  const request: HttpRequest = {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${token.reveal()}` },
    body: xml,
  };
  const patience = new AbortController();
  const settled = new AbortController();
  const milliseconds = patienceSeconds * 1000;
  void run.clock.sleep(milliseconds, settled.signal).then(
    () => {
      patience.abort();
    },
    () => undefined,
  );
  const deadline = Math.min(run.deadline, run.clock.now() + milliseconds);
  const signal = AbortSignal.any([...(run.signal ? [run.signal] : []), patience.signal]);
  try {
    const answer = await sendWithRetry(http, request, { idempotent }, { ...run, signal, deadline });
    return { kind: 'answer', answer };
  } catch (error) {
    if (patience.signal.aborted && !run.signal?.aborted) return { kind: 'late' };
    if (error instanceof TransportError) return { kind: 'lost', error };
    throw error;
  } finally {
    settled.abort();
  }
}

import { CancelledError, TransportError } from '../errors.js';
import { type Run } from '../run.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from './client.js';
import { retryAfter } from './retry-after.js';

/** Repeats after a fault that is not throttling. Throttling is waited out until the command's time is over. */
const MAX_FAULTS = 4;
const MAX_THROTTLES = 20;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

const faultStatuses = new Set([500, 502, 503, 504]);

type Verdict =
  { readonly again: false } | { readonly again: true; readonly throttled: boolean; readonly reason: string };

const final: Verdict = { again: false };

/**
 * Whether a call may be repeated (rule R32). 429, and 503 with `Retry-After`, say that nothing was done, and so does a
 * connection that never stood: any call may be repeated. Everything else is ambiguous: only a call that may be done
 * twice is.
 */
function judge(outcome: HttpAnswer | TransportError, idempotent: boolean): Verdict {
  if (outcome instanceof TransportError) {
    return !outcome.sent || idempotent ? { again: true, throttled: false, reason: outcome.message } : final;
  }
  const { status } = outcome;
  const asked = outcome.headers['retry-after'] !== undefined;
  if (status === 429 || (status === 503 && asked)) {
    return { again: true, throttled: true, reason: `the service asks for a pause (status ${status})` };
  }
  return faultStatuses.has(status) && idempotent
    ? { again: true, throttled: false, reason: `the service has a fault (status ${status})` }
    : final;
}

/** Full jitter: callers that failed together do not come back together. */
function pause(failures: number): number {
  return Math.round(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
}

/** An answer, and how many times the request was sent for it. */
export interface RetriedAnswer {
  readonly answer: HttpAnswer;
  readonly attempts: number;
}

/**
 * Sends a request and repeats it where rule R32 allows, within the run's time. A wait that would end after the run's
 * deadline is not begun: the last answer, or failure, is the result.
 * @param idempotent Whether doing the call twice is the same as doing it once.
 * @throws TransportError when there is no answer and no repeat is allowed or left. @throws CancelledError
 */
export async function sendWithRetry(
  http: HttpClient,
  request: HttpRequest,
  idempotent: boolean,
  run: Run,
): Promise<RetriedAnswer> {
  let faults = 0;
  let throttles = 0;
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await http.send(request, run).catch((error: unknown) => {
      if (error instanceof TransportError) return error;
      throw error;
    });
    const verdict = judge(outcome, idempotent);
    const limitReached =
      verdict.again && (verdict.throttled ? throttles >= MAX_THROTTLES : faults >= MAX_FAULTS);
    if (!verdict.again || limitReached) return settle(outcome, attempts);

    const asked =
      outcome instanceof TransportError
        ? undefined
        : retryAfter(outcome.headers['retry-after'], run.clock.now());
    const wait = asked ?? pause(faults + throttles);
    if (run.clock.now() + wait >= run.deadline) return settle(outcome, attempts);

    if (verdict.throttled) throttles += 1;
    else faults += 1;
    run.metrics.retries += 1;
    run.onWait(verdict.reason, wait / 1000);
    await run.clock.sleep(wait, run.signal).catch((cause: unknown) => {
      throw new CancelledError('The command was cancelled while it waited to repeat a request.', undefined, {
        cause,
      });
    });
  }
}

function settle(outcome: HttpAnswer | TransportError, attempts: number): RetriedAnswer {
  if (outcome instanceof TransportError) throw outcome;
  return { answer: outcome, attempts };
}

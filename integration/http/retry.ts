import { CancelledError, TransportError } from '../errors.js';
import { type Run } from '../run.js';
import { cancelled } from './cancelled.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from './client.js';
import { retryAfter } from './retry-after.js';
import { type Throttle } from './throttle.js';

/** Repeats after a fault that is not throttling. Throttling is waited out until the command's time is over. */
const MAX_FAULTS = 4;
const MAX_THROTTLES = 20;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

const faultStatuses = new Set([500, 502, 503, 504]);

type Verdict =
  { readonly again: false } | { readonly again: true; readonly throttled: boolean; readonly reason: string };

const final: Verdict = { again: false };

/** Whether a try may have been carried out although it is repeated: only then says a later answer nothing about it. */
function isAmbiguous(outcome: HttpAnswer | TransportError): boolean {
  return !(outcome instanceof TransportError) || outcome.sent;
}

/**
 * Whether a call may be repeated (rule R32). 429, and 503 with `Retry-After`, say that nothing was done, and so does a
 * connection that never stood: any call may be repeated. Everything else is ambiguous: only a call that may be done
 * twice is.
 */
function judge(outcome: HttpAnswer | TransportError, { idempotent, isWhole }: Repetition): Verdict {
  if (outcome instanceof TransportError) {
    if (outcome.isLasting) return final;
    return !outcome.sent || idempotent ? { again: true, throttled: false, reason: outcome.message } : final;
  }
  const { status } = outcome;
  const asked = outcome.headers['retry-after'] !== undefined;
  if (status === 429 || (status === 503 && asked)) {
    return { again: true, throttled: true, reason: `the service asks for a pause (status ${status})` };
  }
  const isFault = faultStatuses.has(status) || (status < 300 && isWhole?.(outcome) === false);
  return isFault && idempotent
    ? { again: true, throttled: false, reason: `the service has a fault (status ${status})` }
    : final;
}

/**
 * Full jitter: commands that failed together do not come back together. The draw is the command's, so that the parts
 * of one command do, and share an envelope again.
 */
function pause(failures: number, { jitter }: Run): number {
  return Math.round(jitter(failures) * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
}

/** What may be done after a failure that leaves open whether the call was carried out. */
export interface Repetition {
  /** Whether doing the call twice is the same as doing it once. Only then is it ever repeated after such a failure. */
  readonly idempotent: boolean;
  /** Looks whether the call was carried out after all, before it is repeated. */
  readonly isDone?: () => Promise<boolean>;
  /** Whether a success is complete; one that is not counts as such a failure. */
  readonly isWhole?: (answer: HttpAnswer) => boolean;
  /** Where pauses that the service asks for are noted, for every other call to it. */
  readonly throttle?: Throttle;
}

/** The answer to a call, or what stands in its place. */
export interface SettledAnswer extends HttpAnswer {
  /** The real answer was lost, and a look found the call carried out: a success without content. */
  readonly foundDone?: true;
  /** An earlier try may have been carried out: nobody can tell, and this answer does not say so. */
  readonly isRepeated?: true;
}

const foundDone: SettledAnswer = { status: 204, headers: {}, body: '', foundDone: true };

/**
 * Sends a request and repeats it where rule R32 allows, within the run's time. A wait that would end after the run's
 * deadline is not begun: the last answer, or failure, is the result.
 * @throws TransportError when there is no answer and no repeat is allowed or left. @throws CancelledError
 */
export async function sendWithRetry(
  http: HttpClient,
  request: HttpRequest,
  repetition: Repetition,
  run: Run,
): Promise<SettledAnswer> {
  let faults = 0;
  let throttles = 0;
  let mayBeDone = false;
  const cancelledThen = (error: unknown): never => {
    throw mayBeDone && error instanceof CancelledError
      ? new CancelledError(error.message, error.nextStep)
      : error;
  };
  const settle = (outcome: HttpAnswer | TransportError): SettledAnswer => {
    if (outcome instanceof TransportError) {
      throw mayBeDone && !outcome.sent
        ? new TransportError(outcome.message, outcome.nextStep, true, outcome.isLasting)
        : outcome;
    }
    return { ...outcome, ...(mayBeDone && { isRepeated: true }) };
  };
  for (;;) {
    await waitForOthers(repetition, run).catch(cancelledThen);
    const outcome = await http.send(request, run).catch((error: unknown) => {
      if (error instanceof TransportError) return error;
      return cancelledThen(error);
    });
    const verdict = judge(outcome, repetition);
    const limitReached =
      verdict.again && (verdict.throttled ? throttles >= MAX_THROTTLES : faults >= MAX_FAULTS);
    if (!verdict.again) return settle(outcome);
    if (limitReached) return (await looksDone(outcome, verdict, repetition)) ? foundDone : settle(outcome);

    const asked =
      outcome instanceof TransportError
        ? undefined
        : retryAfter(outcome.headers['retry-after'], run.clock.now());
    // "Now", or a date gone by on a clock that is ahead, would turn the repeats into a burst.
    const wait = asked !== undefined && asked > 0 ? asked : pause(faults + throttles, run);
    if (verdict.throttled && asked !== undefined) repetition.throttle?.hold(run.clock.now() + wait);
    if (run.clock.now() + wait >= run.deadline) {
      return (await looksDone(outcome, verdict, repetition)) ? foundDone : settle(outcome);
    }

    if (verdict.throttled) throttles += 1;
    else faults += 1;
    if (!verdict.throttled) mayBeDone ||= isAmbiguous(outcome);
    run.onWait(verdict.reason, wait / 1000);
    if (verdict.throttled) run.observer?.onThrottled(wait / 1000);
    await run.clock.sleep(wait, run.signal).catch(() => {
      throw cancelled(run.signal, 'while it waited to repeat a request', mayBeDone);
    });
    if (await looksDone(outcome, verdict, repetition)) return foundDone;
    run.metrics.retries += 1;
    run.observer?.onRetry();
  }
}

/** A pause that another call was asked for is kept by this one too; one that outlasts the command is not waited for. */
async function waitForOthers({ throttle }: Repetition, run: Run): Promise<void> {
  const until = throttle?.heldUntil() ?? 0;
  const wait = until - run.clock.now();
  if (wait <= 0 || until >= run.deadline) return;
  run.onWait('the service asked for a pause', wait / 1000);
  run.observer?.onThrottled(wait / 1000);
  await run.clock.sleep(wait, run.signal).catch(() => {
    throw cancelled(run.signal, 'while it waited for the service', false);
  });
}

/**
 * Whether a look finds the call carried out. A look that fails says nothing.
 * @throws CancelledError that leaves open what became of the call: it was sent before the look.
 */
async function looksDone(
  outcome: HttpAnswer | TransportError,
  { throttled }: { readonly throttled: boolean },
  { isDone }: Repetition,
): Promise<boolean> {
  if (throttled || !isDone || !isAmbiguous(outcome)) return false;
  return isDone().catch((error: unknown) => {
    if (error instanceof CancelledError) throw new CancelledError(error.message, error.nextStep);
    return false;
  });
}

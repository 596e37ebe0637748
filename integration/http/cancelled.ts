import { CancelledError } from '../errors.js';

/**
 * The error of a run that was cancelled: it says what the one given to `abort` says, which knows why, or else when it
 * happened.
 * @param signal The aborted signal. @param when What went on at that moment, such as `while it waited`.
 * @param sent Whether a write may have happened.
 */
export function cancelled(signal: AbortSignal | undefined, when: string, sent = true): CancelledError {
  const reason: unknown = signal?.reason;
  return reason instanceof CancelledError
    ? new CancelledError(reason.message, reason.nextStep, sent)
    : new CancelledError(`The command was cancelled ${when}.`, undefined, sent);
}

/** @throws CancelledError when the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined, when: string, sent: boolean): void {
  if (signal?.aborted) throw cancelled(signal, when, sent);
}

/** The error of a request that was not sent, because the command's time was over. */
export function tooLate(): CancelledError {
  return new CancelledError(
    'The time of the command was over before a request was sent.',
    'Run it again for what is left, or give it more time.',
    false,
  );
}

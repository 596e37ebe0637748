import { CancelledError } from '../errors.js';

/**
 * The error of a run that was cancelled: the one given to `abort`, which knows why, or one that says when it happened.
 * @param signal The aborted signal. @param when What went on at that moment, such as `while it waited`.
 */
export function cancelled(signal: AbortSignal, when: string): CancelledError {
  return signal.reason instanceof CancelledError
    ? signal.reason
    : new CancelledError(`The command was cancelled ${when}.`);
}

/** @throws CancelledError when the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal, when: string): void {
  if (signal.aborted) throw cancelled(signal, when);
}

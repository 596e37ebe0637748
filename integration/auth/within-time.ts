import { cancelled, tooLate } from '../http/cancelled.js';
import { type Run } from '../run.js';

/** Longest delay that a timer takes, in milliseconds. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Waits for work that somebody else may have begun, or that waits for somebody else, no longer than the run's time. The
 * work itself goes on.
 * @throws CancelledError when the time is over first, or the run is cancelled.
 */
export async function withinTime<T>(work: Promise<T>, run: Run): Promise<T> {
  let stop = (): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    const left = Math.min(LONGEST_MS, Math.max(0, run.deadline - run.clock.now()));
    const timer = setTimeout(() => {
      reject(tooLate());
    }, left);
    const abort = (): void => {
      reject(cancelled(run.signal, 'while it waited for a token', false));
    };
    if (run.signal?.aborted) abort();
    run.signal?.addEventListener('abort', abort, { once: true });
    stop = () => {
      clearTimeout(timer);
      run.signal?.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    stop();
  }
}

import { CancelledError } from '../integration/errors.js';

/** The exit code of a process that Ctrl-C ended: 128 and the number of the signal (POSIX shells). */
export const INTERRUPTED = 130;

/** Aborted by Ctrl-C; a second one ends the process at once. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  // Not `once`: the packages that free locks at exit end the process where nobody else is listening any more.
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort(new CancelledError('The login was cancelled.'));
  });
  return controller.signal;
}

import { CancelledError } from '../integration/errors.js';

/** The exit code of a process that Ctrl-C ended: 128 and the number of the signal (POSIX shells). */
export const INTERRUPTED = 130;

/**
 * Aborted by Ctrl-C; a second one ends the process at once.
 * @param what What is cancelled then, such as `command`.
 */
export function interruptSignal(what: string): AbortSignal {
  const controller = new AbortController();
  // Not `once`: the packages that free locks at exit end the process where nobody else is listening any more.
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort(new CancelledError(`The ${what} was cancelled.`));
  });
  return controller.signal;
}

import { type Clock } from '../integration/clock.js';
import { createJitter } from '../integration/jitter.js';
import { type Log } from '../integration/log.js';
import { type Run, type RunObserver } from '../integration/run.js';

/** What a run takes from whoever begins it. */
export interface RunSurroundings {
  readonly clock: Clock;
  readonly log: Log;
  /** Cancels it; absent where nobody can. */
  readonly signal?: AbortSignal;
  readonly observer?: RunObserver;
}

/**
 * The run of something that is no command of a dispatcher, and that nobody sees: a login, a look into a chat.
 * @param timeBudgetMs How long it may take in all, in milliseconds.
 */
export function unseenRun({ clock, log, signal, observer }: RunSurroundings, timeBudgetMs: number): Run {
  return {
    clock,
    log,
    ...(signal && { signal }),
    ...(observer && { observer }),
    deadline: clock.now() + timeBudgetMs,
    metrics: { requests: 0, retries: 0 },
    files: [],
    jitter: createJitter(),
    onProgress: () => undefined,
    onWait: () => undefined,
  };
}

import { type Clock, systemClock } from '../integration/clock.js';
import { createJitter } from '../integration/jitter.js';
import { silentLog } from '../integration/log.js';
import { type Run } from '../integration/run.js';

/** A run of five minutes that nobody watches. */
export function createRun(clock: Clock = systemClock, signal = new AbortController().signal): Run {
  return {
    clock,
    log: silentLog,
    signal,
    deadline: clock.now() + 300_000,
    metrics: { requests: 0, retries: 0 },
    files: [],
    jitter: createJitter(),
    onProgress: () => undefined,
    onWait: () => undefined,
  };
}

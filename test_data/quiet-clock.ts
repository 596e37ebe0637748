import { type Clock } from '../integration/clock.js';

/** Enough for commands that share two busy cores. */
const QUIET_MS = 200;

interface Sleeper {
  readonly end: number;
  readonly wake: () => void;
  readonly fail: (reason: unknown) => void;
}

/** A clock for many sleepers at once. */
export interface QuietClock extends Clock {
  /** Lets go of the timer behind it, and of everybody who sleeps. */
  stop(): void;
}

/**
 * A clock that jumps to the end of the shortest sleep once nothing else is going on, so that sleeps which overlap take
 * the time of the longest, as in reality.
 * @param start Milliseconds since 1970 at which the clock begins. @param quietMs Real milliseconds without anybody asking
 * for the time, after which everybody is taken to be asleep.
 */
export function createQuietClock(start = Date.parse('2026-03-02T08:00:00Z'), quietMs = QUIET_MS): QuietClock {
  let now = start;
  let lastAsked = Date.now();
  let isStopped = false;
  let sleepers: readonly Sleeper[] = [];
  const timer = setInterval(() => {
    if (sleepers.length === 0 || Date.now() - lastAsked < quietMs) return;
    now = Math.max(now, Math.min(...sleepers.map(({ end }) => end)));
    const awake = sleepers.filter(({ end }) => end <= now);
    sleepers = sleepers.filter(({ end }) => end > now);
    lastAsked = Date.now();
    for (const { wake } of awake) wake();
  }, 5);
  return {
    now() {
      lastAsked = Date.now();
      return now;
    },
    sleep: (milliseconds, signal) =>
      new Promise((wake, fail) => {
        if (isStopped || signal?.aborted) {
          fail(new Error(isStopped ? 'The clock was stopped.' : 'aborted'));
          return;
        }
        const abort = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          fail(new Error('aborted'));
        };
        const end = (): void => {
          signal?.removeEventListener('abort', abort);
          wake();
        };
        const sleeper: Sleeper = { end: now + milliseconds, wake: end, fail };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener('abort', abort, { once: true });
      }),
    stop() {
      isStopped = true;
      clearInterval(timer);
      // Somebody may still wait in the name of a command that is over; nobody would ever wake them.
      for (const { fail } of sleepers) fail(new Error('The clock was stopped.'));
      sleepers = [];
    },
  };
}

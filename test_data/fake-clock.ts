import { type Clock } from '../integration/clock.js';

/** A clock that stands still until somebody sleeps, and a record of every sleep. */
export interface FakeClock extends Clock {
  /** Length of each sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
}

/** @param start Milliseconds since 1970 at which the clock begins. */
export function createFakeClock(start = Date.parse('2026-03-02T08:00:00Z')): FakeClock {
  let now = start;
  const sleeps: number[] = [];
  return {
    now: () => now,
    sleep(milliseconds, signal) {
      if (signal?.aborted) return Promise.reject(new Error('aborted'));
      sleeps.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    sleeps,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

import { type Clock } from '../integration/clock.js';

/** From here on a sleep is not a pause between two looks but somebody's patience, in milliseconds. */
const PATIENCE_MS = 30_000;

/** A clock for runs that nobody watches. */
export interface PatientClock extends Clock {
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * Makes a clock on which pauses take no real time and nobody's patience ends: one that stands still until somebody pauses,
 * and on which a sleep of half a minute or more ends only by its signal.
 * @param start Milliseconds since 1970 at which the clock begins.
 */
export function createPatientClock(start: number): PatientClock {
  let now = start;
  return {
    now: () => now,
    sleep(milliseconds, signal) {
      if (signal?.aborted) return Promise.reject(new Error('aborted'));
      if (milliseconds < PATIENCE_MS) {
        now += milliseconds;
        return Promise.resolve();
      }
      return new Promise((_wake, fail) => {
        signal?.addEventListener('abort', () => {
          fail(new Error('aborted'));
        });
      });
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

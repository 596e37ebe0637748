import { setTimeout as delay } from 'node:timers/promises';
import { type Clock } from '../integration/clock.js';

/** A clock that only a test moves. */
export interface MovedClock extends Clock {
  /** Moves the time on, in milliseconds, and ends the sleeps whose time has come. */
  advance(milliseconds: number): void;
  /** Ends of the sleeps under way, in milliseconds since 1970, the earliest first. */
  sleeping(): readonly number[];
}

/** @param start Milliseconds since 1970 at which the clock begins. */
export function createMovedClock(start = Date.parse('2026-03-02T08:00:00Z')): MovedClock {
  let now = start;
  const sleepers = new Map<object, { readonly end: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = {};
        const fail = (): void => {
          sleepers.delete(sleeper);
          reject(new Error('aborted'));
        };
        if (signal?.aborted) {
          fail();
          return;
        }
        signal?.addEventListener('abort', fail, { once: true });
        const wake = (): void => {
          signal?.removeEventListener('abort', fail);
          resolve();
        };
        sleepers.set(sleeper, { end: now + milliseconds, wake });
      }),
    advance(milliseconds) {
      now += milliseconds;
      for (const [sleeper, { end, wake }] of sleepers) {
        if (end > now) continue;
        sleepers.delete(sleeper);
        wake();
      }
    },
    sleeping: () => [...sleepers.values()].map(({ end }) => end).toSorted((a, b) => a - b),
  };
}

/** How long something that only the network holds up may take, in milliseconds of real time. */
const PATIENCE_MS = 20_000;

/**
 * Lets the time flow, a hundred times as fast as in reality so that answers still come in time, until something is so.
 * @param what Of the test, for the error. @throws Error where it never comes.
 */
export async function untilSo(clock: MovedClock, what: string, isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error(`It never came: ${what}`);
    clock.advance(100);
    await delay(1);
  }
}

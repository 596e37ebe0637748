import { jest } from '@jest/globals';
import { type Clock } from '../../clock.js';

/** A clock that libraries go by as well as we do, since it is the process's own. It moves only when told, or by a sleep. */
export interface MovedClock extends Clock {
  /** Moves the time on, in milliseconds. */
  advance(milliseconds: number): void;
  /** Gives the process its time back. */
  stop(): void;
}

/**
 * Takes over the date, and nothing else: network time limits go on in real time.
 * @param start Milliseconds since 1970 at which the clock begins.
 */
export function startMovedClock(start: number): MovedClock {
  jest.useFakeTimers({
    now: start,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  const advance = (milliseconds: number): void => {
    jest.setSystemTime(Date.now() + milliseconds);
  };
  return {
    now: () => Date.now(),
    sleep(milliseconds) {
      advance(milliseconds);
      return Promise.resolve();
    },
    advance,
    stop() {
      jest.useRealTimers();
    },
  };
}

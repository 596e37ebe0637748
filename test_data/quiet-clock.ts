import { type Clock } from '../integration/clock.js';
import { watchRequests } from './requests-under-way.js';

/** Pause between two looks whether everybody sleeps, in milliseconds. */
const LOOK_MS = 5;

/**
 * Looks without anybody asking for the time, after which everybody is taken to be asleep. Looks, because they are what a
 * busy machine cannot skip: each is a turn of the event loop, in which whatever was ready has run.
 */
const QUIET_LOOKS = 20;

/** As many while a request is under way: whoever answers it lets it wait, and somebody's patience is to end. */
const UNANSWERED_LOOKS = 400;

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

/** How a quiet clock finds out that everybody sleeps. */
export interface Quiet {
  /** Turns of the event loop, five milliseconds apart, without anybody asking for the time. */
  readonly looks?: number;
  /** Whose requests show that somebody is awake: those to this address. Every request of the process by default. */
  readonly server?: string;
}

/**
 * A clock that jumps to the end of the shortest sleep once nothing else is going on, so that sleeps which overlap take
 * the time of the longest, as in reality. Something is going on while a request has no answer.
 * @param start Milliseconds since 1970 at which the clock begins.
 */
export function createQuietClock(
  start = Date.parse('2026-03-02T08:00:00Z'),
  { looks: quietLooks = QUIET_LOOKS, server }: Quiet = {},
): QuietClock {
  let now = start;
  let looks = 0;
  let isStopped = false;
  let sleepers: readonly Sleeper[] = [];
  const requests = watchRequests(server);
  const timer = setInterval(() => {
    looks += 1;
    if (sleepers.length === 0 || looks < (requests.underWay() > 0 ? UNANSWERED_LOOKS : quietLooks)) return;
    now = Math.max(now, Math.min(...sleepers.map(({ end }) => end)));
    const awake = sleepers.filter(({ end }) => end <= now);
    sleepers = sleepers.filter(({ end }) => end > now);
    looks = 0;
    for (const { wake } of awake) wake();
  }, LOOK_MS);
  return {
    now() {
      looks = 0;
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
        looks = 0;
        signal?.addEventListener('abort', abort, { once: true });
      }),
    stop() {
      isStopped = true;
      clearInterval(timer);
      requests.stop();
      // Somebody may still wait in the name of a command that is over; nobody would ever wake them.
      for (const { fail } of sleepers) fail(new Error('The clock was stopped.'));
      sleepers = [];
    },
  };
}

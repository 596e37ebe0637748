import { type Clock } from '../../integration/clock.js';

/** A wait that may be cut short. */
export interface Alarm {
  /** Ends the wait, or the next one where nobody waits. */
  ring(): void;
  /** @returns Whether it was rung, after that many milliseconds at most. */
  wait(milliseconds: number): Promise<boolean>;
}

/** @param signal Rings it for good. */
export function createAlarm(clock: Clock, signal: AbortSignal): Alarm {
  let isRung = false;
  let sleep: AbortController | undefined;
  const ring = (): void => {
    isRung = true;
    sleep?.abort();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    async wait(milliseconds) {
      if (!isRung && !signal.aborted) {
        sleep = new AbortController();
        await clock.sleep(milliseconds, sleep.signal).catch(() => undefined);
        sleep = undefined;
      }
      const wasRung = isRung;
      isRung = signal.aborted;
      return wasRung;
    },
  };
}

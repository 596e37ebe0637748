import { type Clock } from '../integration/clock.js';
import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { followSchedules } from './polling.js';

/** What waiting for a scheduled result needs. */
export interface WaitingOptions {
  readonly dispatcher: Dispatcher;
  readonly instance: Instance;
  readonly clock: Clock;
  /** Ends the waiting; what was scheduled is then no longer looked at. */
  readonly signal: AbortSignal;
  /** Told before each wait: what is open, and for how many seconds nobody looks. */
  readonly onWait: (reason: string, seconds: number) => void;
}

/**
 * Runs everything that a result schedules to its end, for whoever wants one answer.
 * @param first The execution whose entries may hold schedules.
 * @returns The final entries, in the order in which they came, with the files of all runs. Of what was given up the last
 * known state is there as well, before the error that says so.
 */
export async function toItsEnd(first: Execution, options: WaitingOptions): Promise<Execution> {
  const { dispatcher, instance, clock, signal, onWait } = options;
  let latest = first;
  const execute = async (
    command: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<readonly Entry[]> => {
    const { metrics, files, ...next } = await dispatcher.execute({ command, args, instance, signal });
    latest = { ...next, files: [...latest.files, ...files], metrics: sum(latest.metrics, metrics) };
    return next.entries;
  };
  const entries: Entry[] = [];
  const following = followSchedules(first.entries, {
    execute,
    clock,
    signal,
    onWait: ({ HumanReadable, PollingCommand }, seconds) => {
      onWait(HumanReadable ?? PollingCommand, seconds);
    },
  });
  for await (const { entry, isInterim, givenUp } of following) {
    if (isInterim) continue;
    entries.push(...(givenUp ? [givenUp] : []), entry);
  }
  return { ...latest, entries };
}

function sum(a: Execution['metrics'], b: Execution['metrics']): Execution['metrics'] {
  return {
    requests: a.requests + b.requests,
    retries: a.retries + b.retries,
    durationMs: a.durationMs + b.durationMs,
  };
}

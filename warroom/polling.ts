import { type Clock } from '../integration/clock.js';
import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { errorEntry } from '../integration/results/raw-entry.js';

/** What waiting for a scheduled result needs. */
export interface PollingOptions {
  readonly dispatcher: Dispatcher;
  readonly instance: Instance;
  readonly clock: Clock;
  /** Ends the waiting; what was scheduled is then no longer looked at. */
  readonly signal: AbortSignal;
  /** Told before each wait: what is open, and for how many seconds nobody looks. */
  readonly onWait: (reason: string, seconds: number) => void;
}

/** Text that the platform too shows for a schedule, as a number of seconds. */
const secondsOf = (text: string | undefined): number => Number(text ?? '0');

/**
 * Runs what a result schedules, as a platform does, until a result comes that schedules nothing, an error, or the end
 * of the time that the first schedule allows.
 * @param first The execution whose entries may hold a schedule.
 * @returns The last result, with what the earlier ones held besides their schedules (files, warnings) before it.
 */
export async function toItsEnd(first: Execution, options: PollingOptions): Promise<Execution> {
  const { dispatcher, instance, clock, signal, onWait } = options;
  const allowed = secondsOf(first.entries.find(isScheduled)?.Timeout);
  const giveUpAt = clock.now() + allowed * 1000;
  let latest = first;
  const lasting: Entry[] = [];
  for (;;) {
    const scheduled = latest.entries.find(isScheduled);
    if (!scheduled) return { ...latest, entries: [...lasting, ...latest.entries] };
    lasting.push(...latest.entries.filter((entry) => entry !== scheduled));
    const seconds = secondsOf(scheduled.NextRun);
    if (clock.now() + seconds * 1000 > giveUpAt) {
      return { ...latest, entries: [...lasting, scheduled, errorEntry(tooLong(scheduled, allowed))] };
    }
    onWait(scheduled.HumanReadable ?? scheduled.PollingCommand, seconds);
    const interrupted = await clock.sleep(seconds * 1000, signal).then(
      () => false,
      () => true,
    );
    if (interrupted) {
      return { ...latest, entries: [...lasting, scheduled, errorEntry(stopped(scheduled))] };
    }
    const { metrics, files, ...next } = await dispatcher.execute({
      command: scheduled.PollingCommand,
      args: scheduled.PollingArgs ?? {},
      instance,
      signal,
    });
    latest = { ...next, files: [...latest.files, ...files], metrics: sum(latest.metrics, metrics) };
  }
}

type ScheduledEntry = Entry & { readonly PollingCommand: string };

function isScheduled(entry: Entry): entry is ScheduledEntry {
  return entry.PollingCommand !== undefined;
}

function sum(a: Execution['metrics'], b: Execution['metrics']): Execution['metrics'] {
  return {
    requests: a.requests + b.requests,
    retries: a.retries + b.retries,
    durationMs: a.durationMs + b.durationMs,
  };
}

function tooLong({ PollingCommand }: ScheduledEntry, allowed: number): string {
  return `${PollingCommand}: no final result within ${allowed} seconds. What was begun may still end well or badly: look again later.`;
}

function stopped(entry: ScheduledEntry): string {
  const args = Object.entries(entry.PollingArgs ?? {}).map(
    ([name, value]) => ` ${name}=\`${String(value)}\``,
  );
  return `Nobody waits for the result any longer. To look again: !${entry.PollingCommand}${args.join('')}`;
}

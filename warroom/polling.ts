import { type Clock } from '../integration/clock.js';
import { type Entry } from '../integration/results/entry.js';
import { errorEntry, isErrorEntry } from '../integration/results/raw-entry.js';
import { formatLine } from './line/format.js';

/** How scheduled commands are followed. */
export interface Following {
  /** Runs the command that an entry asks for. */
  readonly execute: (command: string, args: Readonly<Record<string, unknown>>) => Promise<readonly Entry[]>;
  readonly clock: Clock;
  /** Ends the waiting; what was scheduled is then no longer looked at. */
  readonly signal: AbortSignal;
  /** Told before each wait: what is open, and for how many seconds nobody looks. */
  readonly onWait: (scheduled: ScheduledEntry, seconds: number) => void;
  /** Seconds after which to give up, in place of what the first schedule says. */
  readonly limitSeconds?: number | undefined;
}

/** An entry that names a command to run next. */
export type ScheduledEntry = Entry & { readonly PollingCommand: string };

/** An entry on the way to the end. */
export interface FollowedEntry {
  readonly entry: Entry;
  /** Whether it only tells how things stand: what it schedules is followed, and another entry takes its place. */
  readonly isInterim: boolean;
  /** For an error that says that something is no longer followed: the last that was known of it. */
  readonly givenUp?: ScheduledEntry;
}

/** One sequence of scheduled commands. */
interface Sequence {
  readonly latest: ScheduledEntry;
  /** When to look again, in milliseconds since 1970. */
  readonly due: number;
  /** Seconds from the first result after which nobody looks any longer; undefined where nothing limits it. */
  readonly limit: number | undefined;
}

/**
 * Runs scheduled (polling) commands to their end, as a platform does. Where a list of targets came to several schedules,
 * each is followed by itself, the one that is due next first. A sequence ends with a result that schedules nothing, with
 * an error entry in what it comes to, with the time that its first schedule allows, or with a cancelled wait; the last two
 * give an error entry of their own.
 * @param first What the command came to. An error among it is that of another target: it ends no schedule beside it.
 * @returns The entries as they come. After the first ones, an entry that holds a schedule and nothing else is left out, as
 * on the platform.
 */
export async function* followSchedules(
  first: readonly Entry[],
  following: Following,
): AsyncGenerator<FollowedEntry> {
  const { execute, clock, limitSeconds } = following;
  const started = clock.now();
  const open: Sequence[] = [];
  /** Takes the next entry of a sequence, or one that begins a sequence. */
  const take = (entry: Entry, before?: Sequence): FollowedEntry[] => {
    if (!isScheduled(entry) || isErrorEntry(entry)) return [final(entry)];
    const seconds = secondsIn(entry.NextRun);
    if (seconds === undefined) return [final(entry), final(errorEntry(neverRun(entry)))];
    open.push({
      latest: entry,
      due: clock.now() + seconds * 1000,
      limit: before ? before.limit : (limitSeconds ?? secondsIn(entry.Timeout)),
    });
    return before && !saysSomething(entry) ? [] : [{ entry, isInterim: true }];
  };

  for (const entry of first) yield* take(entry);
  for (let next = takeNext(open); next; next = takeNext(open)) {
    const { latest, due, limit } = next;
    if (limit !== undefined && due > started + limit * 1000) {
      yield givenUp(latest, `${latest.PollingCommand}: no final result within ${limit} seconds.`);
      continue;
    }
    if (!(await isDue(next, following))) {
      for (const each of [next, ...open]) {
        yield givenUp(each.latest, `The wait for ${each.latest.PollingCommand} was cancelled.`);
      }
      return;
    }
    const entries = await execute(latest.PollingCommand, latest.PollingArgs ?? {});
    const hasFailed = entries.some(isErrorEntry);
    for (const entry of entries) yield* hasFailed ? [final(entry)] : take(entry, next);
  }
}

/** Takes the sequence that is due next out of the open ones. */
function takeNext(open: Sequence[]): Sequence | undefined {
  const [first, ...others] = open;
  if (!first) return undefined;
  const next = others.reduce((one, other) => (other.due < one.due ? other : one), first);
  open.splice(open.indexOf(next), 1);
  return next;
}

/** Waits until it is time to look. @returns False where the wait was cancelled. */
async function isDue({ latest, due }: Sequence, { clock, signal, onWait }: Following): Promise<boolean> {
  const milliseconds = due - clock.now();
  if (milliseconds > 0 && !signal.aborted) {
    onWait(latest, Math.ceil(milliseconds / 1000));
    // The signal tells whether it was cancelled.
    await clock.sleep(milliseconds, signal).catch(() => undefined);
  }
  return !signal.aborted;
}

function isScheduled(entry: Entry): entry is ScheduledEntry {
  return Boolean(entry.PollingCommand);
}

function saysSomething({ HumanReadable, Contents }: Entry): boolean {
  return Boolean(HumanReadable) || (Contents !== null && Contents !== undefined && Contents !== '');
}

function secondsIn(text: string | undefined): number | undefined {
  const seconds = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function final(entry: Entry): FollowedEntry {
  return { entry, isInterim: false };
}

function givenUp(latest: ScheduledEntry, why: string): FollowedEntry {
  const { PollingCommand: command, PollingArgs: args = {} } = latest;
  const line = formatLine({
    command,
    arguments: Object.entries(args).map(([name, value]) => ({ name, value: String(value) })),
  });
  const text = `${why} What was begun may still end well or badly.\nTo look again: ${line}`;
  return { ...final(errorEntry(text)), givenUp: latest };
}

function neverRun({ PollingCommand, NextRun }: ScheduledEntry): string {
  return `${PollingCommand} is scheduled, but not for when: NextRun is ${String(NextRun)}.`;
}

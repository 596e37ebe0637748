import { type Clock } from '../../integration/clock.js';
import { type Entry } from '../../integration/results/entry.js';
import { errorEntry, isErrorEntry } from '../../integration/results/raw-entry.js';

/** How a scheduled command is followed. */
export interface Following {
  /** Runs the command that an entry asks for. */
  readonly execute: (command: string, args: Readonly<Record<string, unknown>>) => Promise<readonly Entry[]>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
  /** Seconds after which to give up, in place of what the entry says. */
  readonly limitSeconds: number | undefined;
}

/**
 * Runs a scheduled (polling) command to its end: while an entry names a command to run next, waits as long as it says and
 * runs that. The end is a result without a schedule, an error entry, the time limit, or a cancelled wait; the last two
 * give an error entry of their own.
 *
 * @param first What the command came to.
 * @returns The entries to be shown, as they come. After the first ones, an entry that holds a schedule and nothing else is
 * left out, as on the platform.
 */
export async function* followSchedule(first: readonly Entry[], following: Following): AsyncGenerator<Entry> {
  const { execute, clock, signal, onProgress, limitSeconds } = following;
  const started = clock.now();
  yield* first;
  let entries = first;
  for (;;) {
    const scheduled = entries.find(({ PollingCommand }) => Boolean(PollingCommand));
    if (!scheduled?.PollingCommand || entries.some(isErrorEntry)) return;
    const { PollingCommand: command, PollingArgs: args = {} } = scheduled;
    const seconds = secondsIn(scheduled.NextRun);
    if (seconds === undefined) {
      yield errorEntry(`${command} is scheduled, but not for when: NextRun is ${String(scheduled.NextRun)}.`);
      return;
    }
    const limit = limitSeconds ?? secondsIn(scheduled.Timeout);
    if (limit !== undefined && clock.now() + seconds * 1000 > started + limit * 1000) {
      yield errorEntry(
        `${command} did not come to an end within ${limit} seconds.\nRun it again to look further.`,
      );
      return;
    }
    onProgress(progressText(command, seconds, scheduled.PollingItemsRemaining));
    const waited = await clock.sleep(seconds * 1000, signal).then(
      () => true,
      () => false,
    );
    if (!waited || signal.aborted) {
      yield errorEntry(
        `The wait for ${command} was cancelled.\nWhat was begun may go on; run it again to look.`,
      );
      return;
    }
    entries = await execute(command, args);
    yield* entries.filter((entry) => !entry.PollingCommand || saysSomething(entry));
  }
}

function progressText(command: string, seconds: number, remaining: number | undefined): string {
  const left = remaining === undefined ? '' : ` (${remaining} left)`;
  return `Not done yet${left}: ${command} runs again in ${seconds} s.`;
}

function saysSomething({ HumanReadable, Contents }: Entry): boolean {
  return Boolean(HumanReadable) || (Contents !== null && Contents !== undefined && Contents !== '');
}

function secondsIn(text: string | undefined): number | undefined {
  const seconds = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

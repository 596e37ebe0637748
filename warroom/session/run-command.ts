import { type Clock } from '../../integration/clock.js';
import { type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Invocation } from '../../integration/dispatcher/invocation.js';
import { CancelledError } from '../../integration/errors.js';
import { type Log } from '../../integration/log.js';
import { type Entry, EntryFormat, EntryType } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type LineOptions } from './options.js';

/** What running a command needs besides the command. */
export interface Runner {
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** Runs one command on one instance, again after an error where `retry-count` says so. Never throws. */
export async function runCommand(
  invocation: Pick<Invocation, 'command' | 'args' | 'instance'>,
  options: LineOptions,
  runner: Runner,
): Promise<Execution> {
  for (let tries = 1; ; tries++) {
    const execution = await runOnce(invocation, options, runner);
    const isLast = tries > options.retryCount || !execution.entries.some(isErrorEntry);
    if (isLast || runner.signal.aborted) return execution;
    runner.onProgress(
      `Try ${tries} of ${options.retryCount + 1} failed; the next one is in ${options.retrySeconds} s.`,
    );
    try {
      await runner.clock.sleep(options.retrySeconds * 1000, runner.signal);
    } catch {
      return execution;
    }
  }
}

async function runOnce(
  invocation: Pick<Invocation, 'command' | 'args' | 'instance'>,
  { timeoutSeconds, debug }: LineOptions,
  { dispatcher, clock, signal }: Runner,
): Promise<Execution> {
  const events: string[] = [];
  const log = debug ? await collectingLog(events) : undefined;
  const limit = timeoutSeconds === undefined ? undefined : timeLimit(timeoutSeconds, signal, clock);
  try {
    const execution = await dispatcher.execute({
      ...invocation,
      signal: limit?.signal ?? signal,
      ...(timeoutSeconds !== undefined && { timeLimitMs: timeoutSeconds * 1000 }),
      ...(log && { log }),
    });
    return log ? { ...execution, entries: [...execution.entries, debugEntry(events)] } : execution;
  } finally {
    limit?.end();
  }
}

/** Aborted with the signal, or when the time is over: a request that hangs does not look at the time itself. */
function timeLimit(
  seconds: number,
  signal: AbortSignal,
  clock: Clock,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const over = new AbortController();
  const done = new AbortController();
  clock.sleep(seconds * 1000, done.signal).then(
    () => {
      over.abort(new CancelledError(`The command's ${seconds} seconds (execution-timeout) were over.`));
    },
    () => undefined,
  );
  return {
    signal: AbortSignal.any([signal, over.signal]),
    end: () => {
      done.abort();
    },
  };
}

async function collectingLog(events: string[]): Promise<Log> {
  // Nobody else in the room needs the library behind it.
  const { redacted } = await import('../../integration/redaction.js');
  return {
    debug(event, fields) {
      events.push(`${event} ${JSON.stringify(redacted(fields?.() ?? {}))}`);
    },
  };
}

function debugEntry(events: readonly string[]): Entry {
  return {
    Type: EntryType.DEBUG_LOG,
    ContentsFormat: EntryFormat.TEXT,
    Contents: events.length === 0 ? 'Nothing was logged.' : events.join('\n'),
  };
}

import { type Clock } from '../integration/clock.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { errorText } from '../integration/dispatcher/error-text.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { type TakeItems } from '../integration/results/long-list.js';
import { errorEntry } from '../integration/results/raw-entry.js';
import { lineArguments } from './line/arguments.js';
import { fillInSecrets, type SecretSources } from './line/secret-arguments.js';
import { parseWords } from './line/words.js';
import { toItsEnd } from './to-its-end.js';

/** What running one command needs besides the command. */
export interface OneShotOptions {
  /** Cancels the command. */
  readonly signal: AbortSignal;
  readonly secrets: SecretSources;
  /** Told before each wait for a scheduled result, with its length in seconds. */
  readonly onWait: (reason: string, seconds: number) => void;
  readonly clock: Clock;
  /** Takes the items of a long list as they come. */
  readonly take?: TakeItems;
}

/**
 * Runs one command as it was typed in a shell, to the end of what it schedules. A line that cannot be read becomes an error entry, like every failure.
 * @param words The command line's words: one whole line, or the command and its arguments.
 */
export async function runWords(
  words: readonly string[],
  dispatcher: Dispatcher,
  instance: Instance,
  { signal, secrets, onWait, clock, take }: OneShotOptions,
): Promise<Execution> {
  try {
    const line = parseWords(words);
    const declaration = findDeclaration(line.command);
    const args = await fillInSecrets(lineArguments(line, declaration), declaration, secrets);
    const invocation = { command: line.command, args, instance, signal, ...(take && { take }) };
    const execution = await dispatcher.execute(invocation);
    return await toItsEnd(execution, { dispatcher, instance, clock, signal, onWait });
  } catch (error) {
    return {
      entries: [errorEntry(errorText('run', error))],
      files: [],
      target: { kind: instance.kind, instance: instance.name ?? null, cloud: null, tenant: null },
      metrics: { requests: 0, retries: 0, durationMs: 0 },
    };
  }
}

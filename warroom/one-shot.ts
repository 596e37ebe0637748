import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { type Dispatcher } from '../integration/dispatcher/dispatcher.js';
import { errorText } from '../integration/dispatcher/error-text.js';
import { type Execution, type Instance } from '../integration/dispatcher/invocation.js';
import { errorEntry } from '../integration/results/raw-entry.js';
import { lineArguments } from './line/arguments.js';
import { parseWords } from './line/words.js';

/**
 * Runs one command as it was typed in a shell. A line that cannot be read becomes an error entry, like every failure.
 * @param words The command line's words: one whole line, or the command and its arguments.
 * @param signal Cancels the command.
 */
export async function runWords(
  words: readonly string[],
  dispatcher: Dispatcher,
  instance: Instance,
  signal: AbortSignal,
): Promise<Execution> {
  try {
    const line = parseWords(words);
    const args = lineArguments(line, findDeclaration(line.command));
    return await dispatcher.execute({ command: line.command, args, instance, signal });
  } catch (error) {
    return {
      entries: [errorEntry(errorText('run', error))],
      target: { kind: instance.kind, instance: instance.name ?? null, cloud: null, tenant: null },
      metrics: { requests: 0, retries: 0, durationMs: 0 },
    };
  }
}

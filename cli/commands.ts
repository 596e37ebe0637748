import { ArgumentError } from '../integration/errors.js';
import { noteEntry } from '../integration/results/note-entry.js';
import { commandHelp, commandList } from '../warroom/command-help.js';
import { paintEntry } from '../warroom/terminal/entry.js';
import { terminalSettings } from '../warroom/terminal/terminal-settings.js';

/** Lists the commands, or explains one. */
export default function commands(args: readonly string[]): Promise<number> {
  const [name] = args;
  try {
    const text = name === undefined ? commandList() : commandHelp(name);
    process.stdout.write(`${paintEntry(noteEntry(text), terminalSettings(process.stdout, process.env))}\n`);
    return Promise.resolve(0);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    process.stderr.write(`${error.message} ${error.nextStep ?? ''}\n`);
    return Promise.resolve(1);
  }
}

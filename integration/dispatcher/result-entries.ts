import { randomUUID } from 'node:crypto';
import { type CommandResult, toEntries } from '../results/command-result.js';
import { type Entry } from '../results/entry.js';
import { fileEntry } from '../results/raw-entry.js';
import { type Run } from '../run.js';

/** The entries of a result: those of its files first, whose bytes go to the run, then the main one and its warnings. */
export function resultEntries(result: CommandResult, run: Run): Entry[] {
  const files = (result.files ?? []).map(({ name, content }) => {
    const entry = fileEntry(name, randomUUID());
    run.files.push({ id: entry.FileID, name: entry.File, content });
    return entry;
  });
  return [...files, ...toEntries(result)];
}

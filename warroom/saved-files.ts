import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Execution } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { errorEntry } from '../integration/results/raw-entry.js';
import { type RunFile } from '../integration/run.js';
import { hasCode } from '../integration/state/system-error.js';

/**
 * Writes the files of a result to a folder, readable by their owner only, and names them in their entries. A file that
 * is there already is never overwritten: the new one gets a number.
 * @param folder Where to.
 * @returns The same result with entries that say where each file is; a file that could not be written becomes an error
 * entry, because what it holds is lost.
 */
export async function saveFiles(execution: Execution, folder: string): Promise<Execution> {
  if (execution.files.length === 0) return execution;
  const entries = await Promise.all(
    execution.entries.map(async (entry): Promise<Entry> => {
      const file = execution.files.find(({ id }) => id === entry.FileID);
      if (!file) return entry;
      try {
        return { ...entry, HumanReadable: `File saved: ${await save(file, folder)}` };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return errorEntry(`The file ${file.name} could not be written to ${folder}, and is lost: ${why}`);
      }
    }),
  );
  return { ...execution, entries };
}

async function save({ name, content }: RunFile, folder: string): Promise<string> {
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? `${stem}${extension}` : `${stem}-${number}${extension}`);
    try {
      await writeFile(path, content, { mode: 0o600, flag: 'wx' });
      return path;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Execution } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { errorEntry } from '../../integration/results/raw-entry.js';

/** Ids that are a name in the working directory and nothing more. */
const PLAIN_ID = /^[\w@-][\w.@-]*$/;

/**
 * Puts the bytes of a run's file entries where the server looks for them: in the working directory, under the
 * incident's id, an underscore and the file's id.
 * @param folder The working directory of the run.
 * @returns The run's entries, with an error entry in the place of a file that could not be stored: what the run did is
 * done, and the other entries tell it.
 */
export async function dropFiles(
  { entries, files }: Pick<Execution, 'entries' | 'files'>,
  incident: string,
  folder: string,
): Promise<readonly Entry[]> {
  const lost = new Map<string, Entry>();
  for (const { id, name, content } of files) {
    const stored = `${incident}_${id}`;
    const isStored = PLAIN_ID.test(stored) && (await isWritten(join(folder, stored), content));
    if (!isStored) lost.set(id, errorEntry(`The file "${name}" could not be handed to the platform.`));
  }
  const kept = entries.map((entry) => lost.get(entry.FileID ?? '') ?? entry);
  return [...kept, ...[...lost.values()].filter((entry) => !kept.includes(entry))];
}

/** Never over another file; with the usual rights, since the server may read it as another user. */
async function isWritten(file: string, content: Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

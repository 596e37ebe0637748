import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifest } from '../../generated/manifest.js';
import { ArgumentError } from '../../integration/errors.js';
import { packageText } from '../package-file.js';
import { checkPlaybook, type PartFindings } from './check-playbook.js';
import { differencesIn } from './differences.js';
import { fault } from './finding.js';
import { readPlaybook } from './read-playbook.js';

/** What one playbook file meets. */
export interface FileFindings {
  /** Its path, from the folder. */
  readonly file: string;
  /** Name of the playbook; undefined where the file could not be read. */
  readonly playbook?: string;
  readonly parts: readonly PartFindings[];
}

/**
 * Checks every playbook in a folder and the folders below it.
 * @returns A row for each playbook, and for each file that is no YAML; other YAML files are passed over.
 * @throws ArgumentError where the folder cannot be read.
 */
export async function checkFolder(folder: string): Promise<readonly FileFindings[]> {
  const names = (manifest.script.commands ?? []).map(({ name }) => name);
  const differences = differencesIn(await packageText('docs/compatibility.md'), names);
  const found: FileFindings[] = [];
  for (const file of await yamlFiles(folder)) {
    const row = await checkFile(join(folder, file)).catch((error: unknown) => {
      if (!(error instanceof ArgumentError)) throw error;
      return { parts: [{ part: 'the file', findings: [fault(error.message)] }] };
    });
    if (row) found.push({ file, ...row });
  }
  return found;

  async function checkFile(path: string): Promise<Omit<FileFindings, 'file'> | undefined> {
    const playbook = readPlaybook(await readFile(path, 'utf8'));
    if (!playbook) return undefined;
    return { playbook: playbook.name, parts: await checkPlaybook(playbook, manifest, differences) };
  }
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  try {
    const files = await readdir(folder, { recursive: true });
    return files.filter((file) => /\.ya?ml$/i.test(file)).sort();
  } catch (cause) {
    throw new ArgumentError(`The folder ${folder} cannot be read.`, 'Name a folder with playbooks.', {
      cause,
    });
  }
}

import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SettingsError } from '../../integration/errors.js';
import { hasCode } from '../../integration/state/system-error.js';
import { changeInstances } from './change.js';
import { SANDBOX_INSTANCES, unknownInstance } from './choose.js';
import { stateFile, stateFolder } from './state-file.js';

/**
 * Removes an instance, and with it the tokens and whatever else it kept.
 * @throws SettingsError when there is no such instance.
 */
export async function removeInstance(home: string, name: string): Promise<void> {
  if (SANDBOX_INSTANCES.has(name)) {
    throw new SettingsError(
      `${name} is built in and cannot be removed.`,
      'MSGRAPH_SOAR_SANDBOX=off forbids it.',
    );
  }
  await changeInstances(home, (instances) => {
    if (!instances.has(name)) throw unknownInstance(name, [...instances.keys()]);
    return new Map([...instances].filter(([other]) => other !== name));
  });
  const file = basename(stateFile(home, name));
  for (const left of await namesIn(stateFolder(home))) {
    // A process that was killed may have left locks and half-written files beside it. The state of an instance whose
    // name begins alike ends in .json.
    const isOurs = left === file || (left.startsWith(`${file}.`) && !left.endsWith('.json'));
    if (isOurs) await rm(join(stateFolder(home), left), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

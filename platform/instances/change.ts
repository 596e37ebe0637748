import { withFileLock } from '../../integration/state/file-lock.js';
import { makeFolderOf, replacePrivateFile } from '../../integration/state/private-file.js';
import { type ConfiguredInstances, instanceFile, readInstances } from './instance-file.js';

/**
 * Changes the instances, one change at a time of all processes that share the folder.
 * @param change Makes the new instances from those there are; what it throws is thrown on, and nothing is written.
 */
export async function changeInstances(
  home: string,
  change: (instances: ConfiguredInstances) => ConfiguredInstances,
): Promise<void> {
  const file = instanceFile(home);
  await makeFolderOf(file);
  await withFileLock(`${file}.lock`, async () => {
    const instances = change((await readInstances(home)) ?? new Map());
    const content = { version: 1, instances: Object.fromEntries(instances) };
    await replacePrivateFile(file, `${JSON.stringify(content, null, 2)}\n`);
  });
}

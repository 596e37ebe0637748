import { isSandboxOff, SANDBOX_INSTANCES } from '../platform/instances/choose.js';
import { homeFolder } from '../platform/instances/home.js';
import { readInstances } from '../platform/instances/instance-file.js';

/** The names of the instances of this machine, and of the built-in ones. A file that cannot be read has none. */
export async function instanceNames(): Promise<readonly string[]> {
  const own = await readInstances(homeFolder(process.env)).catch(() => undefined);
  return [...(own?.keys() ?? []), ...(isSandboxOff(process.env) ? [] : SANDBOX_INSTANCES.keys())];
}

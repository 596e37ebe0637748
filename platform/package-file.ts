import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reads a file of this package, as text or as bytes, whether the code runs from its sources or from the bundle.
 * @param path From the root of the package, such as `docs/instance-help.md`.
 */
export function packageText(path: string): Promise<string> {
  return readFile(join(packageRoot(), path), 'utf8');
}

/** @see packageText */
export function packageBytes(path: string): Promise<Buffer> {
  return readFile(join(packageRoot(), path));
}

/** The folder that holds the manifest; the bundle lies one level below it, the sources two. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'integration.yml')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SettingsError } from '../errors.js';
import { codeOf } from './system-error.js';

/** Makes the folder of a file, for its owner only, where it is missing. @throws SettingsError when it cannot be made. */
export async function makeFolderOf(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw notWritable(file, cause);
  }
}

/**
 * Replaces a file as a whole, for its owner only whatever the umask: a reader, or a process that follows one that was
 * killed, finds the old text or the new one.
 * @throws SettingsError when it cannot be written.
 */
export async function replacePrivateFile(file: string, text: string): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(file).catch(() => file);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeToDisk(temporary, text);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw notWritable(file, cause);
  }
}

/** Writes a new file down to the disk, so that it is never in place before its content is. */
async function writeToDisk(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The error for a place that cannot be written to; any other failure as it is.
 * @param file What could not be made there.
 */
export function notWritable(file: string, cause: unknown): unknown {
  const code = codeOf(cause);
  if (code === undefined) return cause;
  return new SettingsError(
    `${file} cannot be written (${code}).`,
    'Make its folder writable, or set MSGRAPH_SOAR_HOME to one that is.',
    { cause },
  );
}

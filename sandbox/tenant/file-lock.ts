import { randomInt } from 'node:crypto';
import { readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const patienceMilliseconds = 15_000;

/** A lock this old is left over, whatever its process does: nobody holds one for more than a moment. */
const staleMilliseconds = 10_000;

/** Time as the file system tells it: tests move `Date`, and a lock must not look stale for that. */
function machineTime(): number {
  return performance.timeOrigin + performance.now();
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** Creates the file, which fails where it exists. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function discard(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
}

async function isStale(lock: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, holder] = await Promise.all([stat(lock), readFile(lock, 'utf8')]);
    const pid = Number(holder);
    return machineTime() - mtimeMs > staleMilliseconds || (pid > 0 && !isAlive(pid));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Removes a lock whose process is gone. A second lock makes sure that only one process at a time does this: otherwise
 * the slower of two could remove the lock the faster one has just taken.
 */
async function breakStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const guard = `${lock}.break`;
  if (!(await take(guard))) {
    if (await isStale(guard)) await discard(guard);
    return;
  }
  try {
    if (await isStale(lock)) await discard(lock);
  } finally {
    await discard(guard);
  }
}

/**
 * Runs something while no other process does the same under the same lock.
 *
 * @param lock Path of the lock file; it exists only while it is held.
 * @param action What to run.
 * @returns What `action` returns.
 * @throws Error where the lock cannot be had within 15 seconds, or whatever `action` throws.
 */
export async function withFileLock<T>(lock: string, action: () => T | Promise<T>): Promise<T> {
  const giveUpAt = machineTime() + patienceMilliseconds;
  while (!(await take(lock))) {
    if (machineTime() > giveUpAt) throw new Error(`The lock ${lock} is held by another process.`);
    await breakStale(lock);
    await delay(randomInt(2, 12));
  }
  try {
    return await action();
  } finally {
    await discard(lock);
  }
}

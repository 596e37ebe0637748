import { randomInt } from 'node:crypto';
import { rmdir, stat } from 'node:fs/promises';
import { type Clock, systemClock } from '../clock.js';
import { SoarError } from '../errors.js';
import { notWritable } from './private-file.js';
import { hasCode } from './system-error.js';

/** How long somebody waits for a lock, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Whoever holds a lock says so this often, in milliseconds. */
const SIGN_OF_LIFE_MS = 3_000;

/** A lock without a sign of life for this long was left by a process that is gone, in milliseconds. */
const STALE_MS = 10_000;

/** Longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 25;

/**
 * Runs `work` while nobody else, in this process or another one, runs work under the same lock. A lock whose owner was
 * killed is taken over after ten seconds.
 * @param lock Path of the lock: a folder, there while it is held. The folder around it must exist.
 * @throws SettingsError when the lock cannot be made there at all, SoarError when others hold it for a minute.
 */
export async function withFileLock<T>(
  lock: string,
  work: () => Promise<T>,
  clock: Clock = systemClock,
): Promise<T> {
  const giveUpAt = clock.now() + PATIENCE_MS;
  let release = await tryLock(lock, Infinity);
  while (!release) {
    if (clock.now() >= giveUpAt) {
      throw new SoarError(
        `Another command has held ${lock} for ${PATIENCE_MS / 1000} seconds.`,
        'Wait for it to end, or end it, and try again.',
      );
    }
    await breakStale(lock);
    await clock.sleep(randomInt(2, LONGEST_PAUSE_MS));
    release = await tryLock(lock, Infinity);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}

type Release = () => Promise<void>;

/**
 * @param stale Age in milliseconds from which a lock may be taken from its owner.
 * @returns Undefined where somebody else holds the lock.
 */
async function tryLock(lock: string, stale: number): Promise<Release | undefined> {
  // Most commands only read, so the package is loaded when it is needed.
  // By its default export: bundled, a CommonJS package has no other.
  const { default: lockfile } = await import('proper-lockfile');
  try {
    const release = await lockfile.lock(lock, {
      lockfilePath: lock,
      realpath: false,
      stale,
      update: SIGN_OF_LIFE_MS,
      // Taken over while this process stood still. What was read meanwhile is checked again before it is written.
      onCompromised: () => undefined,
    });
    return () =>
      release().catch((error: unknown) => {
        if (!hasCode(error, 'ERELEASED', 'ENOTACQUIRED')) throw error;
      });
  } catch (cause) {
    if (hasCode(cause, 'ELOCKED')) return undefined;
    throw notWritable(lock, cause);
  }
}

/**
 * Removes a lock whose owner is gone. A second lock makes sure that only one does so at a time: of two who found the
 * same lock stale, the slower one would otherwise remove the lock that the faster one has taken since.
 */
async function breakStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const release = await tryLock(`${lock}.takeover`, STALE_MS);
  if (!release) return;
  try {
    if (await isStale(lock)) await rmdir(lock);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  } finally {
    await release();
  }
}

async function isStale(lock: string): Promise<boolean> {
  try {
    return (await stat(lock)).mtimeMs < Date.now() - STALE_MS;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

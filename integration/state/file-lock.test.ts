import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { SettingsError } from '../errors.js';
import { withFileLock } from './file-lock.js';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-lock-'));
  lock = join(folder, 'turn');
});
afterEach(() => rm(folder, { recursive: true }));

test('work under one lock never overlaps in one process, also after work that failed', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
    throw new Error('the work failed');
  };
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => withFileLock(lock, work)));
  expect(all.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 'rejected'));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('the answer of the work is handed on', async () => {
  expect(await withFileLock(lock, () => Promise.resolve(42))).toBe(42);
});

test('a lock that its owner left is taken over, by one at a time', async () => {
  await mkdir(lock);
  const long = new Date(Date.now() - 11_000);
  await utimes(lock, long, long);
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise(setImmediate);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => withFileLock(lock, work)));
  expect(await readdir(folder)).toEqual([]);
});

test('a lock that others keep is waited for, and after a minute given up with a reason', async () => {
  await mkdir(lock);
  const clock = createFakeClock();
  const done = withFileLock(lock, () => Promise.resolve(), clock);
  // Each try is real, so the lock has to stay fresh however long a minute of tries takes.
  await expect(done).rejects.toThrow(`Another command has held ${lock} for 60 seconds.`);
  expect(clock.sleeps.reduce((sum, sleep) => sum + sleep, 0)).toBeGreaterThanOrEqual(60_000);
});

test('a lock that cannot be made is told, with what to do', async () => {
  const done = withFileLock(join(folder, 'missing', 'turn'), () => Promise.resolve());
  await expect(done).rejects.toThrow(SettingsError);
  await expect(done).rejects.toHaveProperty('nextStep', expect.stringContaining('MSGRAPH_SOAR_HOME'));
});

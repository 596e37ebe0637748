import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createFileStore } from './file.js';
import { seal } from './sealing.js';
import { VersionConflictError } from './store.js';

const key = createSecretKey(randomBytes(32));
const secret = 'example-token~1';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-state-'));
  file = join(folder, 'state', 'prod.json');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (store = createFileStore(file, key), token = secret) =>
  store.read().then(({ value, version }) => store.write({ ...value, token }, version));

test('what one store wrote another reads, with what was there before', async () => {
  const store = createFileStore(file, key);
  expect(await store.read()).toEqual({ value: {}, version: 0 });
  await store.write({ kept: { by: 'others' } }, 0);
  await write();
  expect(await createFileStore(file, key).read()).toEqual({
    value: { kept: { by: 'others' }, token: secret, generation: '2' },
    version: 2,
  });
});

test('a write made from an old read is refused and changes nothing', async () => {
  const [mine, theirs] = [createFileStore(file, key), createFileStore(file, key)];
  await theirs.write({ by: 'them' }, 0);
  await expect(mine.write({ by: 'me' }, 0)).rejects.toBeInstanceOf(VersionConflictError);
  expect((await mine.read()).value).toEqual({ by: 'them', generation: '1' });
});

test('the file shows nothing of what is in it and is for its owner only, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    await write();
  } finally {
    process.umask(before);
  }
  expect(await readFile(file, 'utf8')).not.toMatch(/example|token|generation/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'state'))).mode & 0o777).toBe(0o700);
  expect(await readdir(join(folder, 'state'))).toEqual(['prod.json', 'prod.json.copy']);
  expect(await readFile(`${file}.copy`, 'utf8')).toBe(await readFile(file, 'utf8'));
  expect((await stat(`${file}.copy`)).mode & 0o777).toBe(0o600);
});

test('a file that others may read becomes private with the next write', async () => {
  await mkdir(join(folder, 'state'));
  await writeFile(file, seal('{}', key), { mode: 0o644 });
  await write();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

const damages: readonly (readonly [string, (text: string) => string])[] = [
  ['empty', () => ''],
  ['cut off', (text) => text.slice(0, text.length / 2)],
  ['changed in one place', (text) => `${text.slice(0, 20)}!${text.slice(21)}`],
  ['something else', () => '{"access_token": 1}'],
];

test.each(damages)(
  'a file that is %s loses nothing: its copy is read, and both are written anew',
  async (_what, damage) => {
    await write();
    const store = createFileStore(file, key);
    await store.read();
    await writeFile(file, damage(await readFile(file, 'utf8')));
    for (const reader of [store, createFileStore(file, key)]) {
      expect((await reader.read()).value).toEqual({ token: secret, generation: '1' });
    }
    await write(store, 'next');
    await writeFile(file, '');
    expect((await store.read()).value).toEqual({ token: 'next', generation: '2' });
  },
);

test('a copy that cannot be written is no failure of the write', async () => {
  await mkdir(`${file}.copy`, { recursive: true });
  await write();
  expect((await createFileStore(file, key).read()).value).toEqual({ token: secret, generation: '1' });
});

test('a file that was removed keeps nothing, whatever its copy holds', async () => {
  await write();
  await rm(file);
  expect(await createFileStore(file, key).read()).toEqual({ value: {}, version: 0 });
});

test.each([...damages, ['a sealed text that is no context', () => seal('[1]', key)] as const])(
  'a file that is %s like its copy counts as empty and is replaced by the next write',
  async (_what, damage) => {
    await write();
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    await writeFile(`${file}.copy`, damaged);
    expect(await createFileStore(file, key).read()).toEqual({ value: {}, version: 0 });
    await write();
    expect((await createFileStore(file, key).read()).value).toEqual({ token: secret, generation: '1' });
  },
);

test('a file sealed with another key is an error that names it, and is left alone', async () => {
  await write();
  const sealed = await readFile(file, 'utf8');
  const other = createFileStore(file, createSecretKey(randomBytes(32)));
  await expect(other.read()).rejects.toThrow(`The state file ${file} was sealed with another key.`);
  await expect(other.write({}, 0)).rejects.toThrow('another key');
  expect(await readFile(file, 'utf8')).toBe(sealed);
});

async function leaveLock(): Promise<void> {
  const lock = `${file}.lock`;
  const long = new Date(Date.now() - 60_000);
  await mkdir(lock);
  await utimes(lock, long, long);
}

/** What a process killed at this step of its write leaves behind. */
const leftBehind: Readonly<Record<string, () => Promise<void>>> = {
  'with the lock just taken': leaveLock,
  'with half of the new text written': async () => {
    await leaveLock();
    await writeFile(`${file}.123456.tmp`, seal(secret, key).slice(0, 40));
  },
  'with the new text written and not yet put in place': async () => {
    await leaveLock();
    await writeFile(`${file}.123456.tmp`, seal('{"token":"new","generation":"2"}', key));
  },
  'with the new text in place and the lock still held': async () => {
    await leaveLock();
    await writeFile(file, seal('{"token":"new","generation":"2"}', key));
  },
  'while it took over the lock of another one that was killed': async () => {
    await leaveLock();
    const takeover = `${file}.lock.takeover`;
    const long = new Date(Date.now() - 60_000);
    await mkdir(takeover);
    await utimes(takeover, long, long);
  },
};

test.each(Object.keys(leftBehind))('after a process was killed %s, the next command works', async (step) => {
  await write();
  await leftBehind[step]?.();
  const store = createFileStore(file, key);
  const { value, version } = await store.read();
  expect(['example-token~1', 'new']).toContain(value['token']);
  await store.write({ ...value, after: 'yes' }, version);
  expect((await store.read()).value).toEqual({
    token: value['token'],
    after: 'yes',
    generation: String(version + 1),
  });
});

test('one lock keeps out only work of the same name', async () => {
  const store = createFileStore(file, key);
  const order: string[] = [];
  await store.withLock('sign-in', async () => {
    await store.withLock('audit', () => {
      order.push('audit');
      return write(store);
    });
    order.push('sign-in');
  });
  expect(order).toEqual(['audit', 'sign-in']);
});

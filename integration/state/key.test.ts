import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sealingKey } from './key.js';

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-key-'));
});
afterEach(() => rm(home, { recursive: true }));

test.each(['hex', 'base64', 'base64url'] as const)(
  'a key in %s comes from MSGRAPH_SOAR_KEY',
  async (form) => {
    const key = await sealingKey(home, { MSGRAPH_SOAR_KEY: ` ${bytes.toString(form)}\n` });
    expect(key.export()).toEqual(bytes);
    expect(await readdir(home)).toEqual([]);
  },
);

test('a key comes from the file that MSGRAPH_SOAR_KEY_FILE names', async () => {
  const file = join(home, 'mine');
  await writeFile(file, `${bytes.toString('base64')}\n`);
  expect((await sealingKey(home, { MSGRAPH_SOAR_KEY_FILE: file })).export()).toEqual(bytes);
});

test('without any, a key is made once, for its owner only, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    const inside = join(home, 'deep', 'inside');
    const first = await sealingKey(inside, {});
    expect((await sealingKey(inside, {})).export()).toEqual(first.export());
    expect((await stat(join(inside, 'key'))).mode & 0o777).toBe(0o600);
    expect((await stat(inside)).mode & 0o777).toBe(0o700);
  } finally {
    process.umask(before);
  }
});

test('those who come at the same time for the first time get the same key', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => sealingKey(home, {})));
  expect(new Set(keys.map((key) => key.export().toString('hex'))).size).toBe(1);
  expect(await readdir(home)).toEqual(['key']);
});

test.each([
  ['too short', bytes.subarray(1).toString('base64')],
  ['too long', Buffer.concat([bytes, bytes]).toString('hex')],
  ['a pass phrase', 'correct horse battery staple'],
])('a key that is %s is refused by the name of its variable, not shown', async (_what, text) => {
  const made = sealingKey(home, { MSGRAPH_SOAR_KEY: text });
  await expect(made).rejects.toThrow(
    'MSGRAPH_SOAR_KEY is not a key: it must hold 32 bytes in Base64 or hex.',
  );
  await expect(made).rejects.not.toThrow(text);
});

test('a key file that is empty is refused by its name and stays as it is', async () => {
  const file = join(home, 'key');
  await writeFile(file, '');
  await expect(sealingKey(home, {})).rejects.toThrow(`${file} is not a key`);
  expect(await readFile(file, 'utf8')).toBe('');
});

test('a key file that is named and missing is an error, not a new key', async () => {
  const file = join(home, 'mine');
  await expect(sealingKey(home, { MSGRAPH_SOAR_KEY_FILE: file })).rejects.toThrow(
    `The key file ${file} does not exist.`,
  );
  expect(await readdir(home)).toEqual([]);
});

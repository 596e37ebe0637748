import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeHome, textOfAll } from '../instances/sample-home.js';
import { addKey, revokeKey } from './change.js';
import { findKey } from './check.js';
import { keyList } from './describe.js';
import { keyFile, keyReader, readKeys } from './key-file.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');
let home: string;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => rm(home, { recursive: true }));

const add = async (name: string, scope: 'read' | 'effects' = 'read') =>
  (await addKey(home, name, scope, NOW)).reveal();

describe('an API key', () => {
  test('is found by what it is, with its name and scope', async () => {
    const [read, effects] = [await add('siem'), await add('soar', 'effects')];
    const keys = readKeys(home);
    expect(findKey(read, keys)).toEqual({ name: 'siem', scope: 'read' });
    expect(findKey(effects, keys)).toEqual({ name: 'soar', scope: 'effects' });
    expect(findKey(`${read}x`, keys)).toBeUndefined();
    expect(findKey(read.slice(0, -1), keys)).toBeUndefined();
    expect(findKey('', keys)).toBeUndefined();
  });

  test('holds 32 random bytes, and no two are the same', async () => {
    const [one, other] = [await add('one'), await add('other')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.replace('msgs_', ''), 'base64url')).toHaveLength(32);
  });

  test('is kept as a hash only, in a file for its owner only', async () => {
    const key = await add('siem');
    expect(await textOfAll(home)).not.toContain(key.slice(5, 30));
    expect((await stat(keyFile(home))).mode & 0o777).toBe(0o600);
    expect(keyList(home)).toContain('| siem | read | 2026-03-02T08:00:00.000Z |');
  });

  test('that is revoked opens nothing, also for a reader that has read before', async () => {
    const key = await add('siem');
    const read = keyReader(home);
    expect(findKey(key, read())).toBeDefined();
    await revokeKey(home, 'siem');
    expect(findKey(key, read())).toBeUndefined();
    expect(readKeys(home).size).toBe(0);
  });

  test('keeps its name: another one under it is refused', async () => {
    const key = await add('siem');
    await expect(add('siem', 'effects')).rejects.toThrow('There is a key "siem" already.');
    expect(findKey(key, readKeys(home))?.scope).toBe('read');
  });

  test.each(['', 'a b', '../x', 'x'.repeat(65), 'a\nb'])('cannot be called %j', async (name) => {
    await expect(add(name)).rejects.toThrow('cannot be the name of a key');
  });

  test('called __proto__ is a key as every other one', async () => {
    const key = await add('__proto__', 'effects');
    expect(findKey(key, readKeys(home))).toEqual({ name: '__proto__', scope: 'effects' });
  });
});

test('twenty keys added at once are all kept', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `key-${index}`);
  const added = await Promise.all(names.map((name) => add(name)));
  const keys = readKeys(home);
  expect(added.map((key) => findKey(key, keys)?.name)).toEqual(names);
});

test('revoking a key that is not there suggests the one that is', async () => {
  await add('sentinel');
  await expect(revokeKey(home, 'sentinle')).rejects.toMatchObject({ nextStep: 'Did you mean "sentinel"?' });
});

test.each([
  ['no JSON', () => '{'],
  ['another version', (text: string) => text.replace('"version": 1', '"version": 2')],
  ['a scope nobody knows', (text: string) => text.replace('"read"', '"all"')],
  ['a cut hash', (text: string) => text.replace(/"sha256": "../, '"sha256": "')],
])('a file with %s opens nothing, and says so', async (_, damage) => {
  await add('siem');
  const file = keyFile(home);
  await writeFile(file, damage(await readFile(file, 'utf8')));
  expect(() => readKeys(home)).toThrow(/The file of API keys .* holds|The file of API keys .* cannot/);
});

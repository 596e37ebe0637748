import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addToHistory, KEPT_LINES, lineToKeep, readHistory } from './history.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
  file = join(folder, 'lines');
});
afterEach(() => rm(folder, { recursive: true }));

test('lines come back, the last one first, from a file for its owner only', async () => {
  expect(await readHistory(file)).toEqual([]);
  await addToHistory(file, '!one');
  await addToHistory(file, '!two');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readHistory(file)).toEqual(['!two', '!one']);
});

test('a file that others could read is closed, and one that is long is cut', async () => {
  await writeFile(file, Array.from({ length: KEPT_LINES + 5 }, (_, index) => `!${index}\n`).join(''));
  await chmod(file, 0o644);
  const lines = await readHistory(file);
  expect(lines).toHaveLength(KEPT_LINES);
  expect(lines[0]).toBe(`!${KEPT_LINES + 4}`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(KEPT_LINES + 1);
});

test('a command over several lines is kept on one that means the same', () => {
  const find = () => undefined;
  expect(lineToKeep('!get user=a\n  x=`[1,\n2]`', find)).toBe('!get user=a x="[1,\\n2]"');
  expect(lineToKeep('!get user="a\n', find)).toBe('!get user="a');
  expect(lineToKeep('!get token=abc', find)).toBe('!get token=?');
});

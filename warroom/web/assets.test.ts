import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { builtPage } from '../../test_data/web-room.js';
import { readPageAssets } from './assets.js';

test('the whole page takes less than 150 kB compressed, under names that change with its content', async () => {
  const { script, style, icon } = await builtPage();
  const files = [script, style, icon];
  expect(files.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^page-\w{8}\.js$/),
    expect.stringMatching(/^style-\w{8}\.css$/),
    expect.stringMatching(/^icon-\w{8}\.svg$/),
  ]);
  const size = files.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
  expect(size).toBeLessThan(150_000);
});

test('the script makes no markup from text', async () => {
  const { script } = await builtPage();
  expect(script.content.toString()).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b/,
  );
});

test('without a build the error says what to do', async () => {
  await expect(readPageAssets(join(tmpdir(), 'no-such-page'))).rejects.toThrow(/not in .*no-such-page/);
});

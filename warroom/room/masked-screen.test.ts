import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createMaskedScreen, maskedFrom } from './masked-screen.js';

const find = () => undefined;

test('a secret is stars of its width, and what surrounds it is as it was typed', () => {
  expect(maskedFrom('!x password=hunter2 user=a', 0, find)).toBe('!x password=******* user=a');
  expect(maskedFrom('!x password="日本" user=a', 0, find)).toBe('!x password="****" user=a');
  expect(maskedFrom('!x password=hunter2 user=a', 15, find)).toBe('**** user=a');
});

test('what an editor writes of the line is masked, whole or as it grows, and nothing else', () => {
  const output = new PassThrough();
  const typed = { before: '', line: '!x password=hunter2' };
  const { stream } = createMaskedScreen(output, () => typed, find);
  stream.write('prompt > !x password=hunter2');
  stream.write('2');
  stream.write('\u001b[35G');
  stream.write('\r\n');
  expect(String(output.read())).toBe('prompt > !x password=********\u001b[35G\r\n');
});

test('while it is muted it shows nothing', () => {
  const output = new PassThrough();
  const screen = createMaskedScreen(output, () => ({ before: '', line: 'a' }), find);
  screen.isMuted = true;
  screen.stream.write('a');
  expect(output.read()).toBeNull();
});

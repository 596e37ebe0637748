import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { ArgumentError, CancelledError } from '../integration/errors.js';
import { askSecret } from './ask.js';

/** A terminal in memory: what a person types goes into `input`, what they see comes out of `output`. */
function terminal() {
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => raw.push(mode),
  });
  const output = new PassThrough();
  return { input, output, raw, seen: () => String(output.read() ?? '') };
}

test('what is typed is the answer and is not shown', async () => {
  const { input, output, raw, seen } = terminal();
  const answer = askSecret('creds_enc_key', { input, output });
  input.write('s3cret~1\r');
  expect(await answer).toBe('s3cret~1');
  expect(seen()).toBe('creds_enc_key (not shown): \n');
  // The terminal itself is silent while one types, and speaks again afterwards.
  expect(raw).toEqual([true, false]);
});

test('a slip can be corrected with backspace', async () => {
  const { input, output } = terminal();
  const answer = askSecret('password', { input, output });
  input.write('s3crex\u007ft\r');
  expect(await answer).toBe('s3cret');
});

test('a private key is read to its last line', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIE\nAAAA\n-----END PRIVATE KEY-----';
  const { input, output, seen } = terminal();
  const answer = askSecret('private_key', { input, output });
  input.write(`${key.replaceAll('\n', '\r')}\r`);
  expect(await answer).toBe(key);
  expect(seen()).not.toContain('MIIE');
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s cancels the question and leaves the terminal as it was', async (_key, typed) => {
  const { input, output, raw } = terminal();
  const answer = askSecret('password', { input, output });
  input.write(typed);
  await expect(answer).rejects.toThrow(CancelledError);
  expect(raw).toEqual([true, false]);
});

test('without a terminal nothing is asked, and what to do instead is told', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const answer = askSecret('password', { input, output });
  await expect(answer).rejects.toThrow(ArgumentError);
  await expect(answer).rejects.toThrow('password is to be asked for, and there is no terminal to ask on.');
  await expect(answer).rejects.toHaveProperty('nextStep', expect.stringContaining('${env:NAME}'));
  expect(output.read()).toBeNull();
});

import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { CancelledError } from '../../integration/errors.js';
import { openConsole } from './console.js';

/** A terminal in memory: what a person types goes into `input`, what they see comes out of `seen`. */
function terminal(history: readonly string[] = []) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let seen = '';
  output.on('data', (text) => {
    seen += String(text);
  });
  const console = openConsole({ input, output, find: () => undefined, complete: () => [[], ''], history });
  return { input, console, seen: () => seen };
}

test('a secret that is asked for is not shown, and comes back by no arrow key', async () => {
  const { input, console, seen } = terminal(['!older']);
  const answer = console.ask('password (not shown): ', true);
  input.write('hunter2\r');
  expect(await answer).toBe('hunter2');
  const command = console.readCommand('> ');
  input.write('\u001b[A\r');
  expect(await command).toBe('!older');
  expect(seen()).toContain('password (not shown): ');
  expect(seen()).not.toContain('hunter2');
  console.close();
});

test('what was typed ahead is no answer', async () => {
  const { input, console } = terminal();
  const command = console.readCommand('> ');
  input.write('!a\ryes');
  expect(await command).toBe('!a');
  const answer = console.ask('Go on? ', false);
  input.write('no\r');
  expect(await answer).toBe('no');
  console.close();
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s gives a question up, with the command that asks', async (_key, typed) => {
  const { input, console } = terminal();
  await console.cancellable(async (signal) => {
    const answer = console.ask('password (not shown): ', true);
    input.write(typed);
    await expect(answer).rejects.toThrow(CancelledError);
    expect(signal.aborted).toBe(typed === '\u0003');
  });
  console.close();
});

test('a line that is remembered comes back as it is kept, in place of what was typed', async () => {
  const { input, console } = terminal();
  const typed = console.readCommand('> ');
  input.write('!x password=hunter2\r');
  await typed;
  console.remember('!x password=?');
  const again = console.readCommand('> ');
  input.write('\u001b[A\r');
  expect(await again).toBe('!x password=?');
  console.close();
});

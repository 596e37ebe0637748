import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { version } from '../generated/product.js';
import { runExecutable, startExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-cli-'));
});
afterAll(() => rm(home, { recursive: true }));

const run = (...args: string[]) => runExecutable(args, home);

test('--version is the version alone', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([[[]], [['--help']], [['-h']], [['help']]])('%j says how it is used', async (args) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const part of [
    '--output terminal|markdown|json|context|raw|ndjson',
    'commands [NAME]',
    'exec',
    'sandbox start',
  ])
    expect(stdout).toContain(part);
});

describe('misuse is exit code 2, with a line on the error output and nothing on the other', () => {
  test.each<[readonly string[], RegExp]>([
    [['--frobnicate'], /--frobnicate/],
    [['run'], /Give a command/],
    [
      ['!msgraph-user-list', '--output', 'yaml'],
      /--output takes terminal, markdown, json, context, raw, ndjson\./,
    ],
    [['!msgraph-user-list', '--sandbox', '--instance', 'prod'], /exclude each other/],
    [['exec', '--concurrency', '0'], /from 1 to 256/],
    [['exec', '--concurrency', '1.5'], /from 1 to 256/],
    [['exec', '--concurrency', '257'], /from 1 to 256/],
    [['exec', 'now'], /now/],
    [['sandbox'], /^Usage: /],
    [['sandbox', 'stop'], /^Usage: /],
    [['sandbox', 'start', '--port', '70000'], /^Usage: /],
    [['sandbox', 'start', '--users', 'many'], /^Usage: /],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('commands', () => {
  test('lists what there is', async () => {
    const { code, stdout } = await run('commands');
    expect(code).toBe(0);
    for (const name of ['msgraph-user-test', 'msgraph-user-get', 'msgraph-user-list'])
      expect(stdout).toMatch(new RegExp(`^│ ${name} +│`, 'm'));
  });

  test('explains one by name, with or without its exclamation mark', async () => {
    const plain = await run('commands', 'msgraph-user-get');
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout).toMatch(/^msgraph-user-get\n[^]*\n!msgraph-user-get user=… [^]*\nExamples\n/);
    expect(await run('commands', '!msgraph-user-get')).toEqual(plain);
  });

  test('says which one was meant', async () => {
    expect(await run('commands', 'msgraph-user-gte')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no command "msgraph-user-gte". Did you mean "msgraph-user-get"?\n',
    });
  });
});

describe('what nobody foresaw is told in a line, not in a stack trace', () => {
  test('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stderr } = await run('sandbox', 'start', '--port', String(port));
    server.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^msgraph-soar failed: .*EADDRINUSE/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('a reader that went away', async () => {
    const running = startExecutable(['!msgraph-user-list', '-o', 'json'], home);
    running.process.stdout.destroy();
    running.process.stdin.end();
    const { stderr } = await running.finished;
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type JsonObject } from '../integration/json.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { runExecutable, type RunningExecutable, startExecutable } from '../test_data/executable.js';
import {
  entriesIn,
  keptContext,
  type KeptContext,
  type PlayedServer,
  playServer,
} from '../test_data/played-server.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let home: string;
let sandbox: Sandbox;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-loop-'));
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await rm(home, { recursive: true });
});

interface Container extends PlayedServer {
  readonly running: RunningExecutable;
}

function container(
  kept: KeptContext = keptContext(),
  options: {
    environment?: Record<string, string>;
    answerTo?: (message: JsonObject) => string | null | undefined;
  } = {},
): Container {
  const running = startExecutable(['loop'], home, options.environment);
  const { stdin: input, stdout: output } = running.process;
  // A container that was killed takes no more answers.
  input.on('error', () => undefined);
  return { ...playServer({ input, output }, kept, options.answerTo), running };
}

const get = (params: JsonObject = sandbox.params()): JsonObject => ({
  command: 'msgraph-user-get',
  args: { user: 'tomas@contoso.example' },
  params,
  context: { Inv: { id: '17' }, IntegrationInstance: 'prod' },
});

test('several runs go through one process, which ends with its input', async () => {
  const kept = keptContext();
  const server = container(kept);
  server.send('ping');
  await server.heard(({ type }) => type === 'pong');
  server.send('{broken');
  await server.heard(({ type }) => type === 'completed');
  kept.conflicts = 3;
  for (let round = 0; round < 2; round += 1) {
    const said = await server.run(get());
    expect(entriesIn(said)[0]).toMatchObject({ HumanReadable: expect.stringContaining('Tomáš Dvořák') });
  }
  server.running.process.stdin.end();
  expect(await server.running.finished).toMatchObject({ code: 0, stderr: '' });
  expect(server.garbage).toEqual([]);
});

test('what somebody else prints becomes an entry log, and the protocol stays whole', async () => {
  // Our loop has taken over the standard output as soon as it has a write function of its own.
  const stray = `setInterval(() => Object.hasOwn(process.stdout, 'write') && console.log('stray\\nline'), 5).unref()`;
  const server = container(keptContext(), {
    environment: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(stray)}` },
  });
  const said = await server.run(get());
  await server.heard(({ type }) => type === 'entryLog');
  server.running.process.stdin.end();
  await server.running.finished;
  expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
  expect(server.messages).toContainEqual({ type: 'entryLog', args: { message: 'stray\nline\n' } });
  expect(server.garbage).toEqual([]);
});

test('it never runs on the sandbox, whatever was configured', async () => {
  const server = container();
  const { params: _none, ...withoutParams } = get();
  expect((await server.run(withoutParams))[0]).toMatchObject({ type: 'exception' });
  expect(entriesIn(await server.run(get({})))[0]).toMatchObject({ Type: 4 });
  server.running.process.stdin.end();
  await server.running.finished;
});

test('a process that is killed while it signs in holds up nobody for long', async () => {
  const kept = keptContext();
  let server: Container | undefined = container(kept, {
    answerTo: ({ command }) => {
      const hasLease = 'lease:sign-in' in kept.value;
      if (hasLease && command === 'getIntegrationContext') server?.running.process.kill('SIGKILL');
      return undefined;
    },
  });
  server.send(JSON.stringify(get()));
  expect((await server.running.finished).code).toBeNull();
  server = undefined;
  // A while later.
  const lease = JSON.parse(String(kept.value['lease:sign-in'])) as { owner: string; renewed: number };
  kept.value = { 'lease:sign-in': JSON.stringify({ ...lease, renewed: lease.renewed - 600_000 }) };
  const next = container(kept);
  expect(entriesIn(await next.run(get()))[0]).toMatchObject({ Type: 1 });
  next.running.process.stdin.end();
  await next.running.finished;
  expect(kept.value).not.toHaveProperty(['lease:sign-in']);
});

test('an unknown option is a mistake', async () => {
  expect(await runExecutable(['loop', '--sandbox'], home)).toMatchObject({ code: 2, stdout: '' });
});

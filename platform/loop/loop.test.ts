import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { systemClock } from '../../integration/clock.js';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type JsonObject } from '../../integration/json.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import {
  entriesIn,
  keptContext,
  type KeptContext,
  type PlayedServer,
  playServer,
} from '../../test_data/played-server.js';
import { type LoopOptions, startLoop } from './loop.js';

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-loop-'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

let kept: KeptContext;
let closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  kept = keptContext();
});
afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

/** A loop in this process, and a server for it. */
function served(
  answerTo?: (message: JsonObject) => string | null | undefined,
  dispatcherFor: LoopOptions['dispatcherFor'] = (surface) => createDispatcher({ registry, ...surface }),
): PlayedServer & { end(): Promise<void> } {
  const input = new PassThrough();
  const output = new PassThrough();
  const write = (text: string): Promise<void> => {
    output.write(text);
    return Promise.resolve();
  };
  const { done } = startLoop({
    input,
    write,
    dispatcherFor,
    folder,
    clock: systemClock,
    listenHost: '127.0.0.1',
  });
  const end = (): Promise<void> => {
    input.end();
    return done;
  };
  closing.push(end);
  return { ...playServer({ input, output }, kept, answerTo), end };
}

const message = (command: string, args: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  script: 'main()',
  code_version: 3,
  integration: true,
  native: false,
  command,
  args,
  params: sandbox.params(),
  context: { Inv: { id: '17' }, IntegrationInstance: 'prod', IntegrationBrand: 'Microsoft Graph User' },
  heartbeat_interval: 30,
  is_running_heartbeat: false,
  ...more,
});
const get = (user: string, more: JsonObject = {}): JsonObject => message('msgraph-user-get', { user }, more);
const signInsSince = (before: number): number =>
  sandbox.log.slice(before).filter(({ path }) => path.includes('/oauth2/')).length;
const requests = (messages: readonly JsonObject[]): string[] =>
  messages.flatMap(({ type, command }) => (type === 'executeCommand' ? [String(command)] : []));

/** A dispatcher that does what a test wants of it. */
const doing =
  (execute: Dispatcher['execute']): LoopOptions['dispatcherFor'] =>
  () => ({ execute });
const finished = {
  files: [],
  target: { kind: 'tenant', instance: null, cloud: null, tenant: null },
} as const;
const cost = { requests: 0, retries: 0, durationMs: 0 };

test('a ping is answered with a pong, before, between and during runs', async () => {
  const server = served((asked) => {
    if (asked['command'] === 'getIntegrationContext' && pings < 2) {
      pings += 1;
      server.send('ping');
    }
    return undefined;
  });
  let pings = 1;
  server.send('ping');
  await server.heard(({ type }) => type === 'pong');
  const said = await server.run(get('adele@contoso.example'));
  expect(said.filter(({ type }) => type === 'pong')).toHaveLength(1);
  expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
});

test('a run gives its entries, then its metrics, then completed', async () => {
  const said = await served().run(get('tomas@contoso.example'));
  expect(entriesIn(said)[0]).toMatchObject({
    Type: 1,
    HumanReadable: expect.stringContaining('Tomáš Dvořák'),
  });
  expect(said.slice(-3).map(({ type }) => type)).toEqual(['result', 'result', 'completed']);
  expect(entriesIn(said).at(-1)).toMatchObject({
    Type: 19,
    APIExecutionMetrics: [{ Type: 'Successful', APICallsCount: 2 }],
  });
});

describe('metrics', () => {
  afterEach(() => {
    sandbox.faults = [];
  });
  const metricsOf = (said: readonly JsonObject[]): unknown => entriesIn(said).at(-1)?.['APIExecutionMetrics'];
  const signedIn = { Type: 'Successful', APICallsCount: 1 };
  const params = (): JsonObject => ({ ...sandbox.params(), handle_error: false });
  const graph = { path: /^\/v1\.0/ };

  test('tell what Graph refused from what worked', async () => {
    const said = await served().run(get('nobody@contoso.example', { params: params() }));
    expect(metricsOf(said)).toEqual([signedIn, { Type: 'GeneralError', APICallsCount: 1 }]);
  });

  test('count each repeat, and call throttling a quota', async () => {
    sandbox.faults = [{ match: graph, kind: 'throttle', retryAfterSeconds: 0, times: 2 }];
    const said = await served().run(get('adele@contoso.example'));
    expect(metricsOf(said)).toEqual([
      { Type: 'Successful', APICallsCount: 2 },
      { Type: 'QuotaError', APICallsCount: 2 },
    ]);
  });

  test('call a dropped connection by its name', async () => {
    sandbox.faults = [{ match: graph, kind: 'reset-before', times: 1 }];
    expect(metricsOf(await served().run(get('adele@contoso.example')))).toContainEqual({
      Type: 'ConnectionError',
      APICallsCount: 1,
    });
  });

  test('are absent where nothing was sent', async () => {
    const said = await served().run(message('msgraph-user-get', { usr: 'adele@contoso.example' }));
    expect(entriesIn(said)).toMatchObject([{ Type: 4 }]);
    expect(entriesIn(said)).toHaveLength(1);
  });
});

test('the Test button answers ok and nothing else, and asks for no integration context', async () => {
  const said = await served().run(message('test-module'));
  expect(entriesIn(said)).toMatchObject([{ Contents: 'ok' }]);
  expect(entriesIn(said)).toHaveLength(1);
  expect(requests(said)).toEqual([]);
});

describe('the integration context', () => {
  test('keeps the token for the next run, in another container too, and the lease is gone', async () => {
    await served().run(get('adele@contoso.example'));
    expect(Object.keys(kept.value).filter((key) => key.startsWith('lease'))).toEqual([]);
    expect(Object.values(kept.value).every((value) => typeof value === 'string')).toBe(true);
    const before = sandbox.log.length;
    await served().run(get('adele@contoso.example'));
    expect(signInsSince(before)).toBe(0);
  });

  test('three refused writes are tried again, and nothing is lost', async () => {
    kept.value = { mfa_access_token: { access_token: 'theirs' }, note: 'kept' };
    kept.conflicts = 3;
    const said = await served().run(get('adele@contoso.example'));
    expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
    expect(kept.value).toMatchObject({ mfa_access_token: { access_token: 'theirs' }, note: 'kept' });
    expect(kept.conflicts).toBe(0);
    const writes = said.filter(({ command }) => command === 'setIntegrationContext');
    expect(writes.length).toBeGreaterThanOrEqual(6);
    for (const { args } of writes) expect(args).toMatchObject({ sync: true, version: { primaryTerm: 1 } });
  });

  test('one that was never kept comes as null', async () => {
    const said = await served((asked) =>
      asked['command'] === 'getIntegrationContext' && kept.sequence === 0
        ? '{"context":null,"version":{"version":1,"sequenceNumber":0,"primaryTerm":1}}'
        : undefined,
    ).run(get('adele@contoso.example'));
    expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
  });

  test('two containers that start at once sign in once', async () => {
    const before = sandbox.log.length;
    const runs = await Promise.all(
      [served(), served(), served()].map((server) => server.run(get('adele@contoso.example'))),
    );
    for (const said of runs) expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
    expect(signInsSince(before)).toBe(1);
  });

  test('a refusal with the error marker is an error entry, and the loop goes on', async () => {
    let isBroken = true;
    const server = served((asked) =>
      isBroken && asked['type'] === 'executeCommand'
        ? '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]the database is on holiday'
        : undefined,
    );
    const said = await server.run(get('adele@contoso.example'));
    expect(entriesIn(said)[0]).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining('the database is on holiday'),
    });
    isBroken = false;
    expect(entriesIn(await server.run(get('adele@contoso.example')))[0]).toMatchObject({ Type: 1 });
  });

  test('an answer that is no JSON is an error entry', async () => {
    const said = await served((asked) => (asked['type'] === 'executeCommand' ? 'what?' : undefined)).run(
      get('adele@contoso.example'),
    );
    expect(entriesIn(said)[0]).toMatchObject({ Type: 4, Contents: expect.stringMatching(/not JSON/) });
  });
});

describe('runs one after the other', () => {
  test('share nothing: each has its own parameters and its own context', async () => {
    const server = served();
    const [first, second] = [
      await server.run(get('adele@contoso.example')),
      await server.run(
        get('adele@contoso.example', { params: { ...sandbox.params(), creds_enc_key: 'wrong' } }),
      ),
    ];
    expect(entriesIn(first)[0]).toMatchObject({ Type: 1 });
    expect(entriesIn(second)[0]).toMatchObject({ Type: 4, Contents: expect.stringMatching(/7000215/) });
  });

  test('that were sent at once are answered in their order', async () => {
    const server = served();
    server.send(JSON.stringify(get('adele@contoso.example')));
    const said = await server.run(message('msgraph-user-gte'));
    await server.heard((each) => each === server.messages.filter(({ type }) => type === 'completed')[1]);
    expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
    expect(entriesIn(server.messages).at(-1)).toMatchObject({
      Type: 4,
      Contents: expect.stringMatching(/Did you mean "msgraph-user-get"/),
    });
  });
});

describe('a message that cannot be run', () => {
  test.each([
    ['{broken', /not a JSON object/],
    ['[1]', /not a JSON object/],
    ['{"command":7}', /"command"/],
    ['{"command":"msgraph-user-test"}', /"params"/],
    ['{"command":"msgraph-user-test","params":{},"args":"none"}', /"args"/],
  ])('%s is an exception, and the loop goes on', async (line, reason) => {
    const server = served();
    server.send(line);
    await server.heard(({ type }) => type === 'completed');
    expect(server.messages[0]).toMatchObject({
      type: 'exception',
      args: { exception: [expect.stringMatching(reason)] },
    });
    expect(entriesIn(await server.run(message('test-module')))).toMatchObject([{ Contents: 'ok' }]);
  });

  test('is never run on the sandbox: parameters that are empty are an error entry', async () => {
    const said = await served().run(get('adele@contoso.example', { params: {} }));
    expect(entriesIn(said)).toMatchObject([{ Type: 4, Contents: expect.stringMatching(/missing/) }]);
    expect(entriesIn(said)[0]).not.toHaveProperty('Tags');
  });
});

test.each(['fetch-incidents', 'fetch-indicators', 'fetch-credentials'])(
  '%s fails as an exception, which the server shows on the instance',
  async (command) => {
    const said = await served().run(message(command));
    expect(said).toMatchObject([
      { type: 'exception', args: { exception: [expect.stringContaining(command), expect.any(String)] } },
      { type: 'completed' },
    ]);
  },
);

test('an exception of the dispatcher itself is told, and completed all the same', async () => {
  const said = await served(
    undefined,
    doing(() => Promise.reject(new Error('first\nsecond'))),
  ).run(message('msgraph-user-test'));
  expect(said).toEqual([
    { type: 'exception', args: { exception: ['first', 'second'] } },
    { type: 'completed' },
  ]);
});

test('big results and every kind of character arrive whole', async () => {
  const text = `${'ř'.repeat(3_000_000)} 😀 \u2028 \u2029 \u0000 "\\ \r\n`;
  const server = served(
    undefined,
    doing(({ args }) =>
      Promise.resolve({ ...finished, entries: [noteEntry(text + String(args['said']))], metrics: cost }),
    ),
  );
  const said = await server.run(message('msgraph-user-test', { said: 'grüße \u2028 😀' }));
  expect(entriesIn(said)[0]?.['HumanReadable']).toBe(`${text}grüße \u2028 😀`);
});

test('files lie in the working directory under the incident and their id', async () => {
  const files = [{ id: 'b0a7', name: 'pass.zip', content: new Uint8Array([1, 0, 255]) }];
  const entry = { Type: 3, ContentsFormat: 'text', Contents: '', File: 'pass.zip', FileID: 'b0a7' };
  const said = await served(
    undefined,
    doing(() => Promise.resolve({ ...finished, entries: [entry], files, metrics: cost })),
  ).run(message('msgraph-user-test'));
  expect(entriesIn(said)).toEqual([entry]);
  expect([...(await readFile(join(folder, '17_b0a7')))]).toEqual([1, 0, 255]);
});

test.each([
  ['leads elsewhere', '/../../x'],
  ['is there already', 'taken'],
])('a file whose id %s is an error entry in its place; the other entries stay', async (_what, id) => {
  await writeFile(join(folder, '17_taken'), 'older', { flag: 'a' });
  const files = [{ id, name: 'pass.zip', content: new Uint8Array([1]) }];
  const entry = { Type: 3, ContentsFormat: 'text', Contents: '', File: 'pass.zip', FileID: id };
  const said = await served(
    undefined,
    doing(() => Promise.resolve({ ...finished, entries: [entry, noteEntry('done')], files, metrics: cost })),
  ).run(message('msgraph-user-test'));
  expect(entriesIn(said)).toMatchObject([
    { Type: 4, Contents: 'The file "pass.zip" could not be handed to the platform.' },
    { Type: 1, HumanReadable: 'done' },
  ]);
  expect(await readFile(join(folder, '17_taken'), 'utf8')).not.toContain('\u0001');
});

test('signs of life are given while a command runs, where they are wanted', async () => {
  let done: () => void = () => undefined;
  const server = served(
    undefined,
    doing(async () => {
      await new Promise<void>((resolve) => (done = resolve));
      return { ...finished, entries: [], metrics: cost };
    }),
  );
  const said = server.run(
    message('msgraph-user-test', {}, { heartbeat_interval: 0.01, is_running_heartbeat: true }),
  );
  await server.heard(
    ({ command, args }) => command === 'heartbeat' && JSON.stringify(args).includes('heartbeat 2'),
  );
  done();
  expect((await said).at(-1)).toEqual({ type: 'completed' });
});

test('signs of life end with their run', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'Date'] });
  try {
    const server = served(
      undefined,
      doing(() => Promise.resolve({ ...finished, entries: [], metrics: cost })),
    );
    await server.run(message('msgraph-user-test', {}, { heartbeat_interval: 1, is_running_heartbeat: true }));
    jest.advanceTimersByTime(10_000);
    server.send('ping');
    await server.heard(({ type }) => type === 'pong');
    expect(requests(server.messages)).toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});

test('a line that answers nothing and is no run is an exception, and the loop goes on', async () => {
  const server = served();
  server.send('{"version":{"version":3}}');
  await server.heard(({ type }) => type === 'completed');
  expect(server.messages[0]).toMatchObject({ type: 'exception' });
  expect(entriesIn(await server.run(message('test-module')))).toMatchObject([{ Contents: 'ok' }]);
});

test('debugging sends what happens to the log, without secrets, and takes its option away', async () => {
  const context = { IntegrationInstance: 'prod', IsDebug: true };
  const said = await served().run(
    message('msgraph-user-get', { user: 'adele@contoso.example', 'debug-mode': 'true' }, { context }),
  );
  const log = said.filter(({ type }) => type === 'log');
  expect(JSON.stringify(log)).toContain('http answer');
  expect(JSON.stringify(said.filter(({ type }) => type !== 'executeCommand'))).not.toContain(
    String(sandbox.params()['creds_enc_key']),
  );
  expect(entriesIn(said)[0]).toMatchObject({ Type: 1 });
});

test('remarks about the parameters go to the log', async () => {
  const params = { ...sandbox.params(), insecure: true };
  const said = await served().run(get('adele@contoso.example', { params }));
  expect(said.filter(({ type }) => type === 'log')).toMatchObject([
    { command: 'info', args: { args: [expect.stringMatching(/insecure is on/)] } },
  ]);
});

test('the end of the input cancels what runs', async () => {
  let cancelled: Promise<unknown> | undefined;
  const server = served(
    undefined,
    doing(({ signal }) => {
      cancelled = new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return cancelled.then(() => ({ ...finished, entries: [], metrics: cost }));
    }),
  );
  server.send(JSON.stringify(message('msgraph-user-test')));
  server.send('ping');
  await server.heard(({ type }) => type === 'pong');
  await server.end();
  expect(cancelled).toBeDefined();
});

test('the end of the input while an answer is awaited ends the run with an error', async () => {
  const server = served((asked) => {
    if (asked['type'] === 'executeCommand') void server.end();
    return null;
  });
  const said = await server.run(get('adele@contoso.example'));
  expect(entriesIn(said)[0]).toMatchObject({
    Type: 4,
    Contents: expect.stringMatching(/closed the connection|cancelled/),
  });
});

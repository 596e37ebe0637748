import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { SettingsError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../../integration/json.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { objectOf, objectsOf } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { exec, type ExecOptions } from './exec.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const GET = 'msgraph-user-get';

/** Feeds the input in the pieces given and reads the answers back. */
async function answersTo(
  input: Iterable<string | Buffer>,
  options: Partial<ExecOptions> = {},
): Promise<readonly JsonObject[]> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await exec({
    input: Readable.from(input, { objectMode: false }),
    output,
    dispatcher: createDispatcher({ registry }),
    instanceOf: () => Promise.resolve(sandboxInstance(sandbox)),
    concurrency: 16,
    ...options,
  });
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => objectOf(parseJson(line)));
}

const lineOf = (request: object): string => `${JSON.stringify(request)}\n`;
const get = (user: string, more: object = {}): object => ({
  command: GET,
  args: { user, properties: 'displayName' },
  ...more,
});

function failureOf(answer: JsonObject | undefined): string {
  const [entry, ...more] = objectsOf(answer?.['results']);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({ Type: 4, ContentsFormat: 'text' });
  return String(entry?.['Contents']);
}

describe('an answer', () => {
  test('holds the entries, what they are about, and what they cost', async () => {
    expect(await answersTo([lineOf(get('adele@contoso.example', { id: 'a' }))])).toEqual([
      {
        id: 'a',
        results: [
          expect.objectContaining({
            Type: 1,
            Contents: expect.objectContaining({ displayName: 'Adele Winterbourne' }),
          }),
        ],
        target: { kind: 'tenant', instance: 'test', cloud: 'Custom', tenant: sandbox.tenantId },
        metrics: { requests: 2, retries: 0, durationMs: expect.any(Number) },
      },
    ]);
  });

  test.each([0, -1.5, '', 'ä€😀', false, null, [1, { a: null }], { nested: { deep: [true] } }])(
    'gives back the ID %j as it came',
    async (id) => {
      const [answer] = await answersTo([lineOf({ id, command: 'test-module' })]);
      expect(answer?.['id']).toEqual(id);
      const [refused] = await answersTo([lineOf({ id, command: 'no-such-command' })]);
      expect(refused?.['id']).toEqual(id);
    },
  );

  test('to a line without an ID has the ID null', async () => {
    expect((await answersTo([lineOf({ command: 'test-module' })]))[0]?.['id']).toBeNull();
  });
});

describe('a line at fault is answered, with its ID where it has one, and nothing is sent', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['no JSON', '{"id":1,', null, /not a JSON object/],
    ['a list', '[{"id":1,"command":"test-module"}]', null, /not a JSON object/],
    ['text', '"test-module"', null, /not a JSON object/],
    ['an unknown member', '{"id":2,"command":"test-module","argss":{}}', 2, /Unknown member "argss"/],
    [
      'params and instance',
      '{"id":3,"command":"test-module","params":{},"instance":"x"}',
      3,
      /exclude each other/,
    ],
    [
      'params that got lost',
      '{"id":4,"command":"test-module","params":null}',
      4,
      /"params" must be a JSON object/,
    ],
    [
      'arguments that are no object',
      '{"id":5,"command":"test-module","args":"a=b"}',
      5,
      /"args" must be a JSON object/,
    ],
    ['an unknown command', '{"id":6,"command":"msgraph-user-gte"}', 6, /Did you mean "msgraph-user-get"/],
    ['no settings', '{"id":7,"command":"test-module","params":{}}', 7, /creds_tenant_id/],
  ])('%s', async (_what, line, id, message) => {
    const before = sandbox.log.length;
    const [answer, ...more] = await answersTo([`${line}\n`]);
    expect(more).toEqual([]);
    expect(answer?.['id']).toBe(id);
    expect(failureOf(answer)).toMatch(message);
    expect(answer?.['metrics']).toMatchObject({ requests: 0, retries: 0 });
    expect(sandbox.log).toHaveLength(before);
  });

  test('an instance that cannot be chosen', async () => {
    const instanceOf = () =>
      Promise.reject(new SettingsError('There is no instance "prdo".', 'Did you mean "prod"?'));
    const [answer] = await answersTo([lineOf({ id: 8, command: GET, instance: 'prdo' })], { instanceOf });
    expect(failureOf(answer)).toBe('There is no instance "prdo".\nDid you mean "prod"?');
    expect(answer).toMatchObject({ id: 8, target: null });
  });

  test('and the lines around it are answered all the same', async () => {
    const answers = await answersTo([
      lineOf({ id: 1, command: 'test-module' }),
      '}{\n',
      lineOf({ id: 2, command: 'test-module' }),
    ]);
    expect(answers.map(({ id }) => id).toSorted()).toEqual([1, 2, null]);
  });
});

describe('how lines may come', () => {
  const two = [
    lineOf(get('adele@contoso.example', { id: 1 })),
    lineOf(get('noor@contoso.example', { id: 2 })),
  ];
  const ids = (answers: readonly JsonObject[]) => answers.map(({ id }) => id).toSorted();

  test('blank lines are passed over, CRLF ends a line, and the last one needs no end', async () => {
    const text = `\n  \r\n${two[0]?.trimEnd() ?? ''}\r\n\t\n\n${two[1]?.trimEnd() ?? ''}`;
    expect(ids(await answersTo([text]))).toEqual([1, 2]);
  });

  test('byte by byte, also within a character', async () => {
    const line = Buffer.from(
      lineOf({ id: 'Dvořák 😀', command: GET, args: { user: 'tomas@contoso.example' } }),
    );
    const [answer] = await answersTo(Array.from(line, (byte) => Buffer.from([byte])));
    expect(answer?.['id']).toBe('Dvořák 😀');
    expect(JSON.stringify(answer?.['results'])).toContain('Tomáš Dvořák');
  });

  test('with line separators inside a text, which JSON allows', async () => {
    const answers = await answersTo([lineOf({ id: 'a\u2028b\u2029c', command: 'test-module' })]);
    expect(answers.map(({ id }) => id)).toEqual(['a\u2028b\u2029c']);
  });

  test('of a megabyte', async () => {
    const id = 'x'.repeat(1_000_000);
    const [answer, ...more] = await answersTo([lineOf({ id, command: 'test-module' })]);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ id, results: [{ Contents: 'ok' }] });
  });

  test('none at all, and there is no answer', async () => {
    expect(await answersTo([])).toEqual([]);
  });
});

test('two hundred lines, sixteen at a time, are each answered once, and a slow reader stops the reading', async () => {
  const people = sandbox.people();
  const requests = Array.from({ length: 200 }, (_, id) => get(people[id % people.length]?.id ?? '', { id }));
  let underWay = 0;
  let most = 0;
  const dispatcher = createDispatcher({ registry });
  const counting = {
    async execute(...invocation: Parameters<typeof dispatcher.execute>) {
      underWay += 1;
      most = Math.max(most, underWay);
      const execution = await dispatcher.execute(...invocation);
      underWay -= 1;
      return execution;
    },
  };
  const instance = sandboxInstance(sandbox);
  let mostWaiting = 0;
  const narrow = new PassThrough({ highWaterMark: 1 });
  const chunks: Buffer[] = [];
  narrow.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    mostWaiting = Math.max(mostWaiting, narrow.listenerCount('drain'));
    narrow.pause();
    setImmediate(() => narrow.resume());
  });
  await exec({
    input: Readable.from(requests.map(lineOf), { objectMode: false }),
    output: narrow,
    dispatcher: counting,
    instanceOf: () => Promise.resolve(instance),
    concurrency: 16,
  });
  await new Promise((resolve) => setImmediate(resolve));
  const answers = Buffer.concat(chunks)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => objectOf(parseJson(line)));
  expect(answers.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual(requests.map((_, id) => id));
  for (const { id, results } of answers)
    expect(objectsOf(results)).toMatchObject([{ Contents: { id: people[Number(id) % people.length]?.id } }]);
  expect(most).toBe(16);
  // Each listener beyond ten would make Node print a warning.
  expect(mostWaiting).toBeLessThanOrEqual(1);
});

describe('parameters in the request', () => {
  const contextOf = (answer: JsonObject | undefined): JsonObject | undefined => {
    const context = answer?.['integrationContext'];
    return isJsonObject(context) ? context : undefined;
  };
  const tokenRequests = () => sandbox.log.filter(({ path }) => path.includes('/token')).length;
  const withParams = (more: object = {}) =>
    lineOf(get('adele@contoso.example', { id: 1, params: sandbox.params(), ...more }));

  test('the context comes back when it changed, a generation on, and keeps what others left there', async () => {
    const [first] = await answersTo([
      withParams({ integrationContext: { theirs: { kept: true }, generation: '4' } }),
    ]);
    expect(contextOf(first)).toMatchObject({ theirs: { kept: true }, generation: '5' });
    expect(first?.['target']).toMatchObject({ kind: 'tenant', instance: null, tenant: sandbox.tenantId });
  });

  test('a token that came back is used: no token request, and no context to keep', async () => {
    const [first] = await answersTo([withParams()]);
    const before = tokenRequests();
    const [second] = await answersTo([withParams({ integrationContext: contextOf(first) })]);
    expect(second?.['results']).toEqual(first?.['results']);
    expect(second).not.toHaveProperty('integrationContext');
    expect(second?.['metrics']).toMatchObject({ requests: 1 });
    expect(tokenRequests()).toBe(before);
  });

  test('a token of another application is not used', async () => {
    const [first] = await answersTo([withParams()]);
    const before = tokenRequests();
    const params = sandbox.params('reader');
    const [other] = await answersTo([withParams({ params, integrationContext: contextOf(first) })]);
    expect(tokenRequests()).toBe(before + 1);
    expect(contextOf(other)?.['generation']).toBe('2');
  });

  test('nothing is shared between lines, not even of the same parameters', async () => {
    const before = tokenRequests();
    const answers = await answersTo([withParams(), withParams(), withParams()]);
    expect(tokenRequests()).toBe(before + 3);
    for (const answer of answers) expect(contextOf(answer)?.['generation']).toBe('1');
  });
});

describe('against a Graph of another make', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    let signIns = 0;
    server = await startScriptedServer(({ method, url, headers }) => {
      if (method === 'POST') {
        signIns += 1;
        return {
          status: 200,
          body: { token_type: 'Bearer', expires_in: 3600, access_token: `token-${signIns}` },
        };
      }
      const user = decodeURIComponent(/^\/v1\.0\/users\/([^?/]+)/.exec(url)?.[1] ?? '');
      return headers.authorization === 'Bearer token-1'
        ? { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'Revoked.' } } }
        : { status: 200, body: { id: `id of ${user}`, displayName: headers.authorization } };
    });
  });
  afterAll(() => server.close());

  test('a token that was revoked is replaced, and the new one goes into the context', async () => {
    const params = { ...sandbox.params(), url: server.url, azure_ad_endpoint: server.url };
    const [answer] = await answersTo([lineOf(get('adele@contoso.example', { params }))]);
    expect(objectsOf(answer?.['results'])).toMatchObject([
      { Type: 1, Contents: { id: 'id of adele@contoso.example', displayName: 'Bearer token-2' } },
    ]);
    expect(answer?.['integrationContext']).toMatchObject({ generation: '2' });
    expect(JSON.stringify(answer?.['integrationContext'])).toContain('token-2');
    expect(JSON.stringify(answer?.['integrationContext'])).not.toContain('token-1');
    expect(answer?.['metrics']).toMatchObject({ requests: 4 });
  });
});

test('a request that is given a time ends with it, token wait included, and says that nothing was done', async () => {
  const server = await startScriptedServer(['silence']);
  const { url } = server;
  const params = { ...sandbox.params(), url, azure_ad_endpoint: url };
  const request = { id: 1, command: 'msgraph-user-session-revoke', args: { user: 'adele@contoso.example' } };
  const [answer] = await answersTo([lineOf({ ...request, params, timeoutSeconds: 0.3 })]);
  await server.close();
  expect(failureOf(answer)).toMatch(/the time of the command was over before/i);
  expect(server.seen.every((seen) => seen.url.includes('/oauth2/'))).toBe(true);
});

test('one at a time, the next command begins before the answer to the last one is written', async () => {
  const order: string[] = [];
  const dispatcher = createDispatcher({ registry });
  const noting = {
    execute: (invocation: Parameters<typeof dispatcher.execute>[0]) => {
      order.push('begun');
      return dispatcher.execute(invocation);
    },
  };
  const output = new Writable({
    write(_chunk, _encoding, done) {
      order.push('written');
      done();
    },
  });
  const line = lineOf(get('adele@contoso.example'));
  await exec({
    input: Readable.from([line, line, line], { objectMode: false }),
    output,
    dispatcher: noting,
    instanceOf: () => Promise.resolve(sandboxInstance(sandbox)),
    concurrency: 1,
  });
  expect(order).toEqual(['begun', 'begun', 'written', 'begun', 'written', 'written']);
});

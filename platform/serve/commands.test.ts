import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Clock } from '../../integration/clock.js';
import { isJsonObject, type JsonObject, parseJson } from '../../integration/json.js';
import { objectOf, objectsOf } from '../../test_data/command-bench.js';
import { createQuietClock } from '../../test_data/quiet-clock.js';
import { openServeBench, type ServeBench } from '../../test_data/serve-bench.js';
import { auditFile } from '../audit-file.js';
import { addSample } from '../instances/sample-home.js';
import { removeInstance } from '../instances/remove.js';

const ADELE = 'adele@contoso.example';
const NOOR = 'noor@contoso.example';

let bench: ServeBench;
beforeAll(async () => {
  bench = await openServeBench();
});
afterAll(() => bench.close());
afterEach(() => {
  bench.sandbox.faults.length = 0;
});

const events = { accept: 'text/event-stream' };
const eventsIn = (text: string): readonly [string, JsonObject][] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      return [name, objectOf(parseJson(data))];
    });

describe('a command', () => {
  test('is answered as exec answers it', async () => {
    const answer = await bench.send({
      method: 'POST',
      path: '/commands',
      key: bench.keys.read,
      body: { id: 'a', command: '!msgraph-user-get', args: { user: ADELE }, instance: 'own' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: 'a',
      results: [
        expect.objectContaining({ Type: 1, Contents: expect.objectContaining({ userPrincipalName: ADELE }) }),
      ],
      target: { kind: 'tenant', instance: 'own', cloud: 'Custom', tenant: bench.sandbox.tenantId },
      metrics: { requests: expect.any(Number), retries: 0, durationMs: expect.any(Number) },
    });
  });

  test.each<[string, object, string]>([
    ['that does not exist', { command: 'msgraph-user-gte' }, 'Did you mean "msgraph-user-get"?'],
    ['without an argument it needs', { command: 'msgraph-user-get' }, 'user is required.'],
    [
      'on an instance that does not exist',
      { command: 'msgraph-user-get', args: { user: ADELE }, instance: 'owm' },
      'Did you mean "own"?',
    ],
  ])('%s is answered with an error entry', async (_, body, text) => {
    const answer = await bench.send({ method: 'POST', path: '/commands', key: bench.keys.read, body });
    expect(answer.status).toBe(200);
    expect(objectsOf(answer.body['results'])).toMatchObject([
      { Type: 4, Contents: expect.stringContaining(text) },
    ]);
  });

  test('that changes something is written down in the name of the key', async () => {
    await bench.run('msgraph-user-account-disable', { user: NOOR, reason: 'test' });
    const lines = (await readFile(auditFile(bench.home, {}), 'utf8')).trim().split('\n').map(parseJson);
    expect(lines.filter(isJsonObject).find(({ typed }) => typed === NOOR)).toMatchObject({
      actor: { kind: 'api-key', name: 'doer' },
      surface: 'serve',
      command: 'msgraph-user-account-disable',
      reason: 'test',
    });
  });

  test('is not run on an instance that was removed, and is on one that was added, without a restart', async () => {
    const words = Object.entries(bench.sandbox.params()).map(([name, value]) => `${name}=${String(value)}`);
    await addSample(bench.home, 'second', words);
    const body = { command: 'msgraph-user-get', args: { user: ADELE }, instance: 'second' };
    const send = () => bench.send({ method: 'POST', path: '/commands', key: bench.keys.read, body });
    expect((await send()).body).toMatchObject({ target: { instance: 'second' }, results: [{ Type: 1 }] });
    await removeInstance(bench.home, 'second');
    expect((await send()).body).toMatchObject({ target: null, results: [{ Type: 4 }] });
  });
});

describe('as events', () => {
  test('the progress of many targets comes before the answer', async () => {
    const args = { user: [ADELE, NOOR] };
    const answer = await bench.run('msgraph-user-unblock', args, { headers: events });
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    const seen = eventsIn(answer.text);
    expect(seen.map(([name]) => name)).toEqual(['progress', 'progress', 'answer']);
    expect(seen[1]?.[1]).toEqual({ done: 2, total: 2 });
    expect(seen[2]?.[1]).toMatchObject({ results: [{ Type: 1 }], target: { instance: 'own' } });
  });

  test('why a command waits is told when it begins to', async () => {
    const clock = createQuietClock(Date.now());
    const waiting = await openServeBench({
      clock,
      sandbox: {
        faults: [{ kind: 'throttle', times: 1, match: { path: /\/users\// }, retryAfterSeconds: 7 }],
      },
    });
    const answer = await waiting.run('msgraph-user-get', { user: ADELE }, { headers: events });
    const metrics = await waiting.send({ path: '/metrics', key: waiting.keys.read });
    await waiting.close();
    clock.stop();
    expect(eventsIn(answer.text)).toMatchObject([
      ['wait', { reason: expect.stringContaining('429'), seconds: 7 }],
      ['answer', { results: [{ Type: 1 }], metrics: { retries: 1 } }],
    ]);
    expect(metrics.text).toContain('msgraph_soar_throttled_seconds_total 7\n');
    expect(metrics.text).toContain('msgraph_soar_retries_total 1\n');
    expect(metrics.text).toContain('msgraph_soar_graph_requests_total{status="4xx"} 1\n');
    expect(metrics.text).toContain('msgraph_soar_graph_requests_total{status="2xx"} 1\n');
    expect(metrics.text).toContain('msgraph_soar_token_requests_total{outcome="ok"} 1\n');
  });

  test('what a result schedules is waited for and run', async () => {
    const scheduling = await openServeBench({
      follow: async (first, { dispatcher, instance, onWait }) => {
        onWait('the test wants it', 3);
        const next = await dispatcher.execute({
          command: 'msgraph-user-get',
          args: { user: NOOR },
          instance,
        });
        return { ...next, entries: [...first.entries, ...next.entries] };
      },
    });
    const answer = await scheduling.run('msgraph-user-get', { user: ADELE }, { headers: events });
    const plain = await scheduling.run('msgraph-user-get', { user: ADELE });
    await scheduling.close();
    const [wait, last] = eventsIn(answer.text);
    expect(wait).toEqual(['wait', { reason: 'the test wants it', seconds: 3 }]);
    expect(objectsOf(last?.[1]['results'])).toHaveLength(2);
    expect(objectsOf(plain.body['results'])).toHaveLength(1);
  });
});

describe('a client that leaves', () => {
  test('ends a command that reads, and the server goes on', async () => {
    const left = await openServeBench();
    left.sandbox.faults.push({
      kind: 'throttle',
      times: 1,
      match: { path: /users/ },
      retryAfterSeconds: 250,
    });
    const body = JSON.stringify({ command: 'msgraph-user-get', args: { user: ADELE } });
    const headers = {
      authorization: `Bearer ${left.keys.read}`,
      'content-type': 'application/json',
      'content-length': String(body.length),
    };
    const request = httpRequest(`${left.server.url}/commands`, { method: 'POST', headers });
    request.on('error', () => undefined);
    request.end(body);
    const turn = () => new Promise(setImmediate);
    while (!left.sandbox.log.some(({ status }) => status === 429)) await turn();
    request.destroy();
    const counted = async () => (await left.send({ path: '/metrics', key: left.keys.read })).text;
    while (!(await counted()).includes('{command="msgraph-user-get",outcome="error"} 1')) await turn();
    expect((await left.send({ path: '/healthz' })).status).toBe(200);
    await left.close();
  });
});

describe('a hostile body', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  test.each<[string, string | Buffer, number, RegExp]>([
    ['that is empty', '', 400, /empty/],
    ['that is no JSON', '{"command":', 400, /not JSON/],
    ['that is a list', '[]', 400, /must be object/],
    ['that is null', 'null', 400, /must be object/],
    ['without a command', '{}', 400, /required property 'command'/],
    ['whose command is a list', '{"command":["x"]}', 400, /command must be string/],
    ['whose command is a number', '{"command":5}', 400, /command must be string/],
    ['with parameters of an instance', '{"command":"test-module","params":{}}', 400, /params/],
    ['with an unknown member', '{"command":"test-module","argss":{}}', 400, /argss/],
    ['whose arguments are a text', '{"command":"test-module","args":"a=b"}', 400, /args must be object/],
    ['whose instance is null', '{"command":"test-module","instance":null}', 400, /instance must be string/],
    ['with a prototype', '{"command":"test-module","__proto__":{"x":1}}', 400, /not JSON|"__proto__"/],
    [
      'with a prototype in its arguments',
      '{"command":"test-module","args":{"__proto__":{"x":1}}}',
      400,
      /not JSON/,
    ],
    ['with a thousand unknown members', manyMembers(1_000), 400, /well-formed/],
    ['of two megabytes', JSON.stringify({ command: 'x'.repeat(2_000_000) }), 413, /too large/],
    ['with broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, /not JSON/],
  ])('%s is refused in words', async (_, body, status, message) => {
    const before = bench.sandbox.log.length;
    const answer = await bench.send({ method: 'POST', path: '/commands', key: bench.keys.effects, body });
    expect({ status: answer.status, text: answer.text }).toEqual({
      status,
      text: expect.stringMatching(message),
    });
    expect(answer.text.length).toBeLessThan(1_000);
    expect(answer.text).not.toMatch(/ {4}at |node_modules|FST_/);
    expect(bench.sandbox.log).toHaveLength(before);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'whose command is %s names no command',
    async (command) => {
      const answer = await bench.run(command);
      expect(answer.status).toBe(200);
      expect(objectsOf(answer.body['results'])).toMatchObject([
        { Type: 4, Contents: expect.stringContaining(`There is no command "${command}".`) },
      ]);
    },
  );

  test.each([100, 10_000, 400_000])('with arguments %d levels deep is answered', async (depth) => {
    const body = `{"command":"msgraph-user-account-disable","args":{"user":${deep(depth)}}}`;
    const answer = await bench.send({ method: 'POST', path: '/commands', key: bench.keys.effects, body });
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 200) expect(objectsOf(answer.body['results'])).toMatchObject([{ Type: 4 }]);
    expect((await bench.send({ path: '/healthz' })).status).toBe(200);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('of the type %s is refused: a page elsewhere could send it without asking', async (type) => {
    const body = '{"command":"test-module"}';
    const answer = await bench.run('', {}, { body, headers: { 'content-type': type } });
    expect(answer.status).toBe(415);
  });

  test.each(['/%ff', '/%', '/..%2fcommands', '//evil.example/commands'])(
    'and a hostile address %s finds nothing',
    async (path) => {
      const answer = await bench.send({ path, key: bench.keys.read });
      expect([400, 404]).toContain(answer.status);
      expect(Object.keys(answer.body)).toEqual(['error']);
    },
  );

  test('the server has nothing to complain of after all that', () => {
    expect(bench.warnings).toEqual([]);
  });
});

function manyMembers(count: number): string {
  return JSON.stringify(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`member${index}`, index])),
  );
}

describe('limits', () => {
  test('a key that asks too often is told when to come back; another key is not held up', async () => {
    const narrow = await openServeBench({ requestsPerMinute: 3 });
    const ask = (key?: string) => narrow.send({ path: '/manifest', key });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask(narrow.keys.read)).status);
    const refused = await ask(narrow.keys.read);
    const other = await ask(narrow.keys.effects);
    const guesses = [];
    for (let count = 0; count < 5; count += 1) guesses.push((await ask(`guess${count}`)).status);
    await narrow.close();
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ error: { message: 'Too many requests.' } });
    expect(other.status).toBe(200);
    expect(guesses).toEqual([401, 401, 401, 429, 429]);
  });

  test('what does not exist is limited as well', async () => {
    const narrow = await openServeBench({ requestsPerMinute: 1 });
    const ask = () => narrow.send({ path: '/nothing', key: narrow.keys.read });
    const statuses = [(await ask()).status, (await ask()).status];
    await narrow.close();
    expect(statuses).toEqual([404, 429]);
  });
});

test('two hundred clients at once each get their own answer', async () => {
  const people = bench.sandbox.people();
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      const { id = '' } = people[(number + turn) % people.length] ?? {};
      const body = {
        id: `${number}/${turn}`,
        command: 'msgraph-user-get',
        args: { user: id, properties: 'id' },
      };
      const key = number % 2 === 0 ? bench.keys.read : bench.keys.effects;
      const answer = await bench.send({ method: 'POST', path: '/commands', key, body });
      expect(answer.body).toMatchObject({ id: body.id, results: [{ Type: 1, Contents: { id } }] });
    }
  };
  await Promise.all(Array.from({ length: 200 }, (_, number) => client(number)));
});

/** A clock that stands still, whose sleeps last until they are let go by their length, or aborted. */
function heldClock() {
  let now = Date.now();
  const sleeping: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((wake, fail) => {
        sleeping.push({ milliseconds, wake });
        signal?.addEventListener('abort', () => {
          fail(new Error('aborted'));
        });
      }),
  };
  const those = (milliseconds: number) => sleeping.filter((sleep) => sleep.milliseconds === milliseconds);
  return {
    clock,
    isAsleep: (milliseconds: number) => those(milliseconds).length > 0,
    letGo: (milliseconds: number) => {
      now += milliseconds;
      for (const { wake } of those(milliseconds)) wake();
    },
  };
}

describe('a server that ends', () => {
  /** Starts a command that is asked to pause, and ends the server meanwhile. */
  async function endDuring(command: string) {
    const held = heldClock();
    const ending = await openServeBench({ clock: held.clock });
    ending.sandbox.faults.push({
      kind: 'throttle',
      times: 1,
      match: { path: /users/ },
      retryAfterSeconds: 7,
    });
    const answer = ending.run(command, { user: ADELE });
    while (!held.isAsleep(7_000)) await new Promise(setImmediate);
    return { ...held, ending, answer, closed: ending.close() };
  }

  test('lets the command under way finish, and takes no other', async () => {
    const { letGo, ending, answer, closed } = await endDuring('msgraph-user-get');
    await expect(ending.send({ path: '/healthz' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    letGo(7_000);
    expect(await answer).toMatchObject({
      status: 200,
      headers: { connection: 'close' },
      body: { results: [{ Type: 1 }], metrics: { retries: 1 } },
    });
    await closed;
  });

  test('cancels what takes longer than twenty seconds, also an effect, and says so', async () => {
    const { letGo, answer, closed } = await endDuring('msgraph-user-account-disable');
    letGo(20_000);
    expect((await answer).body).toMatchObject({
      results: [
        { Type: 4, Contents: expect.stringContaining('The server ended before the command was done.') },
      ],
    });
    await closed;
  });
});

test('a server that ends waits no longer for what a result scheduled', async () => {
  let begun = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const ending = await openServeBench({
    follow: (first, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(first);
        });
        begun();
      }),
  });
  const answer = ending.run('msgraph-user-get', { user: ADELE }, { headers: events });
  await waiting;
  await ending.close();
  expect(eventsIn((await answer).text)).toMatchObject([['answer', { results: [{ Type: 1 }] }]]);
});

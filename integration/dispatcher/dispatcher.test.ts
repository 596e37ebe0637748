import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { type Registry } from '../command.js';
import { type Log } from '../log.js';
import { createMemoryStore } from '../state/memory.js';
import { createDispatcher } from './dispatcher.js';
import { type Instance } from './invocation.js';

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const GET = 'msgraph-user-get';
const LIST = 'msgraph-user-list';

async function onlyError(
  command: string,
  args: Record<string, unknown>,
  instance?: Instance,
): Promise<string> {
  const { execution, requests } = await bench.run(command, args, instance);
  expect(execution.entries).toEqual([
    { Type: 4, ContentsFormat: 'text', Contents: expect.any(String), EntryContext: null },
  ]);
  expect(requests).toEqual([]);
  expect(execution.metrics).toMatchObject({ requests: 0, retries: 0 });
  return String(execution.entries[0]?.Contents);
}

describe('one error entry and no request at all', () => {
  test('for an unknown command, with the nearest name', async () => {
    expect(await onlyError('msgraph-user-gte', {})).toBe(
      'There is no command "msgraph-user-gte".\nDid you mean "msgraph-user-get"?',
    );
    expect(await onlyError('frobnicate', {})).toBe(
      'There is no command "frobnicate".\nmsgraph-soar commands lists them all.',
    );
  });

  test.each(['constructor', '__proto__', 'toString', ''])('for a command called %j', async (command) => {
    expect(await onlyError(command, {})).toMatch(/^There is no command /);
  });

  test.each<[string, string, Record<string, unknown>, RegExp]>([
    [
      'an unknown argument',
      GET,
      { user: 'adele@contoso.example', propertys: 'mail' },
      /did you mean "properties"/,
    ],
    ['a missing argument', GET, {}, /^user is required\./],
    ['an empty user', GET, { user: '' }, /^user is empty\./],
    ['a blank user', GET, { user: '   ' }, /^user=" {3}" is not allowed\./],
    [
      'a user that leads elsewhere',
      GET,
      { user: '../groups/x' },
      /^user="\.\.\/groups\/x" is not allowed\. .*"\/"/,
    ],
    ['a user that is a dot', GET, { user: '.' }, /^user="\." is not allowed/],
    ['a user that is two dots', GET, { user: '..' }, /^user="\.\." is not allowed/],
    ['a user with a slash', GET, { user: 'a/b' }, /^user="a\/b" is not allowed/],
    ['a user with a line break', GET, { user: 'a\nb' }, /^user="a\\nb" is not allowed/],
    [
      'a wrong type',
      LIST,
      { limit: 'many' },
      /^limit="many" is not allowed\. Allowed: a whole number from 1 to 10000/,
    ],
    ['a number out of range', LIST, { limit: '10001' }, /^limit=10001 is not allowed\. .*1 to 10000/],
    ['a page out of range', LIST, { page_size: 1000 }, /^page_size=1000 is not allowed\. .*1 to 999/],
    [
      'a boolean that is none (rule R17)',
      LIST,
      { all_results: 'maybe' },
      /^all_results="maybe" .*true, false, yes or no/,
    ],
    [
      'a choice that is none',
      GET,
      { user: 'x@contoso.example', expand: 'reports' },
      /^expand="reports" .*Allowed: manager/,
    ],
    [
      'a property that is none',
      GET,
      { user: 'x@contoso.example', properties: 'a&b' },
      /^properties=\["a&b"\] is not allowed/,
    ],
    [
      'a page elsewhere',
      LIST,
      { next_page: 'https://graph.attacker.example/v1.0/users' },
      /^next_page is not allowed: .*graph\.attacker\.example/,
    ],
    [
      'a page of no address',
      LIST,
      { next_page: 'users?$skiptoken=x' },
      /^next_page="users\?\$skiptoken=x" is not allowed/,
    ],
  ])('for %s', async (_what, command, args, text) => {
    expect(await onlyError(command, args)).toMatch(text);
  });

  test('for a page on another port, of another kind, or reached by dots', async () => {
    const { url } = bench.sandbox;
    const { port } = new URL(url);
    const elsewhere = `http://127.0.0.1:${Number(port) + 1}/v1.0/users?$skiptoken=x`;
    expect(await onlyError(LIST, { next_page: elsewhere })).toMatch(/^next_page is not allowed: /);
    for (const path of ['/v1.0/groups', '/v1.0/users/x/messages', '/v1.0/users/../me', '/admin', '/v2/users'])
      expect(await onlyError(LIST, { next_page: url + path })).toMatch(/^next_page is not allowed: it/);
  });

  test('for several faults, all of them named', async () => {
    const text = await onlyError(LIST, { limit: 0, page_size: 'x', wat: 1, order_by: ';' });
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/"wat"/),
      expect.stringMatching(/^order_by=/),
      expect.stringMatching(/^limit=0 /),
      expect.stringMatching(/^page_size="x"/),
      expect.stringMatching(/^Nothing was sent\. Usage: !msgraph-user-list /),
    ]);
  });

  test('for parameters that cannot work, with every field at fault', async () => {
    const broken = sandboxInstance(bench.sandbox, undefined, {
      creds_auth_id: '',
      creds_enc_key: '',
      proxy: 'perhaps',
    });
    const text = await onlyError(LIST, {}, broken);
    expect(text).toMatch(/creds_auth_id.*missing/);
    expect(text).toMatch(/creds_enc_key.*missing/);
    expect(text).toMatch(/proxy must be/);
  });

  test('for url and host that name two servers', async () => {
    const torn = sandboxInstance(bench.sandbox, undefined, { host: 'https://graph.microsoft.us' });
    expect(await onlyError(LIST, {}, torn)).toMatch(
      /url and host are two names of the same field and differ/,
    );
  });

  test('when the command was cancelled before it began', async () => {
    const dispatcher = createDispatcher({ registry });
    const before = bench.sandbox.log.length;
    const execution = await dispatcher.execute({
      command: LIST,
      args: {},
      instance: sandboxInstance(bench.sandbox),
      signal: AbortSignal.abort(),
    });
    expect(execution.entries).toMatchObject([
      { Type: 4, Contents: expect.stringMatching(/cancelled|aborted/) },
    ]);
    expect(bench.sandbox.log).toHaveLength(before);
  });
});

describe('a list for an argument that takes one value', () => {
  const names = ['adele@contoso.example', 'noor@contoso.example'];

  test.each<[string, unknown]>([
    ['a list', names],
    ['JSON text of a list', JSON.stringify(names)],
  ])('runs the command once for each element: %s', async (_what, user) => {
    const { execution, requests } = await bench.run(GET, { user, properties: 'displayName' });
    expect(execution.entries.map(({ HumanReadable }) => HumanReadable?.split('\n')[0])).toEqual([
      '### adele@contoso.example data',
      '### noor@contoso.example data',
    ]);
    expect(requests.filter(({ path }) => path.startsWith('/v1.0/users/'))).toHaveLength(2);
  });

  test('of one element is like that element alone', async () => {
    const one = await bench.run(GET, { user: '["adele@contoso.example"]' });
    const plain = await bench.run(GET, { user: 'adele@contoso.example' });
    expect(one.execution.entries).toEqual(plain.execution.entries);
  });

  test('runs nothing when its last element is not allowed', async () => {
    expect(await onlyError(GET, { user: [...names, 'a/b'] })).toMatch(/^user="a\/b" is not allowed/);
    expect(await onlyError(GET, { user: [...names, null] })).toMatch(/^user is empty/);
  });

  test('and a second list are refused', async () => {
    expect(await onlyError(GET, { user: names, expand: ['manager', 'manager'] })).toMatch(
      /^user and expand both hold a list\./,
    );
  });

  test('keeps what the others came to when one fails', async () => {
    const strict = sandboxInstance(bench.sandbox, undefined, { handle_error: false });
    const user = [names[0], 'nobody@contoso.example', names[1]];
    const { execution } = await bench.run(GET, { user }, strict);
    expect(execution.entries.map(({ Type }) => Type)).toEqual([1, 4, 1]);
    expect(execution.entries[1]?.Contents).toMatch(/404 .*nobody@contoso\.example/);
  });

  test('signs in once only when the sign-in is refused', async () => {
    const refused = sandboxInstance(bench.sandbox, undefined, { creds_enc_key: 'wrong' });
    const { execution, requests } = await bench.run(GET, { user: names }, refused);
    expect(execution.entries).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });
});

describe('a failure that nobody foresaw', () => {
  const broken: Registry = {
    ...registry,
    [GET]: async () => {
      const { default: command } = await registry[GET]();
      return { default: { ...command, run: () => Promise.reject(new Error('the moon is full')) } };
    },
  };

  test('is one error entry in the words of the platform, its stack in the log only', async () => {
    const logged: unknown[] = [];
    const log: Log = { debug: (event, fields) => logged.push({ event, ...fields?.() }) };
    const dispatcher = createDispatcher({ registry: broken, log });
    const { entries } = await dispatcher.execute({
      command: GET,
      args: { user: 'adele@contoso.example' },
      instance: sandboxInstance(bench.sandbox),
    });
    expect(entries).toEqual([
      {
        Type: 4,
        ContentsFormat: 'text',
        Contents: 'Failed to execute msgraph-user-get command. Error: the moon is full',
        EntryContext: null,
      },
    ]);
    expect(logged).toContainEqual(
      expect.objectContaining({ event: 'command failed', stack: expect.stringContaining('dispatcher.test') }),
    );
  });

  test('leaves the dispatcher fit for the next command', async () => {
    const dispatcher = createDispatcher({ registry: broken });
    const instance = sandboxInstance(bench.sandbox);
    await dispatcher.execute({ command: GET, args: { user: 'x@contoso.example' }, instance });
    const next = await dispatcher.execute({ command: 'test-module', args: {}, instance });
    expect(next.entries).toMatchObject([{ Type: 1, Contents: 'ok' }]);
  });
});

describe('what an execution says of itself', () => {
  test('every entry from the sandbox is tagged, those from a tenant are not', async () => {
    const tenant = sandboxInstance(bench.sandbox);
    const sandbox: Instance = { ...sandboxInstance(bench.sandbox), kind: 'sandbox', name: 'sandbox-app' };
    for (const command of ['msgraph-user-test', 'no-such-command']) {
      const tagged = await bench.run(command, {}, sandbox);
      for (const { Tags } of tagged.execution.entries) expect(Tags).toEqual(['sandbox']);
      expect(tagged.execution.target).toMatchObject({ kind: 'sandbox', instance: 'sandbox-app' });
      const plain = await bench.run(command, {}, tenant);
      for (const entry of plain.execution.entries) expect(entry).not.toHaveProperty('Tags');
      expect(plain.execution.target).toMatchObject({ kind: 'tenant', instance: 'test' });
    }
  });

  test('the target names instance, cloud and tenant, also after a fault in an argument', async () => {
    const target = { kind: 'tenant', instance: 'test', cloud: 'Custom', tenant: bench.sandbox.tenantId };
    expect((await bench.run(GET, { user: 'adele@contoso.example' })).execution.target).toEqual(target);
    expect((await bench.run(GET)).execution.target).toEqual(target);
  });

  test('parameters that cannot be read leave cloud and tenant open', async () => {
    const instance: Instance = { kind: 'tenant', params: {}, state: createMemoryStore() };
    expect((await bench.run(GET, { user: 'x@contoso.example' }, instance)).execution.target).toEqual({
      kind: 'tenant',
      instance: null,
      cloud: null,
      tenant: null,
    });
  });

  test('requests are counted, token requests with them, and a kept token saves one', async () => {
    const instance = sandboxInstance(bench.sandbox);
    const first = await bench.run(GET, { user: 'adele@contoso.example' }, instance);
    const second = await bench.run(GET, { user: 'adele@contoso.example' }, instance);
    expect(first.execution.metrics).toMatchObject({ requests: 2, retries: 0 });
    expect(second.execution.metrics).toMatchObject({ requests: 1, retries: 0 });
    expect(second.requests.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/v1\.0\/users\/adele/),
    ]);
  });

  test('repeats are counted, each wait is told before it begins, and the time is the clock’s', async () => {
    const token = { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 'a.b.c' } };
    const busy = {
      status: 429,
      headers: { 'retry-after': '7' },
      body: { error: { code: 'TooManyRequests' } },
    };
    const server = await startScriptedServer([token, busy, { status: 200, body: { id: '1' } }]);
    const waits: unknown[] = [];
    const dispatcher = createDispatcher({
      registry,
      clock: createFakeClock(),
      onWait: (reason, seconds) => waits.push([reason, seconds]),
    });
    const base = sandboxInstance(bench.sandbox, undefined, {
      url: server.url,
      azure_ad_endpoint: server.url,
    });
    const { entries, metrics } = await dispatcher.execute({
      command: GET,
      args: { user: 'x' },
      instance: base,
    });
    await server.close();
    expect(entries).toMatchObject([{ Type: 1 }]);
    expect(metrics).toEqual({ requests: 3, retries: 1, durationMs: 7000 });
    expect(waits).toEqual([[expect.stringContaining('429'), 7]]);
  });

  test('an invocation may bring a time limit and a log of its own', async () => {
    const token = { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 'a.b.c' } };
    const busy = { status: 429, headers: { 'retry-after': '7' }, body: {} };
    const server = await startScriptedServer([token, busy]);
    const clock = createFakeClock();
    const dispatcher = createDispatcher({ registry, clock });
    const instance = sandboxInstance(bench.sandbox, undefined, {
      url: server.url,
      azure_ad_endpoint: server.url,
    });
    const events: string[] = [];
    const { entries } = await dispatcher.execute({
      command: GET,
      args: { user: 'x' },
      instance,
      timeLimitMs: 5_000,
      log: { debug: (event) => events.push(event) },
    });
    await server.close();
    expect(entries).toMatchObject([{ Type: 4 }]);
    expect(clock.sleeps).toEqual([]);
    expect(events).toContain('command failed');
  });

  test('a remark about the parameters is told once, also when the first command is at fault', async () => {
    const warned: string[] = [];
    const dispatcher = createDispatcher({ registry, warn: (text) => warned.push(text) });
    const instance = sandboxInstance(bench.sandbox, undefined, { insecure: true });
    await dispatcher.execute({ command: GET, args: {}, instance });
    await dispatcher.execute({ command: GET, args: { user: 'adele@contoso.example' }, instance });
    expect(warned.filter((text) => text.startsWith('insecure is on'))).toHaveLength(1);
  });
});

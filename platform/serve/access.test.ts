import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { openServeBench, type ServeBench } from '../../test_data/serve-bench.js';
import { isLoopback, originsOf, publicAddress } from './address.js';
import { addKey, revokeKey } from '../keys/change.js';
import { keyFile } from '../keys/key-file.js';
import { mayRun, withinScope } from './command-scope.js';

let bench: ServeBench;
beforeAll(async () => {
  bench = await openServeBench();
});
afterAll(() => bench.close());

const ADELE = 'adele@contoso.example';
const everyRoute = [
  ['POST', '/commands'],
  ['GET', '/manifest'],
  ['GET', '/openapi.json'],
  ['GET', '/metrics'],
  ['POST', '/oauth/links'],
  ['GET', '/oauth/start?instance=own'],
  ['GET', '/nothing'],
  ['HEAD', '/manifest'],
  ['OPTIONS', '/commands'],
] as const;

describe('without a key', () => {
  test.each(everyRoute)('%s %s is not answered', async (method, path) => {
    const answer = await bench.send({ method, path });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test.each(everyRoute)('%s %s is not answered to a key that nobody made', async (method, path) => {
    expect((await bench.send({ method, path, key: `${bench.keys.effects}x` })).status).toBe(401);
  });

  test('only whether the server lives is told, and where a browser comes back to', async () => {
    expect(await bench.send({ path: '/healthz' })).toMatchObject({ status: 200, body: { status: 'ok' } });
    const back = await bench.send({ path: '/oauth/callback?code=x&state=y' });
    expect(back.status).toBe(400);
    expect(back.text).toContain('No such login');
  });

  test.each([
    ['another scheme', (key: string) => `Basic ${key}`],
    ['two keys', (key: string) => `Bearer ${key} ${key}`],
    ['nothing behind the scheme', () => 'Bearer '],
  ])('%s opens nothing', async (_, header) => {
    const headers = { authorization: header(bench.keys.effects) };
    expect((await bench.send({ path: '/manifest', headers })).status).toBe(401);
  });

  test('a key in the address opens nothing', async () => {
    expect((await bench.send({ path: `/manifest?key=${bench.keys.effects}` })).status).toBe(401);
  });

  test('a body is refused before it is read', async () => {
    const answer = await bench.send({ method: 'POST', path: '/commands', body: '{' });
    expect(answer.status).toBe(401);
  });
});

test('a key works from when it is added, and no longer when it is revoked', async () => {
  const key = (await addKey(bench.home, 'guest', 'read', Date.now())).reveal();
  expect((await bench.send({ path: '/manifest', key })).status).toBe(200);
  await revokeKey(bench.home, 'guest');
  expect((await bench.send({ path: '/manifest', key })).status).toBe(401);
});

test('a damaged file of keys opens nothing, and tells strangers nothing of this machine', async () => {
  const damaged = await openServeBench();
  await writeFile(keyFile(damaged.home), '{');
  const answer = await damaged.send({ path: '/manifest', key: damaged.keys.effects });
  const health = await damaged.send({ path: '/healthz' });
  await damaged.close();
  expect(answer).toMatchObject({ status: 503, body: { error: { message: 'The API keys cannot be read.' } } });
  expect(answer.text).not.toContain(damaged.home);
  expect(damaged.warnings).toEqual([expect.stringContaining(keyFile(damaged.home))]);
  expect(health.status).toBe(200);
});

describe('a page elsewhere', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example',
    '127.0.0.1@evil.example',
  ])('cannot reach the server under the name %j', async (host) => {
    const answer = await bench.send({ path: '/manifest', key: bench.keys.read, headers: { host } });
    expect([400, 421]).toContain(answer.status);
    expect(answer.text).not.toContain('configuration');
  });

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])(
    '%s is a name of this machine',
    async (name) => {
      const host = `${name}:${new URL(bench.server.url).port}`;
      expect((await bench.send({ path: '/healthz', headers: { host } })).status).toBe(200);
    },
  );

  test.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1.evil.example'])(
    'of the origin %s is refused, also with a key',
    async (origin) => {
      const answer = await bench.run('msgraph-user-get', { user: ADELE }, { headers: { origin } });
      expect(answer.status).toBe(403);
    },
  );

  test('is never allowed to read an answer or to ask first', async () => {
    const own = { origin: bench.server.url };
    const answers = [
      await bench.send({ path: '/manifest', key: bench.keys.read, headers: own }),
      await bench.send({ method: 'OPTIONS', path: '/commands', key: bench.keys.read, headers: own }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    }
  });
});

describe('a key that only reads', () => {
  const beyond = Object.keys(commandMetadata).filter((name) => !mayRun('read', name));

  test('may run everything that reads, and nothing that changes the tenant or the sign-in', () => {
    expect(beyond).toEqual(
      expect.arrayContaining([
        'msgraph-user-account-disable',
        'msgraph-user-session-revoke',
        'msgraph-user-auth-reset',
        'msgraph-teams-auth-reset',
        'msgraph-user-auth-start',
        'msgraph-user-auth-complete',
        'msgraph-user-generate-login-url',
      ]),
    );
    const writes = Object.entries(commandMetadata).filter(([, { effects }]) => effects === 'write');
    expect(beyond).toEqual(expect.arrayContaining(writes.map(([name]) => name)));
    for (const name of [
      'msgraph-user-get',
      'msgraph-user-list',
      'msgraph-user-permissions-check',
      'test-module',
    ]) {
      expect(beyond).not.toContain(name);
    }
  });

  test.each(beyond.flatMap((name) => [name, `!${name}`]))('cannot cause %s', async (command) => {
    const before = bench.sandbox.log.length;
    const answer = await bench.run(command, { user: ADELE }, { key: bench.keys.read });
    expect(answer.status).toBe(403);
    expect(bench.sandbox.log).toHaveLength(before);
  });

  test('cannot cause it as a stream of events either', async () => {
    const headers = { accept: 'text/event-stream' };
    const answer = await bench.run(
      'msgraph-user-account-disable',
      { user: ADELE },
      { key: bench.keys.read, headers },
    );
    expect(answer.status).toBe(403);
  });

  test.each([
    ['POST', '/oauth/links', {}],
    ['GET', '/oauth/start?instance=own', undefined],
  ])('cannot begin a login: %s %s', async (method, path, body) => {
    expect((await bench.send({ method, path, body, key: bench.keys.read })).status).toBe(403);
  });

  test('cannot run what a result schedules where that is an effect', async () => {
    const instance = {
      kind: 'tenant' as const,
      params: {},
      state: {
        read: () => Promise.reject(new Error('not asked')),
        write: () => Promise.reject(new Error('not asked')),
        withLock: () => Promise.reject(new Error('not asked')),
      },
    };
    const never = { execute: () => Promise.reject(new Error('It was run.')) };
    const { entries } = await withinScope(never, 'read').execute({
      command: 'msgraph-user-account-disable',
      args: {},
      instance,
    });
    expect(entries).toMatchObject([{ Type: 4, Contents: expect.stringContaining('this key only reads') }]);
  });

  test('reads', async () => {
    const answer = await bench.run('msgraph-user-get', { user: ADELE }, { key: bench.keys.read });
    expect(answer).toMatchObject({
      status: 200,
      body: { results: [{ Contents: { displayName: expect.any(String) } }] },
    });
  });
});

describe('where a server is reached', () => {
  test.each<[string, boolean]>([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['127.evil.example', false],
  ])('%s is this machine only: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  test('beyond this machine takes TLS', async () => {
    await expect(openServeBench({ host: '0.0.0.0' })).rejects.toMatchObject({
      nextStep: expect.stringContaining('--tls-cert'),
    });
  });

  test('a server for all names is spoken to under its public one', () => {
    const all = { protocol: 'https', host: '0.0.0.0', port: 443 } as const;
    const origins = originsOf(all, 'https://SOAR.contoso.example/graph');
    expect(origins).toContain('https://soar.contoso.example');
    expect(origins).not.toContain('https://0.0.0.0');
  });

  test.each([
    'http://soar.contoso.example',
    'https://soar.contoso.example?x=1',
    'https://user:pass@soar.contoso.example',
    'ftp://localhost',
    'soar',
  ])('%s cannot be a public address', (text) => {
    expect(() => publicAddress(text)).toThrow('must be an https address');
  });

  test('a public address has no slash at its end', () => {
    expect(publicAddress('https://soar.contoso.example/')).toBe('https://soar.contoso.example');
  });
});

import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Clock, systemClock } from '../../integration/clock.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { closedAddress } from '../../test_data/closed-port.js';
import {
  entriesIn,
  keptContext,
  type KeptContext,
  type PlayedServer,
} from '../../test_data/played-server.js';
import { type LoopContainer, startContainer } from '../../test_data/loop-container.js';
import { createQuietClock } from '../../test_data/quiet-clock.js';
import { type BenchAnswer, sendTo } from '../../test_data/serve-bench.js';

const ADELE = 'adele@contoso.example';
const REDIRECT = 'https://soar.contoso.example/oauth/soar';
const LONG_RUN = 'long-running-execution';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

let kept: KeptContext;
let port: number;
let ends: (() => Promise<void>)[];
beforeEach(async () => {
  kept = keptContext();
  port = Number(new URL(await closedAddress()).port);
  ends = [];
});
afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  sandbox.faults = [];
});

/** A container of the instance. */
function container(
  clock: Clock = systemClock,
  answerTo?: (message: JsonObject) => string | null | undefined,
): LoopContainer {
  const server = startContainer(kept, clock, answerTo);
  ends.push(() => server.end());
  return server;
}

const paramsWith = (more: JsonObject = {}): JsonObject => ({
  ...sandbox.params(),
  auth_type: 'user_auth_flow',
  redirect_uri: REDIRECT,
  longRunning: true,
  longRunningPort: String(port),
  ...more,
});
const message = (command: string, params: JsonObject): JsonObject => ({
  command,
  args: {},
  params,
  context: { Inv: { id: '17' }, IntegrationInstance: 'prod' },
});

const healthIn = (messages: readonly JsonObject[]): string[] =>
  messages.flatMap(({ command, args }) =>
    command === 'updateModuleHealth' && isJsonObject(args) ? [String(args['err'])] : [],
  );
/** Waits for the health to be told so many times. */
const healths = async (server: PlayedServer, count: number): Promise<string[]> => {
  await server.heard(
    (each) => healthIn(server.messages.slice(0, server.messages.indexOf(each) + 1)).length >= count,
  );
  return healthIn(server.messages);
};

/** Starts the container that never ends, and waits until it listens. */
async function listening(params = paramsWith(), clock?: Clock): Promise<ReturnType<typeof container>> {
  const server = container(clock);
  server.send(JSON.stringify(message(LONG_RUN, params)));
  expect(await healths(server, 1)).toEqual(['']);
  return server;
}

/** Runs a command in a container of its own. */
async function command(name: string, clock?: Clock): Promise<readonly JsonObject[]> {
  const server = container(clock);
  const entries = entriesIn(await server.run(message(name, paramsWith())));
  await server.end();
  return entries;
}

async function loginAddress(half = 'user', clock?: Clock): Promise<string> {
  const [entry = {}] = await command(`msgraph-${half}-generate-login-url`, clock);
  return /\]\(([^)]+)\)/.exec(textAt(entry, 'HumanReadable') ?? '')?.[1] ?? '';
}

/** Decides on Microsoft's page; gives what the browser asks of the redirect URI, without its path. */
async function decide(address: string, decision: 'accept' | 'cancel' = 'accept'): Promise<string> {
  const body = new URLSearchParams({ user: ADELE, decision });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const back = answer.headers.get('location') ?? '';
  expect(back.startsWith(REDIRECT)).toBe(true);
  return new URL(back).search;
}

const ask = (path: string, method = 'GET'): Promise<BenchAnswer> =>
  sendTo(`http://127.0.0.1:${port}`, { path, method, headers: { host: 'ext.contoso.example' } });

describe('a sign-in that comes back to a long-running instance', () => {
  test.each(['user', 'teams'])(
    'after the login URL of the %s commands is kept for every command',
    async (half) => {
      const server = await listening();
      const search = await decide(await loginAddress(half));
      const before = sandbox.log.length;
      const page = await ask(`/oauth/soar${search}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`The instance prod now acts for ${ADELE}.`);
      const code = new URLSearchParams(search).get('code') ?? 'none';
      expect(page.text + JSON.stringify(page.headers)).not.toContain(code);
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
      expect(sandbox.log.slice(before)).toHaveLength(1);
      expect(kept.value).not.toHaveProperty('msgraph_soar_login');
      expect(Object.keys(kept.value).filter((key) => key.startsWith('lease'))).toEqual([]);
      expect(await healths(server, 2)).toEqual(['', '']);

      const entries = await command('msgraph-teams-test');
      expect(JSON.stringify(entries)).toContain(ADELE);
      expect(JSON.stringify(server.messages)).not.toContain(code);
    },
  );

  test.each(['/oauth/soar', '/soar', '/'])(
    'is caught at %s, whatever a proxy leaves of the path',
    async (path) => {
      await listening();
      expect((await ask(`${path}${await decide(await loginAddress())}`)).status).toBe(200);
    },
  );

  test('counts once, of two answers at once too, and is sent to Microsoft once', async () => {
    await listening();
    const search = await decide(await loginAddress());
    const before = sandbox.log.length;
    const pages = await Promise.all([ask(`/${search}`), ask(`/${search}`), ask(`/${search}`)]);
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
    expect((await ask(`/${search}`)).text).toContain('it was answered already');
    expect(sandbox.log.slice(before)).toHaveLength(1);
  });

  test('is kept through three writes that others were faster with', async () => {
    await listening();
    const search = await decide(await loginAddress());
    kept.value = { ...kept.value, note: 'kept' };
    kept.conflicts = 3;
    expect((await ask(`/${search}`)).status).toBe(200);
    expect(kept.conflicts).toBe(0);
    expect(kept.value).toMatchObject({ note: 'kept', msgraph_soar_token: expect.any(String) });
  });

  test('waits for its turn while a command of another container signs in', async () => {
    await listening();
    const search = await decide(await loginAddress());
    const lease = JSON.stringify({ owner: 'somebody', renewed: Date.now() });
    kept.value = { ...kept.value, 'lease:sign-in': lease };
    kept.sequence += 1;
    const before = sandbox.log.length;
    const page = ask(`/${search}`);
    // Taken at once, so that nobody else redeems it; redeemed in its turn.
    while ('msgraph_soar_login' in kept.value) await new Promise((resolve) => setImmediate(resolve));
    expect(sandbox.log).toHaveLength(before);
    const { 'lease:sign-in': _given, ...rest } = kept.value;
    kept.value = rest;
    kept.sequence += 1;
    expect((await page).status).toBe(200);
  });

  test('works for ten minutes', async () => {
    let later = 0;
    const clock: Clock = { ...systemClock, now: () => Date.now() + later };
    await listening(paramsWith(), clock);
    const search = await decide(await loginAddress('user', clock));
    later = 600_000;
    expect((await ask(`/${search}`)).text).toContain('it is older than 10 minutes');
    later = 0;
    expect((await ask(`/${search}`)).status).toBe(200);
  });

  test('gives way to a later login address', async () => {
    await listening();
    const first = await decide(await loginAddress());
    const second = await decide(await loginAddress());
    expect((await ask(`/${first}`)).status).toBe(400);
    expect((await ask(`/${second}`)).status).toBe(200);
  });

  test.each<[string, (query: URLSearchParams) => void]>([
    [
      'another state',
      (query) => {
        query.set('state', 'x'.repeat(32));
      },
    ],
    [
      'no state',
      (query) => {
        query.delete('state');
      },
    ],
    [
      'two states',
      (query) => {
        query.append('state', 'x'.repeat(32));
      },
    ],
    [
      'no code',
      (query) => {
        query.delete('code');
      },
    ],
    [
      'a code and an error',
      (query) => {
        query.set('error', 'access_denied');
      },
    ],
  ])('with %s is turned away, nothing is sent, and the right answer still counts', async (_, change) => {
    await listening();
    const search = await decide(await loginAddress());
    const query = new URLSearchParams(search);
    change(query);
    const before = sandbox.log.length;
    expect((await ask(`/?${query.toString()}`)).status).toBe(400);
    expect(sandbox.log).toHaveLength(before);
    expect((await ask(`/${search}`)).status).toBe(200);
  });

  test('that was declined is explained, and is no fault of the instance', async () => {
    const server = await listening();
    const page = await ask(`/${await decide(await loginAddress(), 'cancel')}`);
    expect(page.text).toContain('<h1>Not signed in</h1>');
    expect(page.text).toContain('AADSTS65004');
    expect(page.text).toMatch(/Run !msgraph-user-generate-login-url .* and accept what is asked for\./);
    expect(healthIn(server.messages)).toEqual(['']);
  });

  test('with markup in its error shows it as text', async () => {
    await listening();
    const state = new URL(await loginAddress()).searchParams.get('state') ?? '';
    const query = new URLSearchParams({
      state,
      error: 'server_error',
      error_description: '<script>x</script>',
    });
    const page = await ask(`/?${query.toString()}`);
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toContain('<script');
  });

  test('with a code that Microsoft refuses tells the person and the instance, until the next one works', async () => {
    const server = await listening();
    const state = new URL(await loginAddress()).searchParams.get('state') ?? '';
    const page = await ask(`/?code=canary-code&state=${state}`);
    expect(page.status).toBe(400);
    expect(page.text).toContain('The sign-in was refused');
    expect((await healths(server, 2))[1]).toMatch(/^A sign-in failed\. The sign-in was refused/);
    expect(page.text + JSON.stringify(server.messages)).not.toContain('canary-code');
    await ask(`/${await decide(await loginAddress())}`);
    expect((await healths(server, 3))[2]).toBe('');
  });
});

describe('the address of a long-running instance', () => {
  test('says that it is ready where somebody just opens it', async () => {
    await listening();
    const page = await ask('/oauth/soar');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Ready for a sign-in') });
  });

  test.each([
    ['GET', '/favicon.ico'],
    ['GET', '/oauth/soar/'],
    ['GET', '/oauth'],
    ['GET', '//'],
    ['GET', '//oauth/soar'],
    ['GET', '/healthz'],
    ['POST', '/oauth/soar'],
    ['HEAD', '/oauth/soar'],
    ['PUT', '/'],
  ])('has nothing at %s %s', async (method, path) => {
    await listening();
    expect((await ask(path, method)).status).toBe(404);
  });

  test.each([
    ['text/plain', 'x'],
    ['application/json', '{broken'],
    ['application/json', `"${'x'.repeat(1_100_000)}"`],
  ])('is not troubled by a body of a stranger: %s', async (type, body) => {
    const server = await listening();
    const headers = { 'content-type': type };
    const page = await sendTo(`http://127.0.0.1:${port}`, { method: 'POST', path: '/', headers, body });
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.status).toBeLessThan(500);
    expect((await ask('/%zz')).status).toBe(400);
    expect(healthIn(server.messages)).toEqual(['']);
  });

  test('asks the server for nothing because of a state that cannot be ours, and has enough at some time', async () => {
    const server = await listening();
    const before = server.messages.length;
    const pages = await Promise.all(Array.from({ length: 61 }, (_, at) => ask(`/?state=${at}&code=x`)));
    expect(server.messages).toHaveLength(before);
    expect(pages.filter(({ status }) => status === 400)).toHaveLength(60);
    expect(pages.find(({ status }) => status === 429)?.text).toMatch(
      /Too many requests\.<br>Try again in \d+ seconds\./,
    );
  });

  test('answers with a page, and shows on the instance, that the server refuses its context', async () => {
    let isBroken = false;
    const server = container(systemClock, ({ command }) =>
      isBroken && command === 'getIntegrationContext'
        ? '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]the database is on holiday'
        : undefined,
    );
    server.send(JSON.stringify(message(LONG_RUN, paramsWith())));
    await healths(server, 1);
    const search = await decide(await loginAddress());
    isBroken = true;
    expect((await ask(`/${search}`)).status).toBe(500);
    expect(healthIn(server.messages).at(-1)).toContain('the database is on holiday');
    isBroken = false;
    expect((await ask(`/${search}`)).status).toBe(200);
    expect((await healths(server, 3)).at(-1)).toBe('');
  });
});

describe('a long-running instance that cannot work', () => {
  test.each<[string, JsonObject, RegExp]>([
    ['no port', { longRunningPort: '' }, /longRunningPort .* is missing.*\nEnter a port/s],
    ['a port that is none', { longRunningPort: '70000' }, /longRunningPort .* is "70000", which is no port/],
    ['no redirect URI', { redirect_uri: '' }, /redirect_uri .* is missing/],
    ['nobody to sign in', { auth_type: 'client_credentials' }, /its auth_type is client_credentials/],
    ['parameters that contradict', { azure_cloud: 'Atlantis' }, /azure_cloud \(Azure Cloud\) is "Atlantis"/],
  ])('with %s shows that, and tries again after five seconds', async (_, change, health) => {
    const clock = createQuietClock(Date.now(), { looks: 4 });
    const server = container(clock);
    server.send(JSON.stringify(message(LONG_RUN, paramsWith(change))));
    const began = clock.now();
    const told = await healths(server, 3);
    clock.stop();
    await server.end();
    for (const problem of told.slice(0, 3)) expect(problem).toMatch(health);
    expect(clock.now() - began).toBeGreaterThanOrEqual(10_000);
    expect(server.messages).toContainEqual({ type: 'log', command: 'error', args: { args: [told[0]] } });
    expect(server.messages.at(-1)).toEqual({ type: 'completed' });
  });

  test('goes on by itself once its port is free', async () => {
    const other = createServer();
    other.listen(port, '127.0.0.1');
    await once(other, 'listening');
    const clock = createQuietClock(Date.now(), { looks: 4 });
    const server = container(clock);
    server.send(JSON.stringify(message(LONG_RUN, paramsWith())));
    expect((await healths(server, 1))[0]).toMatch(/cannot listen at port \d+.*\nEnter another one/s);
    other.close();
    await once(other, 'close');
    await server.heard(({ args }) => isJsonObject(args) && args['err'] === '');
    clock.stop();
    expect((await ask('/')).status).toBe(200);
  });

  test('goes on where the server does not want to know', async () => {
    const clock = createQuietClock(Date.now(), { looks: 4 });
    const server = container(clock, ({ command }) =>
      command === 'updateModuleHealth' ? '[ERROR-fd5a7750-7182-4b38-90ba-091824478903]no' : undefined,
    );
    server.send(JSON.stringify(message(LONG_RUN, paramsWith())));
    expect(await healths(server, 1)).toEqual(['']);
    clock.stop();
    expect((await ask('/')).status).toBe(200);
  });
});

test('the end of the input closes the port and completes the run', async () => {
  const server = await listening();
  expect(server.messages.map(({ type }) => type)).not.toContain('completed');
  await server.end();
  expect(server.messages.at(-1)).toEqual({ type: 'completed' });
  await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
});

test('signs of life are given, where they are wanted', async () => {
  const server = container();
  const wish = { heartbeat_interval: 0.01, is_running_heartbeat: true };
  server.send(JSON.stringify({ ...message(LONG_RUN, paramsWith()), ...wish }));
  await server.heard(
    ({ command, args }) => command === 'heartbeat' && JSON.stringify(args).includes('heartbeat 2'),
  );
  server.send('ping');
  await server.heard(({ type }) => type === 'pong');
});

test('neither mark changes what a command of the instance answers', async () => {
  const answers: (readonly JsonObject[])[] = [];
  for (const marks of [{ longRunning: false, longRunningPort: '' }, {}]) {
    kept = keptContext();
    const server = container();
    const params = { ...paramsWith(marks), auth_type: 'client_credentials', redirect_uri: '' };
    answers.push(await server.run({ ...message('msgraph-user-get', params), args: { user: ADELE } }));
  }
  const [without = [], marked = []] = answers;
  expect(entriesIn(marked)[0]).toMatchObject({ Type: 1 });
  expect(entriesIn(marked)).toEqual(entriesIn(without));
  expect(marked.map(({ type, command }) => [type, command])).toEqual(
    without.map(({ type, command }) => [type, command]),
  );
});

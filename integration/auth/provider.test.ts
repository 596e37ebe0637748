import { afterEach, describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { CLIENT_SECRET, clientSettings, granted, wrongSecret } from '../../test_data/token-endpoint.js';
import { AuthError, CancelledError, SoarError, TransportError } from '../errors.js';
import { createHttpClient } from '../http/client.js';
import { Secret } from '../secret.js';
import { createMemoryStore } from '../state/memory.js';
import { type IntegrationContextStore, VersionConflictError } from '../state/store.js';
import { createTokenProvider } from './provider.js';
import { bindingOf } from './binding.js';
import { withSignIn } from './token-record.js';
import { type AccessToken } from './token.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  servers.push(server);
  return server;
}

/** A sign-in host that grants `token-1`, `token-2` and so on. */
async function serveTokens(): Promise<ScriptedServer> {
  let last = 0;
  return serve(() => {
    last += 1;
    return granted(`token-${last}`);
  });
}

const MINUTE = 60_000;
// MSAL reads the machine's own clock for the end of a token.
const clockNow = () => createFakeClock(Date.now());
const runNow = () => createRun(clockNow());

/** A store that holds a token of this instance with so many seconds to live. */
function storeWith(url: string, secondsLeft: number, name = 'cached') {
  const token = { token: new Secret(name), expiresOn: Date.now() + secondsLeft * 1000 };
  const settings = clientSettings(url);
  return createMemoryStore(withSignIn({}, bindingOf(settings, settings.signIn), { token }));
}

const providerAt = (url: string, store: IntegrationContextStore, overrides = {}) =>
  createTokenProvider(clientSettings(url, overrides), http, store);
const textOf = (token: AccessToken) => token.token.reveal();

describe('a cached token', () => {
  test('is used without a request', async () => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    expect(textOf(await tokens.getToken(runNow()))).toBe('cached');
    expect(server.seen).toHaveLength(0);
  });

  test('that was signed in for is kept and found by the next process', async () => {
    const server = await serveTokens();
    const store = createMemoryStore({ theirs: 'kept' });
    expect(textOf(await providerAt(server.url, store).getToken(runNow()))).toBe('token-1');
    expect(textOf(await providerAt(server.url, store).getToken(runNow()))).toBe('token-1');
    expect(server.seen).toHaveLength(1);
    expect((await store.read()).value).toMatchObject({ theirs: 'kept' });
  });

  test.each([
    [302, 'cached'],
    [298, 'token-1'],
    [0, 'token-1'],
    [-60, 'token-1'],
  ])('with %i seconds left gives %s: it must outlast a command', async (seconds, expected) => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, seconds));
    expect(textOf(await tokens.getToken(runNow()))).toBe(expected);
  });

  test('grows old while the provider lives', async () => {
    const server = await serveTokens();
    const clock = clockNow();
    const tokens = providerAt(server.url, createMemoryStore());
    expect(textOf(await tokens.getToken(createRun(clock)))).toBe('token-1');
    clock.advance(54 * MINUTE);
    expect(textOf(await tokens.getToken(createRun(clock)))).toBe('token-1');
    clock.advance(2 * MINUTE);
    expect(textOf(await tokens.getToken(createRun(clock)))).toBe('token-2');
  });

  test.each([
    ['tenant', { creds_tenant_id: '00000000-5b1e-4c58-9d3e-0a6b1c2d3e4f' }],
    ['client', { creds_auth_id: '00000000-8e0f-4a35-b6c4-9f8e7d6c5b4a' }],
    ['secret', { creds_enc_key: 'another-secret' }],
    ['Graph', { url: 'http://127.0.0.1:9' }],
  ])('of another %s is not used', async (_, overrides) => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, 3600), overrides);
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
  });

  test('is not shared by clouds that sign in at the same place', () => {
    const bindings = ['Worldwide', 'US GCC', 'US GCC-High', 'DoD', 'China'].map((azure_cloud) =>
      bindingOf(clientSettings('', { azure_cloud, url: '', azure_ad_endpoint: '' })),
    );
    expect(new Set(bindings).size).toBe(bindings.length);
  });

  test('shows nothing of the secret in what it belongs to', async () => {
    const server = await serveTokens();
    const store = createMemoryStore();
    await providerAt(server.url, store).getToken(runNow());
    expect(JSON.stringify(store.changed())).not.toContain(CLIENT_SECRET);
  });
});

describe('a context that does not parse', () => {
  test.each([
    ['text', 'not json'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['something that is no text', { a: 1 }],
    ['null', null],
  ])('heals with the next sign-in: %s', async (_, record) => {
    const server = await serveTokens();
    const store = createMemoryStore({ msgraph_soar_token: record, theirs: 'kept' });
    const tokens = providerAt(server.url, store);
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
    expect(server.seen).toHaveLength(1);
    expect(store.changed()).toMatchObject({ theirs: 'kept' });
  });

  test.each([
    ['no token', { expiresOn: 9e15 }],
    ['an empty token', { accessToken: '', expiresOn: 9e15 }],
    ['no end', { accessToken: 'cached' }],
    ['an end that is text', { accessToken: 'cached', expiresOn: 'tomorrow' }],
  ])('heals where the record belongs here but holds %s', async (_, record) => {
    const server = await serveTokens();
    const binding = bindingOf(clientSettings(server.url));
    const store = createMemoryStore({ msgraph_soar_token: JSON.stringify({ binding, ...record }) });
    expect(textOf(await providerAt(server.url, store).getToken(runNow()))).toBe('token-1');
  });
});

describe('callers at once', () => {
  test('sixteen of them sign in once', async () => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, createMemoryStore());
    const got = await Promise.all(Array.from({ length: 16 }, () => tokens.getToken(runNow())));
    expect(new Set(got.map(textOf))).toEqual(new Set(['token-1']));
    expect(server.seen).toHaveLength(1);
  });

  test('two providers on one store sign in once, the second finds what the first left', async () => {
    const server = await serveTokens();
    const store = createMemoryStore();
    const both = [providerAt(server.url, store), providerAt(server.url, store)];
    const got = await Promise.all(both.map((tokens) => tokens.getToken(runNow())));
    expect(got.map(textOf)).toEqual(['token-1', 'token-1']);
    expect(server.seen).toHaveLength(1);
  });

  test('all hear of one refusal, and the next caller tries anew', async () => {
    const server = await serve([wrongSecret, granted('token-1')]);
    const tokens = providerAt(server.url, createMemoryStore());
    const got = await Promise.allSettled(Array.from({ length: 16 }, () => tokens.getToken(runNow())));
    expect(got.every(({ status }) => status === 'rejected')).toBe(true);
    expect(server.seen).toHaveLength(1);
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
  });

  test('one that is cancelled does not cancel the others', async () => {
    const controller = new AbortController();
    const server = await serve(() => {
      if (servers[0]?.seen.length !== 1) return granted('token-1');
      controller.abort();
      return 'silence';
    });
    const tokens = providerAt(server.url, createMemoryStore());
    const first = tokens.getToken(createRun(clockNow(), controller.signal));
    const others = Array.from({ length: 3 }, () => tokens.getToken(runNow()));
    await expect(first).rejects.toThrow(CancelledError);
    expect((await Promise.all(others)).map(textOf)).toEqual(['token-1', 'token-1', 'token-1']);
    expect(server.seen).toHaveLength(2);
  });
});

describe('a token that Graph refused', () => {
  test('is replaced by a new one, although it still seems good', async () => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    const refused = await tokens.getToken(runNow());
    expect(textOf(await tokens.getToken(runNow(), { insteadOf: refused }))).toBe('token-1');
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
    expect(server.seen).toHaveLength(1);
  });

  test('is replaced once for all who held it', async () => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    const refused = await tokens.getToken(runNow());
    const asked = Array.from({ length: 16 }, () => tokens.getToken(runNow(), { insteadOf: refused }));
    expect(new Set((await Promise.all(asked)).map(textOf))).toEqual(new Set(['token-1']));
    expect(textOf(await tokens.getToken(runNow(), { insteadOf: refused }))).toBe('token-1');
    expect(server.seen).toHaveLength(1);
  });

  test('is not handed out again when the sign-in host is away', async () => {
    const server = await serve(['reset']);
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    const refused = await tokens.getToken(runNow());
    await expect(tokens.getToken(runNow(), { insteadOf: refused })).rejects.toThrow(TransportError);
  });

  test('is not handed out again by a renewal that somebody else began', async () => {
    const server = await serve(['reset']);
    const tokens = providerAt(server.url, storeWith(server.url, 200));
    const refused = await tokens.getToken(runNow());
    expect(textOf(refused)).toBe('cached');
    const [plain, replacement] = await Promise.allSettled([
      tokens.getToken(runNow()),
      tokens.getToken(runNow(), { insteadOf: refused }),
    ]);
    expect(plain).toMatchObject({ status: 'fulfilled' });
    expect(replacement).toMatchObject({ status: 'rejected', reason: { name: 'TransportError' } });
  });
});

describe('a fresh token', () => {
  test('is signed in for although a good one is cached, and replaces it', async () => {
    const server = await serveTokens();
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    expect(textOf(await tokens.getToken(runNow(), { fresh: true }))).toBe('token-1');
    expect(textOf(await tokens.getToken(runNow()))).toBe('token-1');
  });

  test('shows a refusal that the cached one would hide', async () => {
    const server = await serve([wrongSecret]);
    const tokens = providerAt(server.url, storeWith(server.url, 3600));
    await expect(tokens.getToken(runNow(), { fresh: true })).rejects.toThrow('The client secret is wrong.');
    expect(textOf(await tokens.getToken(runNow()))).toBe('cached');
  });

  test('shows it too while others renew', async () => {
    const server = await serve([granted('token-1'), wrongSecret]);
    const tokens = providerAt(server.url, createMemoryStore());
    const [plain, fresh] = await Promise.allSettled([
      tokens.getToken(runNow()),
      tokens.getToken(runNow(), { fresh: true }),
    ]);
    expect(plain).toMatchObject({ status: 'fulfilled' });
    expect(fresh).toMatchObject({ status: 'rejected' });
  });
});

describe('a renewal that fails', () => {
  const page = { 'content-type': 'text/html' };
  const passing: [string, ScriptedAnswer][] = [
    ['a broken connection', 'reset'],
    ['a fault with JSON', { status: 503, body: { error: 'server_error' } }],
    ['a fault with a page', { status: 502, headers: page, body: '<html>' }],
    ['a service that is busy for an hour', { status: 429, headers: { 'retry-after': '3600' }, body: {} }],
  ];

  test.each(passing)('by %s leaves the old token in use while it is valid', async (_, answer) => {
    const server = await serve([answer]);
    const tokens = providerAt(server.url, storeWith(server.url, 200));
    expect(textOf(await tokens.getToken(runNow()))).toBe('cached');
    expect(server.seen.length).toBeGreaterThan(0);
  });

  test.each(passing)('by %s is an error once the old token has ended', async (_, answer) => {
    const server = await serve([answer]);
    const tokens = providerAt(server.url, storeWith(server.url, -1));
    await expect(tokens.getToken(runNow())).rejects.toThrow(SoarError);
  });

  test('by a refusal is an error, although the old token is valid', async () => {
    const server = await serve([wrongSecret]);
    const tokens = providerAt(server.url, storeWith(server.url, 200));
    await expect(tokens.getToken(runNow())).rejects.toThrow(AuthError);
  });
});

describe('a context that others change meanwhile', () => {
  /** A store in which somebody else writes just before each of the first writes. */
  function contested(conflicts: number) {
    const store = createMemoryStore();
    let left = conflicts;
    const contestedStore: IntegrationContextStore = {
      ...store,
      async write(value, version) {
        if (left > 0) {
          left -= 1;
          const now = await store.read();
          await store.write({ ...now.value, theirs: String(left) }, now.version);
        }
        await store.write(value, version);
      },
    };
    return { store, contestedStore };
  }

  test('loses neither their change nor the token', async () => {
    const server = await serveTokens();
    const { store, contestedStore } = contested(4);
    await providerAt(server.url, contestedStore).getToken(runNow());
    expect(store.changed()).toMatchObject({ theirs: '0' });
    expect(textOf(await providerAt(server.url, store).getToken(runNow()))).toBe('token-1');
    expect(server.seen).toHaveLength(1);
  });

  test('without end is an error that says so', async () => {
    const server = await serveTokens();
    const asked = providerAt(server.url, contested(100).contestedStore).getToken(runNow());
    await expect(asked).rejects.toThrow('keeps being changed by others');
    await expect(asked).rejects.not.toBeInstanceOf(VersionConflictError);
  });
});

describe('a wait for a token that somebody else fetches', () => {
  async function held() {
    const server = await serve(['silence']);
    const provider = providerAt(server.url, createMemoryStore({}));
    const first = new AbortController();
    const fetching = provider.getToken(createRun(clockNow(), first.signal)).catch((error: unknown) => error);
    const end = async () => {
      first.abort();
      await fetching;
    };
    return { provider, end };
  }

  test('ends with the time of the command that waits', async () => {
    const { provider, end } = await held();
    const clock = clockNow();
    const waiting = provider.getToken({ ...createRun(clock), deadline: clock.now() + 100 });
    await expect(waiting).rejects.toMatchObject({ name: 'CancelledError', sent: false });
    await end();
  });

  test('ends with the cancel of the command that waits', async () => {
    const { provider, end } = await held();
    const controller = new AbortController();
    const waiting = provider.getToken(createRun(clockNow(), controller.signal));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'CancelledError', sent: false });
    await end();
  });
});

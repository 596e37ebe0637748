import { afterEach, describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  type SeenRequest,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { CLIENT_SECRET, clientSettings } from '../../test_data/token-endpoint.js';
import { createHttpClient } from '../http/client.js';
import { Secret } from '../secret.js';
import { createMemoryStore, type MemoryStore } from '../state/memory.js';
import { type IntegrationContextStore } from '../state/store.js';
import { withPendingLogin } from './pending-login.js';
import { createTokenProvider } from './provider.js';
import { type TokenRequest } from './token.js';

const http = createHttpClient({ proxy: false, insecure: false });
const REDIRECT = 'https://soar.contoso.example/callback?a=1&b=2';
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

function jwt(claims: object): string {
  return ['{}', JSON.stringify(claims), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

/** What the token endpoint answers to a user's grant. */
function grantedUser(name: string, refreshToken?: string): ScriptedAnswer {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: name,
      scope: 'User.Read Chat.Read',
      id_token: jwt({ oid: `id-of-${name}`, preferred_username: `${name}@contoso.example` }),
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    },
  };
}

const refused = (number: number, error = 'invalid_grant'): ScriptedAnswer => ({
  status: 400,
  body: { error, error_description: `AADSTS${number}: No.`, error_codes: [number] },
});

async function serve(answers: readonly ScriptedAnswer[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(answers);
  servers.push(server);
  return server;
}

const formOf = (request: SeenRequest | undefined) => Object.fromEntries(new URLSearchParams(request?.body));
const grants = (server: ScriptedServer) =>
  server.seen.map((request) => {
    const { code, refresh_token: refreshToken } = formOf(request);
    return code ?? refreshToken;
  });

function settingsAt(url: string, code: string | undefined, overrides: object = {}) {
  return clientSettings(url, {
    auth_type: 'user_auth_flow',
    redirect_uri: REDIRECT,
    ...(code !== undefined && { creds_auth_code: code }),
    ...overrides,
  });
}

/** Asks an instance for a token, as one command of one process would. */
async function tokenOf(
  server: ScriptedServer,
  store: IntegrationContextStore,
  code: string | undefined,
  options: { request?: TokenRequest; overrides?: object } = {},
): Promise<string> {
  const provider = createTokenProvider(settingsAt(server.url, code, options.overrides), http, store);
  const run = createRun(createFakeClock(Date.now()));
  return (await provider.getToken(run, options.request)).token.reveal();
}

/** The context as a later process finds it. */
const later = (store: MemoryStore) => createMemoryStore({ ...store.changed() });

const fresh = { request: { fresh: true } };

describe('a code', () => {
  test('is redeemed with the redirect URI to the letter and the credential, without a verifier', async () => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    expect(await tokenOf(server, createMemoryStore(), 'code=c-1&session_state=x')).toBe('adele');
    expect(formOf(server.seen[0])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'c-1',
      redirect_uri: REDIRECT,
      client_secret: CLIENT_SECRET,
    });
    expect(formOf(server.seen[0])).not.toHaveProperty('code_verifier');
  });

  test('is redeemed once: later commands refresh, also when it was removed from the form', async () => {
    const server = await serve([grantedUser('one', 'r-1'), grantedUser('two', 'r-2'), grantedUser('three')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    expect(await tokenOf(server, later(store), 'c-1')).toBe('one');
    await tokenOf(server, store, 'c-1', fresh);
    expect(await tokenOf(server, store, undefined, fresh)).toBe('three');
    expect(grants(server)).toEqual(['c-1', 'r-1', 'r-2']);
  });

  test('that is new goes before the token and the refresh token of the old one', async () => {
    const server = await serve([grantedUser('adele', 'r-1'), grantedUser('bruno', 'r-2'), grantedUser('b2')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    expect(await tokenOf(server, store, 'c-2')).toBe('bruno');
    await tokenOf(server, store, 'c-2', fresh);
    expect(grants(server)).toEqual(['c-1', 'c-2', 'r-2']);
    const provider = createTokenProvider(settingsAt(server.url, 'c-2'), http, store);
    expect((await provider.state()).user).toEqual({ id: 'id-of-b2', name: 'b2@contoso.example' });
  });

  test('is redeemed by one of many commands at once', async () => {
    const server = await serve([grantedUser('adele', 'r-1'), refused(54005)]);
    const store = createMemoryStore();
    const asked = Array.from({ length: 8 }, () => tokenOf(server, store, 'c-1'));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['adele']));
    expect(grants(server)).toEqual(['c-1']);
  });

  test('is not sent again when the connection broke: it may be spent', async () => {
    const server = await serve(['reset', grantedUser('adele', 'r-1')]);
    await expect(tokenOf(server, createMemoryStore(), 'c-1')).rejects.toThrow('broke off');
    expect(server.seen).toHaveLength(1);
  });

  test('is not sent for the Test button, which could not keep the sign-in', async () => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    const asked = tokenOf(server, createMemoryStore(), 'c-1', { request: { keepCode: true } });
    await expect(asked).rejects.toMatchObject({ nextStep: expect.stringContaining('!msgraph-user-test') });
    expect(server.seen).toHaveLength(0);
  });

  test('that was spent and removed is no reason to sign in again for the Test button, which sees nothing of it', async () => {
    const server = await serve([]);
    const asked = tokenOf(server, createMemoryStore(), undefined, { request: { keepCode: true } });
    await expect(asked).rejects.toMatchObject({
      message: 'Nobody has signed in yet.',
      nextStep: expect.stringMatching(/If somebody has signed in before, run !msgraph-user-test/),
    });
  });

  test('whose login asked for no refresh token is an error, and nothing is kept of it', async () => {
    const server = await serve([grantedUser('adele')]);
    const store = createMemoryStore();
    await expect(tokenOf(server, store, 'c-1')).rejects.toThrow('offline_access');
    expect(JSON.stringify(store.changed())).not.toContain('adele');
  });
});

describe('a refresh token', () => {
  test('pasted behind its prefix is used like a code', async () => {
    const server = await serve([grantedUser('adele'), grantedUser('again', 'r-1')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'refresh_token:r-0');
    await tokenOf(server, store, 'refresh_token:r-0', fresh);
    expect(grants(server)).toEqual(['r-0', 'r-0']);
  });

  test('is kept where an answer brings none', async () => {
    const server = await serve([grantedUser('one', 'r-1'), grantedUser('two')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    await tokenOf(server, store, 'c-1', fresh);
    await tokenOf(server, store, 'c-1', fresh);
    expect(grants(server)).toEqual(['c-1', 'r-1', 'r-1']);
  });

  test.each([
    ['tenant', { creds_tenant_id: 'fabrikam.example' }],
    ['client', { creds_auth_id: 'another-client' }],
  ])('is not used for another %s', async (_, overrides) => {
    const server = await serve([grantedUser('one', 'r-1')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    await expect(tokenOf(server, store, undefined, { overrides })).rejects.toThrow(
      'Nobody has signed in yet',
    );
    expect(grants(server)).toEqual(['c-1']);
  });
});

describe('a sign-in that has ended', () => {
  test('is asked about once, and named with the command that cures it', async () => {
    const server = await serve([grantedUser('one', 'r-1'), refused(700082)]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    await expect(tokenOf(server, store, 'c-1', fresh)).rejects.toMatchObject({
      message: expect.stringContaining('unused for too long'),
      nextStep: expect.stringContaining('!msgraph-user-generate-login-url'),
    });
    const expired = createRun(createFakeClock(Date.now() + 7_200_000));
    for (let command = 1; command <= 3; command += 1) {
      const provider = createTokenProvider(settingsAt(server.url, 'c-1'), http, later(store));
      await expect(provider.getToken(expired)).rejects.toThrow('unused for too long');
    }
    expect(grants(server)).toEqual(['c-1', 'r-1']);
  });

  test.each([
    ['the code', 'c-2', {}],
    ['the secret', 'c-1', { creds_enc_key: 'another~secret' }],
  ])('is tried anew when %s changes', async (_, code, overrides) => {
    const server = await serve([refused(70008), grantedUser('adele', 'r-1')]);
    const store = createMemoryStore();
    await expect(tokenOf(server, store, 'c-1')).rejects.toThrow('expired');
    await expect(tokenOf(server, store, 'c-1')).rejects.toThrow('expired');
    await expect(tokenOf(server, store, 'c-1', fresh)).rejects.toThrow('expired');
    expect(await tokenOf(server, store, code, { overrides })).toBe('adele');
    expect(server.seen).toHaveLength(2);
  });

  test('is tried again by a test command once a policy let it pass', async () => {
    const server = await serve([grantedUser('one', 'r-1'), refused(53003), grantedUser('two', 'r-2')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    await expect(tokenOf(server, store, 'c-1', fresh)).rejects.toThrow('conditional access');
    expect(await tokenOf(server, store, 'c-1', fresh)).toBe('two');
  });

  test('because of the secret alone is not taken for an ended one', async () => {
    const server = await serve([refused(7000215, 'invalid_client')]);
    const store = createMemoryStore();
    await expect(tokenOf(server, store, 'c-1')).rejects.toThrow('secret is wrong');
    await expect(tokenOf(server, store, 'c-1')).rejects.toThrow('secret is wrong');
    expect(server.seen).toHaveLength(2);
  });
});

describe('a login that is under way', () => {
  const login = { state: 's-1', verifier: new Secret('v'.repeat(43)), expiresOn: Date.now() + 600_000 };
  const pendingStore = () => createMemoryStore(withPendingLogin({}, login));

  test.each([
    ['a bare code', 'c-1', true],
    ['the address of this login', `${REDIRECT}&code=c-1&state=s-1`, true],
    ['an address that carries no state', `${REDIRECT}&code=c-1`, false],
  ])('lends its verifier to %s: %#', async (_, pasted, isLent) => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    await tokenOf(server, pendingStore(), pasted);
    expect(formOf(server.seen[0])['code_verifier']).toBe(isLent ? 'v'.repeat(43) : undefined);
  });

  test('refuses the address of another login, without a request', async () => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    const asked = tokenOf(server, pendingStore(), `${REDIRECT}&code=c-1&state=other`);
    await expect(asked).rejects.toThrow('another login');
    expect(server.seen).toHaveLength(0);
  });

  test('is over once its code was redeemed', async () => {
    const server = await serve([grantedUser('adele', 'r-1'), grantedUser('bruno', 'r-2')]);
    const store = pendingStore();
    await tokenOf(server, store, 'c-1');
    await tokenOf(server, store, 'c-2');
    expect(formOf(server.seen[1])).not.toHaveProperty('code_verifier');
  });

  test('is over when its time is', async () => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    const store = createMemoryStore(withPendingLogin({}, { ...login, expiresOn: Date.now() - 1 }));
    await tokenOf(server, store, 'c-1');
    expect(formOf(server.seen[0])).not.toHaveProperty('code_verifier');
  });
});

describe('what a known integration left', () => {
  const theirs = { current_refresh_token: 'theirs-1', access_token: 'old', valid_until: '1700000000' };

  test('goes before the code it has redeemed, and is kept in step', async () => {
    const server = await serve([grantedUser('adele', 'r-2'), grantedUser('adele2', 'r-3')]);
    const store = createMemoryStore(theirs);
    expect(await tokenOf(server, store, 'c-1')).toBe('adele');
    expect(store.changed()).toMatchObject({ ...theirs, current_refresh_token: 'r-2' });
    await tokenOf(server, store, 'c-1', fresh);
    expect(store.changed()).toMatchObject({ current_refresh_token: 'r-3' });
    expect(grants(server)).toEqual(['theirs-1', 'r-2']);
  });

  test('gives way to the code where it is dead', async () => {
    const server = await serve([refused(700082), grantedUser('adele', 'r-1')]);
    expect(await tokenOf(server, createMemoryStore(theirs), 'c-1')).toBe('adele');
    expect(grants(server)).toEqual(['theirs-1', 'c-1']);
  });

  test('is not used again after a change of tenant', async () => {
    const server = await serve([grantedUser('adele', 'r-2')]);
    const store = createMemoryStore(theirs);
    await tokenOf(server, store, 'c-1');
    const overrides = { creds_tenant_id: 'fabrikam.example' };
    await expect(tokenOf(server, store, undefined, { overrides })).rejects.toThrow('Nobody has signed in');
    expect(server.seen).toHaveLength(1);
  });

  test('is the only place where their key is written', async () => {
    const server = await serve([grantedUser('adele', 'r-1')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    expect(store.changed()).not.toHaveProperty('current_refresh_token');
  });
});

describe('an instance that leaves the flow open', () => {
  const open = { overrides: { auth_type: '' } };

  test('signs in as the user whose sign-in is kept, after the spent code was removed', async () => {
    const server = await serve([grantedUser('adele', 'r-1'), grantedUser('again', 'r-2')]);
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1', open);
    expect(await tokenOf(server, store, undefined, open)).toBe('adele');
    expect(await tokenOf(server, store, undefined, { ...open, ...fresh })).toBe('again');
    expect(grants(server)).toEqual(['c-1', 'r-1']);
  });

  test('signs in as the application where no user has, and where auth_type says so', async () => {
    const server = await serve([grantedUser('app'), grantedUser('adele', 'r-1'), grantedUser('app2')]);
    expect(await tokenOf(server, createMemoryStore(), undefined, open)).toBe('app');
    const store = createMemoryStore();
    await tokenOf(server, store, 'c-1');
    const overrides = { auth_type: 'client_credentials' };
    expect(await tokenOf(server, store, undefined, { overrides })).toBe('app2');
    expect(server.seen.map((request) => formOf(request)['grant_type'])).toEqual([
      'client_credentials',
      'authorization_code',
      'client_credentials',
    ]);
  });
});

test('a damaged context is as good as an empty one', async () => {
  const server = await serve([grantedUser('adele', 'r-1')]);
  const damaged = createMemoryStore({ msgraph_soar_token: '{"binding":', msgraph_soar_login: '[]' });
  expect(await tokenOf(server, damaged, 'c-1')).toBe('adele');
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SIGN_IN_LOCK } from '../../integration/auth/provider.js';
import { type Clock, systemClock } from '../../integration/clock.js';
import { connectionOf } from '../../integration/dispatcher/connection.js';
import { CancelledError } from '../../integration/errors.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type IntegrationContext, type IntegrationContextStore } from '../../integration/state/store.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { type BrowserInvitation, logInByBrowser } from './browser-login.js';

const ADELE = 'adele@contoso.example';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const tokenRequests = (): number =>
  sandbox.log.filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;

/** An instance of the sandbox, and a person who does as `person` says once they are invited. */
function bench(
  params: Record<string, unknown>,
  person: (invitation: BrowserInvitation) => void,
  context: IntegrationContext = {},
  { clock = systemClock, signal }: { clock?: Clock; signal?: AbortSignal } = {},
) {
  const state = createMemoryStore(context);
  const instance = {
    name: 'own',
    kind: 'tenant' as const,
    params: { ...sandbox.params(), auth_type: 'user_auth_flow', ...params },
    state,
  };
  const connection = connectionOf(instance, () => undefined);
  const run = createRun(clock, signal);
  const login = () =>
    logInByBrowser({ connection, run, port: undefined, invite: person, onForeign: () => undefined });
  return { connection, state, run, login };
}

/** Signs in on the page and follows the browser back. */
const accept = ({ url }: BrowserInvitation): void => {
  const body = new URLSearchParams({ user: ADELE, decision: 'accept' });
  void fetch(url, { method: 'POST', body });
};

describe('a login in the browser', () => {
  test.each<[string, Record<string, unknown>]>([
    ['whose redirect URI leads elsewhere', { redirect_uri: 'https://soar.contoso.example/oauth/soar' }],
    ['without a redirect URI', {}],
    ['that leaves its flow open', { auth_type: '' }],
    ['whose redirect URI leads here, without a port', { redirect_uri: 'http://localhost/callback' }],
  ])('signs a person in for an instance %s', async (_, params) => {
    const { connection, run, login } = bench(params, accept);
    expect(await login()).toMatchObject({ name: ADELE });
    const before = tokenRequests();
    await connection.tokens.getToken(run);
    expect(tokenRequests()).toBe(before);
    expect((await connection.tokens.state()).signIn.flow).toBe('user_auth_flow');
  });

  test('counts the configured code as spent: it is never sent', async () => {
    const { code } = await sandbox.authorize({ user: 'sylvie@contoso.example' });
    const params = { creds_auth_code: code, redirect_uri: 'http://localhost/callback' };
    const { connection, run, login } = bench(params, accept);
    await login();
    const before = tokenRequests();
    await connection.tokens.getToken(run);
    expect(tokenRequests()).toBe(before);
    expect((await connection.tokens.state()).user).toMatchObject({ name: ADELE });
  });

  test('goes before a sign-in that another integration left', async () => {
    const other = await sandbox.signIn({ user: 'sylvie@contoso.example' });
    const { state, login } = bench({}, accept, { current_refresh_token: other.refreshToken, mine: 'kept' });
    expect(await login()).toMatchObject({ name: ADELE });
    const context = state.changed();
    expect(context?.['mine']).toBe('kept');
    expect(context?.['current_refresh_token']).not.toBe(other.refreshToken);
  });

  test('asks for everything the registration lists, with a state and a challenge', async () => {
    let invited: BrowserInvitation | undefined;
    const { login } = bench({}, (invitation) => {
      invited = invitation;
      accept(invitation);
    });
    await login();
    const query = new URL(invited?.url ?? '').searchParams;
    expect(query.get('scope')).toBe(`offline_access ${sandbox.url}/.default`);
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('state')).toMatch(/^[\w-]{32}$/);
    expect(query.get('redirect_uri')).toBe(invited?.redirectUri);
    expect(invited?.redirectUri).toMatch(/^http:\/\/localhost:\d+\/$/);
  });

  test('ends after ten minutes, and leaves the context alone', async () => {
    const clock = createFakeClock();
    const { state, login } = bench({}, () => undefined, {}, { clock });
    await expect(login()).rejects.toMatchObject({ message: 'Nobody signed in within 10 minutes.' });
    expect(clock.sleeps).toEqual([600_000]);
    expect(state.changed()).toBeUndefined();
  });

  test('can be cancelled, and listens no longer then', async () => {
    const controller = new AbortController();
    let redirectUri = '';
    const { state, login } = bench(
      {},
      (invitation) => {
        ({ redirectUri } = invitation);
        controller.abort(new CancelledError('The login was cancelled.'));
      },
      {},
      { signal: controller.signal },
    );
    await expect(login()).rejects.toMatchObject({ message: 'The login was cancelled.' });
    expect(state.changed()).toBeUndefined();
    await expect(fetch(redirectUri)).rejects.toThrow();
  });

  test('redeems the code under the lock of the sign-in, so that no command signs in meanwhile', async () => {
    const { connection, run } = bench({}, accept);
    const locked: [string, number][] = [];
    const state: IntegrationContextStore = {
      ...connection.state,
      async withLock(name, work) {
        const before = tokenRequests();
        const result = await work();
        locked.push([name, tokenRequests() - before]);
        return result;
      },
    };
    const before = tokenRequests();
    const guarded = { ...connection, state };
    await logInByBrowser({
      connection: guarded,
      run,
      port: undefined,
      invite: accept,
      onForeign: () => undefined,
    });
    expect({ locked, sent: tokenRequests() - before }).toEqual({ locked: [[SIGN_IN_LOCK, 1]], sent: 1 });
  });

  test.each([
    [{ auth_type: 'client_credentials' }, /auth_type is client_credentials/, /auth_type=user_auth_flow/],
    [{ auth_type: 'device_code' }, /auth_type is device_code/, /login --device/],
    [{ auth_type: 'managed_identity' }, /auth_type is managed_identity/, /auth_type=user_auth_flow/],
  ])('is refused where the instance would never use it: %j', async (params, message, nextStep) => {
    const { login } = bench(params, () => {
      throw new Error('Nobody should be invited.');
    });
    await expect(login()).rejects.toMatchObject({
      message: expect.stringMatching(message),
      nextStep: expect.stringMatching(nextStep),
    });
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  startScriptedServer,
} from '../../test_data/scripted-server.js';
import { clientSettings, granted, TENANT } from '../../test_data/token-endpoint.js';
import { createHttpClient } from '../http/client.js';
import { createMemoryStore } from '../state/memory.js';
import { createTokenProvider } from './provider.js';

const http = createHttpClient({ proxy: false, insecure: false });
const servers: ScriptedServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const started: ScriptedAnswer = {
  status: 200,
  body: {
    device_code: 'd-1',
    user_code: 'ABC123',
    verification_uri: 'https://microsoft.example/devicelogin',
    expires_in: 900,
    interval: 5,
  },
};
const says = (error: string, status = 400): ScriptedAnswer => ({ status, body: { error } });
const tokens: ScriptedAnswer = {
  status: 200,
  body: { access_token: 'token-1', refresh_token: 'r-1', expires_in: 3599, scope: 'User.Read' },
};

/** An instance that signs in by device code; each call of `provider` is another process with the same context. */
async function instanceAt(answers: readonly ScriptedAnswer[]) {
  const server = await startScriptedServer(answers);
  servers.push(server);
  const store = createMemoryStore();
  const clock = createFakeClock();
  const settings = clientSettings(server.url, { auth_type: 'device_code', creds_enc_key: '' });
  return {
    server,
    store,
    clock,
    run: createRun(clock),
    provider: () => createTokenProvider(settings, http, store),
    form: (index: number) => Object.fromEntries(new URLSearchParams(server.seen[index]?.body)),
  };
}

describe('a login on another device', () => {
  test('is begun at the tenant, with the permissions in the terms of its Graph', async () => {
    const { server, run, provider, form } = await instanceAt([started]);
    expect(await provider().startDeviceLogin(run, ['Chat.Read', 'User.Read'])).toEqual({
      page: 'https://microsoft.example/devicelogin',
      userCode: 'ABC123',
      minutes: 15,
    });
    expect(server.seen[0]?.url).toBe(`/${TENANT}/oauth2/v2.0/devicecode`);
    expect(form(0)['scope']).toBe(
      `openid profile offline_access ${server.url}/Chat.Read ${server.url}/User.Read`,
    );
    expect(form(0)).not.toHaveProperty('client_secret');
  });

  test('is completed by another process, and renewed without the person', async () => {
    const { run, clock, provider, form } = await instanceAt([started, tokens, granted('token-2')]);
    await provider().startDeviceLogin(run, ['.default']);
    expect(await provider().completeDeviceLogin(run)).toEqual({ isPending: false });
    expect(form(1)).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'd-1',
    });
    expect((await provider().getToken(run)).token.reveal()).toBe('token-1');
    clock.advance(3_400_000);
    expect((await provider().getToken(createRun(clock))).token.reveal()).toBe('token-2');
    expect(form(2)).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'r-1' });
    expect(form(2)['claims']).toContain('cp1');
  });

  test('waits for the person as often as it was told, and more slowly when asked to', async () => {
    const waits = [says('authorization_pending'), says('slow_down'), says('authorization_pending')];
    const { run, clock, provider } = await instanceAt([started, ...waits, tokens]);
    await provider().startDeviceLogin(run, ['.default']);
    expect(await provider().completeDeviceLogin(run)).toEqual({ isPending: false });
    expect(clock.sleeps).toEqual([5_000, 10_000, 10_000]);
  });

  test('is left for later when nobody comes within a minute, at the pace that was asked for', async () => {
    const { run, clock, provider } = await instanceAt([
      started,
      says('slow_down'),
      says('authorization_pending'),
    ]);
    await provider().startDeviceLogin(run, ['.default']);
    expect(await provider().completeDeviceLogin(run)).toEqual({ isPending: true });
    expect(clock.sleeps.reduce((sum, sleep) => sum + sleep, 0)).toBeLessThanOrEqual(60_000);
    const before = clock.sleeps.length;
    await provider().completeDeviceLogin(run);
    expect(clock.sleeps[before]).toBe(10_000);
  });

  test.each([
    ['authorization_declined', 'The sign-in was declined.'],
    ['expired_token', 'The code was not entered in time.'],
    ['bad_verification_code', 'not known any more'],
  ])('ends for good with %s, and names the command that begins a new one', async (error, message) => {
    const { server, run, provider } = await instanceAt([started, says(error)]);
    await provider().startDeviceLogin(run, ['.default']);
    await expect(provider().completeDeviceLogin(run)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      nextStep: expect.stringContaining('!msgraph-user-auth-start'),
    });
    await expect(provider().completeDeviceLogin(run)).rejects.toThrow('No login was begun');
    expect(server.seen).toHaveLength(2);
  });

  test('goes on after the administrator has allowed public clients', async () => {
    const refused = { status: 401, body: { error: 'invalid_client', error_codes: [7000218] } };
    const { run, provider } = await instanceAt([started, refused, tokens]);
    await provider().startDeviceLogin(run, ['.default']);
    await expect(provider().completeDeviceLogin(run)).rejects.toThrow('wants a client secret or certificate');
    expect(await provider().completeDeviceLogin(run)).toEqual({ isPending: false });
  });

  test('leaves everything else in the context as it is', async () => {
    const { run, store, provider } = await instanceAt([started]);
    await store.write({ mfa_app_client_secret: 'kept' }, 0);
    await provider().startDeviceLogin(run, ['.default']);
    expect(store.changed()).toMatchObject({ mfa_app_client_secret: 'kept' });
  });

  test('that has ended is told once by Microsoft and then from memory', async () => {
    const { server, run, clock, provider } = await instanceAt([started, tokens, says('invalid_grant')]);
    await provider().startDeviceLogin(run, ['.default']);
    await provider().completeDeviceLogin(run);
    clock.advance(7_200_000);
    for (let command = 1; command <= 3; command += 1) {
      await expect(provider().getToken(createRun(clock))).rejects.toMatchObject({
        nextStep: expect.stringContaining('!msgraph-user-auth-start'),
      });
    }
    expect(server.seen).toHaveLength(3);
  });
});

test('nobody signed in so far: nothing is sent, and the command to run is named', async () => {
  const { server, run, provider } = await instanceAt([]);
  await expect(provider().getToken(run)).rejects.toMatchObject({
    message: 'Nobody has signed in yet.',
    nextStep: expect.stringMatching(/!msgraph-user-auth-start.*then run !msgraph-user-auth-complete\.$/),
  });
  await expect(provider().getToken(run, { keepCode: true })).rejects.toMatchObject({
    nextStep: expect.stringMatching(/If somebody has signed in before, run !msgraph-user-test/),
  });
  expect(server.seen).toHaveLength(0);
});

test('an instance of another flow has no such login', async () => {
  const { server, run } = await instanceAt([]);
  const provider = createTokenProvider(clientSettings(server.url), http, createMemoryStore());
  await expect(provider.startDeviceLogin(run, ['.default'])).rejects.toThrow('set up for client_credentials');
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { createRun } from '../../../test_data/run.js';
import { createGraphClient } from '../../graph/client.js';
import { path } from '../../graph/path.js';
import { createHttpClient } from '../../http/client.js';
import { parseSettings } from '../../settings/parse.js';
import { createMemoryStore, type MemoryStore } from '../../state/memory.js';
import { type IntegrationContext } from '../../state/store.js';
import { createTokenProvider } from '../provider.js';
import { type MovedClock, startMovedClock } from './moved-clock.js';
import { recordNetwork, type RecordedNetwork } from './recorded-network.js';

const PERSON = 'adele@contoso.example';
const REDIRECT = 'http://localhost:4711/callback';
const HOUR_MS = 3_600_000;

let sandbox: Sandbox;
let clock: MovedClock;
let network: RecordedNetwork;
/** The code of the form, which the known integration has redeemed. */
let spent: string;
/** The refresh token it got for it. */
let theirs: string;

beforeEach(async () => {
  clock = startMovedClock(Date.parse('2026-03-02T08:00:00Z'));
  sandbox = await startSandbox({ now: () => Date.now() });
  network = recordNetwork(createHttpClient({ proxy: false, insecure: false }));
  spent = (await sandbox.authorize({ user: PERSON, redirectUri: REDIRECT })).code;
  theirs = await asTheyDo({ grant_type: 'authorization_code', code: spent, redirect_uri: REDIRECT });
});

afterEach(async () => {
  clock.stop();
  await sandbox.close();
});

/** A token request as the known integrations make it. @returns The refresh token of the answer. */
async function asTheyDo(grant: Readonly<Record<string, string>>): Promise<string> {
  const { creds_auth_id: id, creds_enc_key: secret } = sandbox.params();
  const answer = await network.send(
    {
      method: 'POST',
      url: `${sandbox.url}/${sandbox.tenantId}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: String(id),
        client_secret: String(secret),
        scope: 'offline_access https://graph.microsoft.com/.default',
        ...grant,
      }).toString(),
    },
    createRun(clock),
  );
  expect(answer.status).toBe(200);
  return String(network.seen.at(-1)?.answer['refresh_token']);
}

/** What stands in their context after they have run for a while, their token valid or not. */
function left(validForSeconds: number): IntegrationContext {
  const validUntil = Math.floor(clock.now() / 1000) + validForSeconds;
  return {
    access_token: 'their-access-token',
    valid_until: validUntil,
    'https://graph.microsoft.com/.default_access_token': 'their-scoped-token',
    'https://graph.microsoft.com/.default_valid_until': String(validUntil),
    current_refresh_token: theirs,
    mfa_app_client_secret: 'their-mfa-secret',
    mfa_access_token: { access_token: 'their-mfa-token', valid_until: validUntil },
  };
}

/** One command of one process. */
async function command(store: MemoryStore, overrides: object = {}): Promise<void> {
  const settings = parseSettings({
    ...sandbox.params(),
    redirect_uri: REDIRECT,
    creds_auth_code: spent,
    ...overrides,
  });
  const tokens = createTokenProvider(settings, network, store);
  const access = { graphUrl: settings.graphUrl, http: network, tokens };
  await createGraphClient(access, createRun(clock)).get(path`me`);
}

const ours = () => network.tokenRequests().slice(1);

describe('a context that a known integration left', () => {
  test.each([
    ['with a token that has ended', -60, {}],
    ['with a token that is still valid', 3_000, {}],
    ['and a form that says user_auth_flow', -60, { auth_type: 'user_auth_flow' }],
    ['and the code as an address', -60, { creds_auth_code: `${REDIRECT}?code=c-1&session_state=x` }],
  ])('%s signs in at once, without a code', async (_, validFor, overrides) => {
    const store = createMemoryStore(left(validFor));
    await command(store, overrides);
    expect(ours().map(({ form }) => [form['grant_type'], form['refresh_token']])).toEqual([
      ['refresh_token', theirs],
    ]);
    const graph = network.seen.at(-1);
    expect(graph?.answer['userPrincipalName']).toBe(PERSON);
    expect(graph?.request.headers?.['authorization']).not.toContain('their-');
  });

  test('keeps all else that stands in it', async () => {
    const before = left(-60);
    const store = createMemoryStore(before);
    await command(store);
    expect(store.changed()).toMatchObject({ ...before, current_refresh_token: expect.any(String) });
  });

  test('holds the newest refresh token after each of our renewals, so that one can go back', async () => {
    const store = createMemoryStore(left(-60));
    for (let renewals = 1; renewals <= 12; renewals += 1) {
      await command(store);
      expect(ours()).toHaveLength(renewals);
      expect(store.changed()?.['current_refresh_token']).toBe(ours().at(-1)?.answer['refresh_token']);
      clock.advance(2 * HOUR_MS);
    }
    const newest = String(store.changed()?.['current_refresh_token']);
    expect(newest).not.toBe(theirs);
    expect(await asTheyDo({ grant_type: 'refresh_token', refresh_token: newest })).not.toBe(newest);
  });

  test('whose refresh token they have lost says how to sign in again, after one request', async () => {
    const store = createMemoryStore({ ...left(-60), current_refresh_token: '' });
    for (let commands = 1; commands <= 3; commands += 1) {
      await expect(command(store)).rejects.toMatchObject({
        details: { aadsts: 54005 },
        nextStep: expect.stringContaining('!msgraph-user-generate-login-url'),
      });
    }
    expect(ours().map(({ form }) => form['code'])).toEqual([spent]);
  });
});

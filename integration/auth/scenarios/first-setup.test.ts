import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { registry } from '../../../commands/index.js';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { createDispatcher } from '../../dispatcher/dispatcher.js';
import { createMemoryStore } from '../../state/memory.js';
import { type IntegrationContextStore } from '../../state/store.js';
import { type MovedClock, startMovedClock } from './moved-clock.js';

const PERSON = 'adele@contoso.example';
const REDIRECT = 'https://soar.contoso.example/oauth/soar';
const AGAIN = /Run !msgraph-user-generate-login-url .*paste the new code into "Authorization code"\.$/;

let sandbox: Sandbox;
let clock: MovedClock;
let state: IntegrationContextStore;
let warnings: string[];

beforeEach(async () => {
  clock = startMovedClock(Date.parse('2026-03-02T08:00:00Z'));
  sandbox = await startSandbox({ now: () => clock.now() });
  state = createMemoryStore();
  warnings = [];
});

afterEach(async () => {
  clock.stop();
  await sandbox.close();
});

/** What a command shows of an instance whose form has this in it. */
async function run(command: string, form: Readonly<Record<string, string>> = {}): Promise<string> {
  const dispatcher = createDispatcher({ registry, clock, warn: (text) => warnings.push(text) });
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow', redirect_uri: REDIRECT, ...form };
  const instance = { name: 'prod', kind: 'tenant', params, state } as const;
  const { entries } = await dispatcher.execute({ command, args: {}, instance });
  return entries.map(({ HumanReadable, Contents }) => HumanReadable ?? String(Contents)).join('\n');
}

/** The address at which the browser ends once the consultant has signed in at the login URL. */
async function signIn(): Promise<string> {
  const [, address = ''] = /\]\(([^)]+)\)/.exec(await run('msgraph-teams-generate-login-url')) ?? [];
  const { searchParams } = new URL(address);
  expect(searchParams.get('scope')).toMatch(/^offline_access .*\/Chat\.\w+/);
  expect(searchParams.get('state')).not.toBeNull();
  expect(searchParams.get('prompt')).toBeNull();
  const body = new URLSearchParams({ user: PERSON, decision: 'accept' });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

const tokenRequests = () => sandbox.log.filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;

describe('the first setup by hand', () => {
  test('goes from the login URL to a success that says who is signed in to what', async () => {
    const form = { creds_auth_code: await signIn() };
    const shown = await run('msgraph-teams-test', form);
    expect(shown).toContain('Success!');
    for (const part of [PERSON, sandbox.tenantId, 'user_auth_flow', 'Chat.']) expect(shown).toContain(part);
  });

  test('says after a reset that the code was used before, and asks once', async () => {
    const form = { creds_auth_code: await signIn() };
    await run('msgraph-teams-test', form);
    await run('msgraph-teams-auth-reset', form);
    const before = tokenRequests();
    for (let time = 1; time <= 2; time += 1) {
      const shown = await run('msgraph-teams-test', form);
      expect(shown).toMatch(
        /^The sign-in was refused: The authorization code was used before\.\nAADSTS54005/,
      );
      expect(shown).toMatch(AGAIN);
    }
    expect(tokenRequests()).toBe(before + 1);
  });

  test('says so where the process ended between the redemption and the writing, and needs a new code only', async () => {
    const kept = state;
    const form = { creds_auth_code: await signIn() };
    // What the process that redeemed it would have written never arrives.
    state = createMemoryStore((await kept.read()).value);
    await run('msgraph-teams-test', form);
    state = kept;
    const shown = await run('msgraph-teams-test', form);
    expect(shown).toMatch(/AADSTS54005/);
    expect(shown).toMatch(AGAIN);
    expect(await run('msgraph-teams-test', { creds_auth_code: await signIn() })).toContain('Success!');
  });

  test('says that a code of eleven minutes ago has expired', async () => {
    const form = { creds_auth_code: await signIn() };
    clock.advance(11 * 60_000);
    const shown = await run('msgraph-teams-test', form);
    expect(shown).toMatch(/The authorization code or refresh token has expired\.\nAADSTS70008/);
    expect(shown).toMatch(AGAIN);
  });

  test('says that a secret’s ID was taken for its value, once before and once by Microsoft', async () => {
    const form = {
      creds_auth_code: await signIn(),
      creds_enc_key: '5d2f9a51-0c6e-4d4b-9f0e-7a8b9c0d1e2f',
    };
    const shown = await run('msgraph-teams-test', form);
    expect(shown).toMatch(/AADSTS7000215[\s\S]*Copy the secret's Value \(not its Secret ID\)/);
    expect(warnings.join('\n')).toContain('looks like the ID of a client secret');
  });

  test('names the redirect URI where it differs by a slash', async () => {
    const form = { creds_auth_code: await signIn(), redirect_uri: `${REDIRECT}/` };
    const shown = await run('msgraph-teams-test', form);
    expect(shown).toMatch(
      /AADSTS500112[\s\S]*Set "Application redirect URI" to the address[^\n]*to the letter/,
    );
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type IntegrationContextStore } from '../../integration/state/store.js';
import { type CommandBench, openCommandBench } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const REDIRECT = 'https://soar.contoso.example/oauth/soar';
const ADELE = 'adele@contoso.example';
let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const halves = ['user', 'teams'] as const;

function instanceWith(overrides: Record<string, unknown>, state?: IntegrationContextStore): Instance {
  const params = { auth_type: 'user_auth_flow', redirect_uri: REDIRECT, ...overrides };
  return { ...sandboxInstance(bench.sandbox, 'soar', params), ...(state && { state }) };
}

/** Signs in on the page that a login URL leads to; gives the address that the browser ends at. */
async function signInAt(url: string): Promise<string> {
  const body = new URLSearchParams({ user: ADELE, decision: 'accept' });
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

async function loginUrl(half: string, instance: Instance): Promise<string> {
  const { entry } = await bench.run(`msgraph-${half}-generate-login-url`, {}, instance);
  return /\]\(([^)]+)\)/.exec(entry.HumanReadable ?? '')?.[1] ?? '';
}

const textsOf = (entries: readonly { readonly HumanReadable?: string | null }[]) =>
  entries.map(({ HumanReadable }) => HumanReadable).join('\n');

describe.each(halves)('a user signs in for the %s commands', (half) => {
  test.each([
    ['the whole address', (address: string) => address],
    ['the code alone', (address: string) => new URL(address).searchParams.get('code') ?? ''],
    ['everything behind the question mark', (address: string) => new URL(address).search.slice(1)],
  ])('from the login URL to a working instance, pasting %s', async (_, paste) => {
    const before = instanceWith({ auth_type: '' });
    const address = await signInAt(await loginUrl(half, before));
    expect(address.startsWith(`${REDIRECT}?code=`)).toBe(true);

    const after = instanceWith({ creds_auth_code: paste(address) }, before.state);
    const { execution, requests } = await bench.run(`msgraph-${half}-test`, {}, after);
    const shown = textsOf(execution.entries);
    expect(shown).toContain('Success!');
    expect(shown).toContain(`| ${ADELE} | user_auth_flow | ${bench.sandbox.tenantId} |`);
    expect(shown).toMatch(half === 'teams' ? /Chat\.Read/ : /User\.Read/);
    expect(requests.map(({ path }) => path.split('?')[0])).toEqual([
      expect.stringContaining('/oauth2/v2.0/token'),
      '/v1.0/me',
    ]);

    const later = instanceWith({ auth_type: '' }, before.state);
    expect((await bench.run('msgraph-user-get', { user: ADELE }, later)).requests).toHaveLength(1);
  });

  test('says what to do in the known two steps', async () => {
    const { entry, requests } = await bench.run(`msgraph-${half}-generate-login-url`, {}, instanceWith({}));
    expect(entry.HumanReadable).toMatch(
      /^### Authorization instructions\n1\. .*\n```REDIRECT_URI\?code=AUTH_CODE/,
    );
    expect(entry.HumanReadable).toMatch(/\n2\. .*\*\*Authorization code\*\*.*msgraph-\w+-test/);
    expect(requests).toEqual([]);
  });

  test('forgets the sign-in, and says that nothing was revoked', async () => {
    const signedIn = await bench.sandbox.signIn({ user: ADELE });
    const instance = instanceWith({ creds_auth_code: `refresh_token:${signedIn.refreshToken ?? ''}` });
    await bench.run('msgraph-user-test', {}, instance);
    const { execution } = await bench.run(`msgraph-${half}-auth-reset`, {}, instance);
    expect(execution.entries[0]?.HumanReadable).toBe(
      'Authorization was reset successfully. Please regenerate the credentials, and then click **Test** to validate the credentials and connection.',
    );
    expect(execution.entries[1]?.HumanReadable).toMatch(/Nothing was revoked at Microsoft/);
    const withoutCode = instanceWith({}, instance.state);
    const { entry, requests } = await bench.run('msgraph-user-get', { user: ADELE }, withoutCode);
    expect(entry.Contents).toMatch(/Nobody has signed in yet\.\nRun !msgraph-user-generate-login-url/);
    expect(requests).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['no parameters that could work', { creds_auth_id: '', creds_enc_key: '', azure_cloud: 'Atlantis' }],
    ['a flow that nobody signs in with', { auth_type: 'managed_identity' }],
  ])('is reset with %s', async (_, params) => {
    const { entry } = await bench.run(`msgraph-${half}-auth-reset`, {}, instanceWith(params));
    expect(entry.Type).toBe(1);
    expect(entry.HumanReadable).toMatch(/^Authorization was reset successfully\./);
  });
});

describe('the Test button of an instance with a code', () => {
  test('leaves the code alone and names the command to run', async () => {
    const { code } = await bench.sandbox.authorize({ user: ADELE, redirectUri: REDIRECT });
    const instance = instanceWith({ creds_auth_code: code });
    const button = await bench.run('test-module', {}, instance);
    expect(button.entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('!msgraph-user-test') });
    expect(button.requests).toEqual([]);
    expect((await bench.run('msgraph-user-test', {}, instance)).entry.Type).toBe(1);
    expect((await bench.run('test-module', {}, instance)).entry.Contents).toBe('ok');
  });
});

describe('a sign-in that was revoked', () => {
  test('is one clear error for every command after it, without more token requests', async () => {
    const { code } = await bench.sandbox.authorize({ user: ADELE, redirectUri: REDIRECT });
    const instance = instanceWith({ creds_auth_code: code });
    await bench.run('msgraph-user-test', {}, instance);
    await bench.run('msgraph-user-session-revoke', { user: ADELE });
    const first = await bench.run('msgraph-user-test', {}, instance);
    expect(first.entry.Contents).toMatch(/AADSTS50173[\s\S]*!msgraph-user-generate-login-url/);
    const address = await signInAt(await loginUrl('user', instance));
    const again = instanceWith({ creds_auth_code: address }, instance.state);
    expect((await bench.run('msgraph-user-test', {}, again)).entry.Type).toBe(1);
  });
});

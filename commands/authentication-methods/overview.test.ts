import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CommandBench,
  contextUnder,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { startScriptedServer } from '../../test_data/scripted-server.js';
import { defaultMethod } from './sign-in-preferences.js';

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

const GEORGE = 'george@contoso.example';
const overviews = ['msgraph-user-get-auth-methods', 'msgraph-user-auth-methods-list'];

/** Runs against a Graph that answers every read alike. */
async function against(command: string, body: object, pages: readonly object[] = []) {
  const token = {
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a.b.c' },
  } as const;
  const rest = [...pages];
  const server = await startScriptedServer(({ url }) => {
    if (url.includes('/oauth2/')) return token;
    return {
      status: 200,
      body: url.includes('skiptoken') ? (rest.shift() ?? {}) : withLink(body, server.url),
    };
  });
  const instance = sandboxInstance(bench.sandbox, undefined, {
    url: server.url,
    azure_ad_endpoint: server.url,
  });
  const result = await bench.run(command, { user: GEORGE }, instance);
  await server.close();
  return { ...result, seen: server.seen };
}

const withLink = (body: object, url: string): object =>
  'next' in body
    ? { ...body, '@odata.nextLink': `${url}/v1.0/users/${GEORGE}/authentication/methods?$skiptoken=2` }
    : body;

const typed = (type: string, more = {}) => ({ '@odata.type': `#microsoft.graph.${type}`, id: type, ...more });

describe.each(overviews)('%s', (command) => {
  test('shows every method with its own detail, whatever the first one is', async () => {
    const { entry } = await bench.run(command, { user: GEORGE });
    expect(entry.HumanReadable).toContain('|Type|ID|Display Name|Detail|Created|');
    expect(entry.HumanReadable).toContain(
      '| Phone | 3179e48a-750b-4051-897c-87b9720928f7 |  | +44 7700900107, mobile |  |',
    );
    expect(entry.HumanReadable).toMatch(/\| Microsoft Authenticator \| \S+ \| SM-A155F \|/);
    expect(entry.HumanReadable).toMatch(/\| Password \|/);
    expect(objectOf(contextUnder(entry, 'MSGraphUserAuthMethods'))).toMatchObject({
      ID: GEORGE,
      IsMfaCapable: true,
    });
    expect(objectsOf(entry.Contents)).toHaveLength(6);
  });

  test('secrets are in no part of the entry, even where Graph sends some', async () => {
    const value = [
      typed('passwordAuthenticationMethod', { password: 'Hunter2!' }),
      typed('softwareOathAuthenticationMethod', { secretKey: 'JBSWY3DP' }),
      typed('temporaryAccessPassAuthenticationMethod', { temporaryAccessPass: 'Q7#rmZ2k' }),
    ];
    const { execution } = await against(command, { value });
    expect(JSON.stringify(execution.entries)).not.toMatch(/Hunter2|JBSWY3DP|Q7#rmZ2k/);
  });

  test('a second page is read too', async () => {
    const { entry } = await against(command, { value: [typed('passwordAuthenticationMethod')], next: true }, [
      { value: [typed('fido2AuthenticationMethod')] },
    ]);
    expect(objectsOf(entry.Contents).map(({ id }) => id)).toEqual([
      'passwordAuthenticationMethod',
      'fido2AuthenticationMethod',
    ]);
  });

  test.each([
    [['passwordAuthenticationMethod'], false],
    [['passwordAuthenticationMethod', 'emailAuthenticationMethod'], false],
    [['passwordAuthenticationMethod', 'emailAuthenticationMethod', 'phoneAuthenticationMethod'], true],
    [['fido2AuthenticationMethod'], true],
    [['qrCodePinAuthenticationMethod'], true],
    [[], false],
  ])('with %j the user is a candidate for a second factor: %s', async (types, expected) => {
    const { entry } = await against(command, { value: types.map((type) => typed(type)) });
    expect(objectOf(contextUnder(entry, 'MSGraphUserAuthMethods'))['IsMfaCapable']).toBe(expected);
    if (types.length === 0) expect(entry.HumanReadable).toContain('**No entries.**');
  });

  test('an unknown user is the known sentence, and an error where the instance wants errors', async () => {
    const args = { user: 'nobody@contoso.example' };
    const { entry } = await bench.run(command, args);
    expect(entry.Contents).toBe('#### User -> nobody@contoso.example does not exist');
    const strict = sandboxInstance(bench.sandbox, undefined, { handle_error: 'false' });
    expect((await bench.run(command, args, strict)).entry.Type).toBe(4);
  });

  test('a missing permission is explained, and a bad user is refused before any request', async () => {
    const { entry } = await bench.run(command, { user: GEORGE }, sandboxInstance(bench.sandbox, 'reader'));
    expect(entry.Contents).toContain('lacks the application permission UserAuthenticationMethod.Read.All');
    const { requests } = await bench.run(command, { user: '../x' });
    expect(requests).toEqual([]);
  });
});

test('the older name also writes its own two paths, and says the verdict', async () => {
  const { entry } = await bench.run('msgraph-user-auth-methods-list', { user: 'lucia@contoso.example' });
  expect(entry.HumanReadable).toMatch(
    /^### Authentication Methods for lucia@contoso\.example\n\*\*MFA Capable:\*\* False\n/,
  );
  expect(contextUnder(entry, 'MSGraphUser.MFAStatus')).toEqual({
    User: 'lucia@contoso.example',
    IsMfaCapable: false,
  });
  expect(objectsOf(contextUnder(entry, 'MSGraphUser.AuthMethod')).map(({ UserID }) => UserID)).toEqual([
    'lucia@contoso.example',
    'lucia@contoso.example',
  ]);
});

describe('msgraph-user-get-user-default-auth-method', () => {
  const command = 'msgraph-user-get-user-default-auth-method';

  test.each([
    [GEORGE, 'push', 'user'],
    ['mei@contoso.example', 'PhoneAppNotification', 'system'],
    ['newstarter@contoso.example', 'Unknown', 'none'],
  ])('of %s is %s, said by %s', async (user, method, source) => {
    const { entry, requests } = await bench.run(command, { user });
    expect(requests.at(-1)?.path).toBe(
      `/beta/users/${encodeURIComponent(user)}/authentication/signInPreferences`,
    );
    expect(entry.HumanReadable).toContain(
      `### Authentication Preferences for ${user}\n**Default Auth Method:** ${method}\n`,
    );
    expect(entry.EntryContext).toMatchObject({
      'MSGraphUser.AuthMethod(val.User && val.User == obj.User)': {
        User: user,
        DefaultMethod: method,
        DefaultMethodSource: source,
      },
    });
    expect(entry.Contents).not.toHaveProperty('@odata.context');
  });

  test('what Entra picks counts only where it is switched on and there', () => {
    const raw = {};
    expect(defaultMethod({ raw, isSystemPreferred: false, chosen: 'sms', system: 'Fido2' }).name).toBe('sms');
    expect(defaultMethod({ raw, isSystemPreferred: true, chosen: 'sms', system: undefined }).name).toBe(
      'sms',
    );
    expect(defaultMethod({ raw, isSystemPreferred: false, chosen: undefined, system: 'Fido2' }).name).toBe(
      'Unknown',
    );
  });

  test('an unknown user is the known sentence', async () => {
    const { entry } = await bench.run(command, { user: 'nobody@contoso.example' });
    expect(entry.Contents).toBe('#### User -> nobody@contoso.example does not exist');
  });
});

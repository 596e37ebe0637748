import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const strong = 'xWwvJ]6NMw+bWH-d';

async function set(profile: unknown, name = 'adele', as = token, more = {}): Promise<RawAnswer> {
  const target = `/v1.0/users/${name}@contoso.example`;
  return write(sandbox, as, 'PATCH', target, { passwordProfile: profile, ...more });
}

describe('the password policy', () => {
  test.each([
    ['short', 'aB3$xyz'],
    ['long', `aB3$${'x'.repeat(253)}`],
    ['of two kinds', 'kjhgfdsapoiu77'],
    ['with a letter of another script', 'Kjhgfds9ß!apo'],
    ['a banned word with replacements', 'P@$$w0rd1'],
    ['a banned word, misspelled', 'Passwird1!'],
    ['the name of the tenant', 'Contoso12!'],
    ['the name of the person', 'Winterbourne-9'],
  ])('refuses one that is %s', async (_what, password) => {
    const answer = await set({ password });
    expect([answer.status, member(answer.json, 'error', 'message')]).toEqual([
      400,
      'The specified password does not comply with password complexity requirements. Please provide a different password.',
    ]);
  });

  test.each(['Cuyo5459', 'aB3$xyzt', `aB3$${'x'.repeat(252)}`, 'Winter-harbor-9', 'with 4 Blanks in it'])(
    'takes %s',
    async (password) => {
      expect((await set({ password })).status).toBe(204);
    },
  );

  test('lets the last one come again: that is refused to those who change their own only', async () => {
    expect((await set({ password: strong })).status).toBe(204);
    expect((await set({ password: strong })).status).toBe(204);
  });

  test('asks for fewer kinds where strong ones are switched off, but not for fewer characters', async () => {
    const more = { passwordPolicies: 'DisableStrongPassword, DisablePasswordExpiration' };
    expect((await set({ password: 'kjhgfdsapoiu' }, 'adele', token, more)).status).toBe(204);
    expect((await set({ password: 'ytrewqmnbv' })).status).toBe(204);
    expect((await set({ password: 'ytre' })).status).toBe(400);
  });
});

describe('a password profile', () => {
  async function profile(name = 'adele'): Promise<unknown> {
    const { json } = await get(sandbox, token, `/v1.0/users/${name}@contoso.example?$select=passwordProfile`);
    return member(json, 'passwordProfile');
  }

  test('can be set in parts: what has to be changed at the next sign-in, without a password', async () => {
    expect(await profile()).toBeNull();
    const before = sandbox.people()[2]?.lastPasswordChangeDateTime;
    expect((await set({ forceChangePasswordNextSignIn: true })).status).toBe(204);
    expect((await set({ forceChangePasswordNextSignInWithMfa: true })).status).toBe(204);
    expect(await profile()).toEqual({
      forceChangePasswordNextSignIn: true,
      forceChangePasswordNextSignInWithMfa: true,
      password: null,
    });
    expect(sandbox.people()[2]?.lastPasswordChangeDateTime).toBe(before);
  });

  test.each([
    [{ password: 7 }],
    [{ forceChangePasswordNextSignIn: 'true' }],
    [{ force: true }],
    [null],
    [[]],
  ])('that is %j is refused', async (value) => {
    const answer = await set(value);
    expect([answer.status, member(answer.json, 'error', 'message')]).toEqual([
      400,
      "Invalid value specified for property 'passwordProfile' of resource 'User'.",
    ]);
  });

  test('of a synchronized person is decided on premises', async () => {
    const answer = await set({ password: strong }, 'sylvie');
    expect(member(answer.json, 'error', 'message')).toContain('on-premises mastered Directory Sync objects');
  });
});

describe('who may set whose password', () => {
  const scopes = ['User-PasswordProfile.ReadWrite.All', 'User.Read.All'];
  const cases: [string, string, number][] = [
    ['adele', 'george', 403],
    ['adele', 'adele', 403],
    ['helpdesk', 'george', 204],
    ['helpdesk', 'helpdesk', 204],
    ['helpdesk', 'nadia.admin', 403],
    ['helpdesk', 'breakglass', 403],
    ['nadia.admin', 'helpdesk', 204],
    ['nadia.admin', 'breakglass', 204],
    ['breakglass', 'nadia.admin', 204],
  ];
  test.each(cases)('%s that of %s: %d', async (actor, target, status) => {
    const { accessToken } = await sandbox.signIn({ user: `${actor}@contoso.example`, scopes });
    expect((await set({ password: strong }, target, accessToken)).status).toBe(status);
  });

  test('applications that of administrators only with an Entra role, and nobody without the permission', async () => {
    expect((await set({ password: strong }, 'breakglass')).status).toBe(403);
    expect((await set({ password: strong }, 'breakglass', await signIn(sandbox, 'admin'))).status).toBe(204);
    expect((await set({ password: strong }, 'george', await signIn(sandbox, 'disabler'))).status).toBe(403);
  });
});

describe('properties kept outside the directory', () => {
  const adele = '/v1.0/users/adele@contoso.example';

  test('are written alone, and read of one user', async () => {
    const change = { skills: ['forensics'], aboutMe: 'On duty' };
    expect((await write(sandbox, token, 'PATCH', adele, change)).status).toBe(204);
    expect((await get(sandbox, token, `${adele}?$select=aboutMe,skills,interests`)).json).toMatchObject({
      ...change,
      interests: [],
    });
  });

  test('are refused together with others, and with values that do not fit', async () => {
    const mixed = await write(sandbox, token, 'PATCH', adele, { aboutMe: 'On duty', jobTitle: 'Lead' });
    expect([mixed.status, member(mixed.json, 'error', 'message')]).toEqual([
      400,
      'The request is currently not supported on the targeted entity set',
    ]);
    expect((await write(sandbox, token, 'PATCH', adele, { skills: 'forensics' })).status).toBe(400);
    expect((await write(sandbox, token, 'PATCH', adele, { aboutMe: 7 })).status).toBe(400);
  });
});

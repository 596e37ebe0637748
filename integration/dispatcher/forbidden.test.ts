import { expect, test } from '@jest/globals';
import { type CommandMetadata } from '../command.js';
import { type GraphFailure } from '../errors.js';
import { Secret } from '../secret.js';
import { type SignIn } from '../settings/settings.js';
import { explainForbidden } from './forbidden.js';

const denied: GraphFailure = {
  status: 403,
  code: 'Authorization_RequestDenied',
  text: 'Insufficient privileges to complete the operation.',
  body: {},
};
const disable: CommandMetadata = {
  permissions: {
    delegated: [['User.EnableDisableAccount.All', 'User.Read.All'], ['User.ReadWrite.All']],
    application: [['User.EnableDisableAccount.All', 'User.Read.All'], ['User.ReadWrite.All']],
  },
  effects: 'write',
  examples: [],
};
const ORDINARY = 'b79fbf4d-3ef9-4689-8143-76b194e85509';
const HELPDESK = '729827e3-9c14-49f7-bb1b-9608f156bbb8';

function explained(
  claims: object | string,
  failure = denied,
  metadata = disable,
  flow: SignIn['flow'] = 'client_credentials',
): string {
  const payload =
    typeof claims === 'string' ? claims : Buffer.from(JSON.stringify(claims)).toString('base64url');
  const token = { token: new Secret(`e30.${payload}.x`), expiresOn: 0 };
  return explainForbidden('msgraph-user-account-disable', metadata, flow, failure, token);
}

test('a permission that is missing is named, with all that would do and how old the token is', () => {
  const text = explained({ roles: ['User.Read.All'], iat: 1_772_438_400 });
  expect(text).toContain('lacks the application permission User.EnableDisableAccount.All (');
  expect(text).toContain('User.EnableDisableAccount.All + User.Read.All, or User.ReadWrite.All');
  expect(text).toContain('run !msgraph-user-test');
  expect(text).toContain('(this one: 2026-03-02T08:00:00.000Z)');
});

test('a signed-in user gets a new permission by signing in again', () => {
  expect(explained({ scp: 'User.Read' })).toMatch(
    /lacks the delegated permission User\.ReadWrite\.All .*!msgraph-user-generate-login-url/,
  );
});

test.each<[SignIn['flow'], object, RegExp]>([
  ['device_code', { scp: 'User.Read' }, /then sign in again \(!msgraph-user-auth-start\)/],
  [
    'managed_identity',
    { roles: ['User.Read.All'] },
    /same token for up to a day: a token holds what was granted/,
  ],
  // The flow was left open, and a person has signed in.
  ['client_credentials', { scp: 'User.Read' }, /then sign in again \(!msgraph-user-generate-login-url\)/],
])('a new permission comes with %s as it can', (flow, claims, how) => {
  const text = explained(claims, denied, disable, flow);
  expect(text).toMatch(how);
  expect(text).not.toContain('!msgraph-user-test');
});

test.each([
  ['none at all', undefined],
  ['only the one that everybody has', [ORDINARY]],
])('a signed-in user without an Entra role is told so: %s', (_, wids) => {
  expect(explained({ scp: 'User.ReadWrite.All', wids })).toMatch(/holds no Entra role.*PIM/);
});

test.each([
  [
    'a signed-in user with a role',
    { scp: 'User.ReadWrite.All', wids: [ORDINARY, HELPDESK] },
    /Assign the signed-in user/,
  ],
  ['an application', { roles: ['User.ReadWrite.All'] }, /Assign the application/],
])('%s that may do it meets a target that ranks higher', (_, claims, who) => {
  const text = explained(claims);
  expect(text).toMatch(/the target probably holds an Entra role/);
  expect(text).toMatch(who);
});

test('a read that is refused in spite of the permission blames no target', () => {
  const text = explained({ roles: ['User.ReadWrite.All'] }, denied, { ...disable, effects: 'read' });
  expect(text).toMatch(/The token has the permission\. Some properties/);
});

test.each([
  [
    'a license',
    {
      code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      text: 'Neither tenant is B2C or tenant has premium license',
    },
    /license is missing/,
  ],
  [
    'a token that Teams refused twice',
    { code: 'Forbidden', text: 'No authorization information present on the request.' },
    /two tokens in a row/,
  ],
])('%s is not taken for a permission', (_, failure, text) => {
  expect(explained({ roles: [] }, { ...denied, ...failure })).toMatch(text);
});

test('a command for the other kind of caller is called that', () => {
  const metadata = { ...disable, permissions: { ...disable.permissions, application: [] } };
  expect(explained({ roles: ['User.Read.All'] }, denied, metadata)).toMatch(
    /does not work with application permissions/,
  );
});

test('a token that cannot be read leaves the general advice', () => {
  expect(explained('%%%')).toMatch(/^Grant the permission that the command needs/);
});

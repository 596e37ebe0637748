import { expect, test } from '@jest/globals';
import { inFamilies } from './families.js';

const familiesOf = (...names: string[]) => inFamilies(names, (name) => name);

test('every command has one family, and a family without commands is left out', () => {
  expect(
    familiesOf(
      'msgraph-teams-chat-list',
      'msgraph-user-phone-method-list',
      'msgraph-user-get',
      'msgraph-user-get-mfa-request-status',
      'msgraph-teams-test',
      'msgraph-direct-reports',
    ),
  ).toEqual([
    { title: 'Signing in and permissions', members: ['msgraph-teams-test'] },
    { title: 'Users', members: ['msgraph-user-get', 'msgraph-direct-reports'] },
    { title: 'Verifying a person by MFA push', members: ['msgraph-user-get-mfa-request-status'] },
    { title: 'Authentication methods', members: ['msgraph-user-phone-method-list'] },
    { title: 'Chats and messages', members: ['msgraph-teams-chat-list'] },
  ]);
});

test('what is about changing a password is no matter of authentication methods', () => {
  expect(familiesOf('msgraph-user-change-password-on-premise').map(({ title }) => title)).toEqual([
    'Passwords',
  ]);
});

import { describe, expect, test } from '@jest/globals';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { confirmationLines, confirmationNeed, confirmationOf } from './confirmation.js';

const declared = (name: string, over: Partial<CommandDeclaration> = {}): CommandDeclaration => ({
  name,
  description: '',
  arguments: [
    { name: 'user', description: '' },
    { name: 'properties', description: '', isArray: true },
    { name: 'method_id', description: '' },
  ],
  ...over,
});
const need = (name: string, args: Record<string, unknown>, effects: 'read' | 'write' = 'write') =>
  confirmationNeed(declared(name), { effects }, args)?.effect;

describe('what is asked about', () => {
  test.each([
    ['msgraph-user-delete', 'deletes'],
    ['msgraph-user-change-password', 'changes a password'],
    ['msgraph-user-change-password-on-premise', 'changes a password'],
    ['msgraph-user-force-reset-password', 'changes a password'],
    ['msgraph-user-fido2-method-delete', 'takes a way to sign in away'],
    ['msgraph-user-temp-access-pass-method-delete', 'takes a way to sign in away'],
    ['msgraph-user-tap-policy-delete', 'takes a way to sign in away'],
    ['msgraph-user-auth-methods-purge', 'takes a way to sign in away'],
  ])('%s', (name, effect) => {
    expect(need(name, { user: 'a' })).toBe(effect);
  });

  test.each(['msgraph-user-account-disable', 'msgraph-user-update', 'msgraph-user-session-revoke'])(
    'not %s for one',
    (name) => {
      expect(need(name, { user: 'a' })).toBeUndefined();
    },
  );

  test('no read, whatever it is called', () => {
    expect(need('msgraph-user-validate-password', { password: 'x' }, 'read')).toBeUndefined();
    expect(need('msgraph-user-get', { user: 'a,b,c,d,e,f' }, 'read')).toBeUndefined();
  });

  test('no look at a reset that was begun before', () => {
    const reset = 'msgraph-user-change-password-on-premise';
    const kind = { effects: 'write', looksBy: 'polling_url' } as const;
    const ask = (args: Record<string, unknown>) => confirmationNeed(declared(reset), kind, args)?.effect;
    expect(ask({ user: 'a', polling_url: 'https://graph.microsoft.com/v1.0/users/a' })).toBeUndefined();
    expect(ask({ user: 'a', polling_url: '' })).toBe('changes a password');
  });

  test('what the manifest calls harmful, also where the command says nothing of itself', () => {
    const harmful = declared('msgraph-user-delete', { execution: true });
    expect(confirmationNeed(harmful, undefined, { user: 'a' })?.effect).toBe('deletes');
  });

  test('more than five, however they are named, each once', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    const name = 'msgraph-user-account-disable';
    const many = 'changes something for 6 at once';
    expect(need(name, { user: six })).toBe(many);
    expect(need(name, { user: six.join(',') })).toBe(many);
    expect(need(name, { user: JSON.stringify(six) })).toBe(many);
    expect(need(name, { user: 'a', method_id: six })).toBe(many);
    expect(need(name, { user: 'a,A,a,b,B,c' })).toBeUndefined();
    expect(need(name, { user: 'a', properties: six })).toBeUndefined();
  });

  test('not a dry run', () => {
    expect(need('msgraph-user-delete', { user: 'a', dry_run: 'true' })).toBeUndefined();
    expect(need('msgraph-user-delete', { user: 'a', dry_run: 'false' })).toBe('deletes');
  });
});

test('the question names command, tenant, and each person as found', async () => {
  const target = { kind: 'tenant', instance: 'prod', cloud: null, tenant: 'contoso.example' } as const;
  const people: Readonly<Record<string, object>> = {
    adele: { id: '1', displayName: 'Adele', userPrincipalName: 'adele@contoso.example', userType: 'Guest' },
    gone: { error: { code: 'Request_ResourceNotFound' } },
  };
  const question = await confirmationOf(
    'msgraph-user-delete',
    { effect: 'deletes', targets: ['adele', 'gone'] },
    target,
    (command, { user = '' }) =>
      Promise.resolve([noteEntry('', null, command === 'msgraph-user-get' ? people[user] : { value: [] })]),
  );
  expect(confirmationLines(question)).toEqual([
    'msgraph-user-delete deletes on prod, tenant contoso.example:',
    '  Adele <adele@contoso.example>; guest',
    '  gone (could not be read: no such user was found)',
  ]);
});

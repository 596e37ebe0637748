import { expect, test } from '@jest/globals';
import { missingPermissions } from './permission-sets.js';
import wider from './wider-permissions.json' with { type: 'json' };

const disable = [['User.EnableDisableAccount.All', 'User.Read.All'], ['User.ReadWrite.All']];

test.each([
  [['User.ReadWrite.All'], []],
  [['User.EnableDisableAccount.All', 'User.Read.All'], []],
  [['User.EnableDisableAccount.All', 'Directory.Read.All'], []],
  [['Directory.ReadWrite.All'], []],
  [['User.Read.All'], ['User.EnableDisableAccount.All']],
  [['User.EnableDisableAccount.All'], ['User.Read.All']],
  [['Chat.Read.All'], ['User.ReadWrite.All']],
])('with %j the least that is missing is %j', (held, missing) => {
  expect(missingPermissions(disable, held)).toEqual(missing);
});

test('nothing is missing where nothing is needed', () => {
  expect(missingPermissions([], [])).toEqual([]);
});

test('no permission is wider than itself, over however many steps', () => {
  for (const [name, others] of Object.entries(wider)) {
    for (const other of others) expect(missingPermissions([[other]], [name])).toEqual([other]);
  }
});

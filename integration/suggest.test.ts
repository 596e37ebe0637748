import { describe, expect, test } from '@jest/globals';
import { nearestName } from './suggest.js';

const COMMANDS = ['msgraph-user-get', 'msgraph-user-list', 'msgraph-user-get-manager', 'msgraph-user-test'];

describe('the nearest name', () => {
  test.each([
    ['msgraph-user-gte', 'msgraph-user-get'],
    ['msgraph-users-list', 'msgraph-user-list'],
    ['MSGRAPH-USER-TEST', 'msgraph-user-test'],
    ['msgraph-user-get-managr', 'msgraph-user-get-manager'],
  ])('of %s is %s', (written, meant) => {
    expect(nearestName(written, COMMANDS)).toBe(meant);
  });

  test.each(['msgraph-user-xyz', 'ip', 'something-else', ''])('of %p is none', (written) => {
    expect(nearestName(written, COMMANDS)).toBeUndefined();
  });

  test('of anything is none where there are no names', () => {
    expect(nearestName('user', [])).toBeUndefined();
  });
});

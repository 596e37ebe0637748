import { describe, expect, test } from '@jest/globals';
import { isPending, meaningOf } from './values.js';

describe('only a success that says the user authenticated is an approval', () => {
  test.each([
    [{ value: 'Success', authenticationResult: 'true' }, 'approved'],
    [{ value: 'Success', authenticationResult: 'false' }, 'failed'],
    [{ value: 'Success' }, 'failed'],
    [{ value: 'Success', authenticationResult: 'challenge' }, 'challenge'],
    [{ value: 'PhoneAppDenied', authenticationResult: 'true' }, 'denied'],
    [{ value: 'PhoneAppNoResponse' }, 'timeout'],
    [{ value: 'PhoneAppFraud' }, 'fraud'],
    [{ value: 'NoDefaultAuthenticationMethodIsConfigured' }, 'not_pushable'],
    [{ value: 'constructor' }, 'failed'],
    [{ value: 'SomethingNew', authenticationResult: 'true' }, 'failed'],
  ])('%j is %s', (answer, result) => {
    expect(meaningOf(answer).result).toBe(result);
  });
});

test('a definite failure is not waited for, although it says false like an open request', () => {
  const values = ['AuthenticationPending', 'UserNotFound', 'InvalidSession', 'Success'];
  expect(values.filter((value) => isPending({ value, authenticationResult: 'false' }))).toEqual([
    'AuthenticationPending',
  ]);
});

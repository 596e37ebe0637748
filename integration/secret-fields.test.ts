import { expect, test } from '@jest/globals';
import { namesSecret } from './secret-fields.js';

test.each([
  'passwordProfile: forceChangePasswordNextSignIn=true, password=Blue,Sky=42',
  'password=x',
  'PASSWORD=x',
  'jobTitle=Analyst,Password=x',
  '{"passwordProfile":{"password":"x"}}',
  '{"p\\u0061ssword":"x"}',
])('%s names a secret', (text) => {
  expect(namesSecret(text)).toBe(true);
});

test('an object that holds a password names a secret too', () => {
  expect(namesSecret({ passwordProfile: { password: 'x' } })).toBe(true);
});

test.each(['jobTitle=Analyst,city=Oslo', 'passwordPolicies=None', '{"city":"Oslo"}', ''])(
  '%j names none',
  (text) => {
    expect(namesSecret(text)).toBe(false);
  },
);

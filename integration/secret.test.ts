import { format, inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { Secret } from './secret.js';

test('a secret shows itself nowhere but in reveal', () => {
  const secret = new Secret('canary-7f3a');
  const shown = [
    secret.toString(),
    String(secret),
    JSON.stringify({ secret }),
    inspect({ secret }),
    format('%o %s', secret, secret),
  ];
  expect(shown.join(' ')).not.toContain('canary');
  expect(secret.reveal()).toBe('canary-7f3a');
});

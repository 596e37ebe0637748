import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { withoutSecrets } from './without-secrets.js';

const refusal = (body: string) => ({ status: 400, headers: {}, body });

test.each([
  [
    'a JSON text',
    'Corn"flour\\9<x>',
    (secret: string) => JSON.stringify({ error: { message: `Bad: ${secret}` } }),
  ],
  [
    'JSON inside JSON',
    'Corn"flour\\9',
    (s: string) => JSON.stringify({ message: JSON.stringify({ newPassword: s }) }),
  ],
  ['a list in JSON', 'Corn;flour=9', (secret: string) => JSON.stringify({ details: [{ target: secret }] })],
  ['a page', 'Corn&flour<9', () => '<p>Refused: Corn&amp;flour&lt;9</p>'],
  ['an address', 'Corn flour/9', () => 'see https://graph.contoso.example/?p=Corn%20flour%2F9'],
])('a secret that is repeated in %s is masked', (_where, secret, answer) => {
  const { body } = withoutSecrets(refusal(answer(secret)), [new Secret(secret)]);
  expect(body).toContain('***');
  expect(body.toLowerCase()).not.toContain('flour');
});

test('an answer without the secret stays as it is, down to its spaces', () => {
  const answer = refusal('{ "error": null }');
  expect(withoutSecrets(answer, [])).toBe(answer);
  expect(withoutSecrets(refusal('plain'), [new Secret('Cornflour-9')]).body).toBe('plain');
});

test('what was JSON stays JSON of the same form, and no value of it holds the secret', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), (secret, text) => {
      fc.pre(!'***'.includes(secret) && !text.includes('*') && !secret.includes('*'));
      const { body } = withoutSecrets(
        refusal(JSON.stringify({ error: { message: `${text}${secret}${text}` } })),
        [new Secret(secret)],
      );
      const { error } = JSON.parse(body) as { error: { message: string } };
      expect(error.message).not.toContain(secret);
    }),
  );
});

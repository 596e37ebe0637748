import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDebugLog } from './debug-log.js';
import { redacted } from './redaction.js';
import { Secret } from './secret.js';

const jwt = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c-_'.repeat(10)}`;

describe('masked by name, at any depth', () => {
  test.each([
    'authorization',
    'Authorization',
    'proxy-authorization',
    'client_secret',
    'clientSecret',
    'access_token',
    'refresh_token',
    'password',
    'newPassword',
    'client_assertion',
    'code',
    'set-cookie',
    'apiKey',
    'api_key',
    'private_key',
  ])('%s', (name) => {
    expect(redacted({ a: [{ [name]: 'canary' }] })).toEqual({ a: [{ [name]: '***' }] });
  });

  test('whatever stands under the name, a list or an object too', () => {
    expect(redacted({ tokens: ['canary'], secret: { value: 'canary' }, code: 7 })).toEqual({
      tokens: '***',
      secret: '***',
      code: '***',
    });
  });

  test('but what is missing stays missing, so that one can tell', () => {
    expect(redacted({ token: undefined, code: null })).toEqual({ token: undefined, code: null });
  });
});

describe('masked by form, under any name', () => {
  test.each([
    ['a bearer header', 'sent Bearer abc.def with it', 'sent *** with it'],
    ['a bearer header in lower case', 'bearer abc', '***'],
    ['a JWT', `before ${jwt} after`, 'before *** after'],
    ['an encrypted token of five parts', `before ${jwt}.dddd.eeee after`, 'before *** after'],
    ['two of them', `${jwt} ${jwt}`, '*** ***'],
  ])('%s', (_, text, shown) => {
    expect(redacted({ note: text })).toEqual({ note: shown });
  });

  test('a secret value', () => {
    expect(redacted({ note: new Secret('canary') })).toEqual({ note: '***' });
  });
});

test('what is no secret is left as it is', () => {
  const fields = {
    method: 'GET',
    host: 'graph.contoso.example',
    path: '/v1.0/users/adele%40contoso.example',
    status: 200,
    sent: true,
    nothing: null,
    list: ['a', 1],
  };
  expect(redacted(fields)).toEqual(fields);
});

test('a token is masked wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.array(fc.constantFrom('list', 'member')),
      (before, after, shape) => {
        const nested = shape.reduce<unknown>(
          (inner, kind) => (kind === 'list' ? [inner] : { field: inner }),
          `${before} ${jwt} ${after}`,
        );
        expect(JSON.stringify(redacted(nested))).not.toContain(jwt);
      },
    ),
  );
});

test('nothing in a log line can act: it stays on its line, escaped, and is the same when read', () => {
  const lines: string[] = [];
  const hostile = 'a\nb\r\u001b[2J\u009b31m\u202etxt\u2028\u2066';
  createDebugLog((line) => lines.push(line)).debug('seen', () => ({ note: hostile, [hostile]: 1 }));
  expect(lines).toHaveLength(1);
  const [line = ''] = lines;
  expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line)).toMatchObject({ msg: 'seen', note: hostile, [hostile]: 1 });
});

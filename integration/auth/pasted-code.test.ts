import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { parsePasted } from './pasted-code.js';

const CALLBACK = 'https://soar.contoso.example/callback';

function parsed(text: string): unknown {
  const pasted = parsePasted(new Secret(text));
  return pasted.kind === 'code'
    ? { ...pasted, code: pasted.code.reveal() }
    : { ...pasted, refreshToken: pasted.refreshToken.reveal() };
}

describe('an authorization code', () => {
  test.each([
    ['alone', ' 1.AbC-d_e~ ', { code: '1.AbC-d_e~', isBare: true }],
    ['alone and percent-encoded', '1.AbC%2Fd', { code: '1.AbC/d', isBare: true }],
    ['with its name', 'code=1.AbC', { code: '1.AbC', isBare: false }],
    [
      'with all the parameters',
      'code=1.AbC&state=s-1&session_state=x',
      { code: '1.AbC', isBare: false, state: 's-1' },
    ],
    ['without its name but with the rest', '1.AbC&session_state=x', { code: '1.AbC', isBare: false }],
    [
      'with the question mark',
      '?session_state=x&code=1.AbC&state=s',
      { code: '1.AbC', isBare: false, state: 's' },
    ],
    [
      'in the whole address',
      `${CALLBACK}?code=1.AbC%2Fd&session_state=x&state=s`,
      { code: '1.AbC/d', isBare: false, state: 's' },
    ],
    [
      'in an address that has parameters of its own',
      `${CALLBACK}?a=1&code=1.AbC`,
      { code: '1.AbC', isBare: false },
    ],
    ['behind a fragment sign', `${CALLBACK}#code=1.AbC`, { code: '1.AbC', isBare: false }],
    ['with a plus sign that was not encoded', 'code=1.A+bC', { code: '1.A+bC', isBare: false }],
  ])('is found %s', (_, text, expected) => {
    expect(parsed(text)).toEqual({ kind: 'code', ...expected });
  });

  test('comes out as it went in, whatever it is wrapped in', () => {
    const code = fc.string({
      unit: fc.constantFrom('A', 'z', '0', '-', '.', '_', '~', '/', '='),
      minLength: 1,
      maxLength: 40,
    });
    const wraps = [
      (text: string) => `code=${text}&session_state=x`,
      (text: string) => `${CALLBACK}?state=s&code=${text}`,
      (text: string) => `${CALLBACK}?b=2#code=${text}&state=s`,
    ];
    fc.assert(
      fc.property(code, fc.constantFrom(...wraps), (text, wrap) => {
        expect(parsed(wrap(encodeURIComponent(text)))).toMatchObject({ code: text });
      }),
    );
  });

  test('is not read out of a refresh token', () => {
    expect(parsed('refresh_token: 1.Ab&code=x')).toEqual({
      kind: 'refresh_token',
      refreshToken: '1.Ab&code=x',
    });
  });
});

describe('what cannot be a code is named', () => {
  test.each([
    ['an address without one', CALLBACK, /holds no code/],
    ['an empty one', 'code=&session_state=x', /holds no code/],
    ['an empty refresh token', 'refresh_token:', /holds no code/],
    ['a sentence', 'paste the code here', /characters that no code has/],
    ['an access token', 'eyJhbGciOi.eyJhdWQi.c2ln', /access token or ID token/],
    ['the ID of something', '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a', /is an ID/],
    [
      'a refusal',
      `${CALLBACK}?error=access_denied&error_description=AADSTS65004%3A+The+user+declined.`,
      /not granted: access_denied: AADSTS65004: The user declined\./,
    ],
  ])('%s', (_, text, message) => {
    const parse = () => parsePasted(new Secret(text));
    expect(parse).toThrow(message);
    expect(parse).toThrow(
      expect.objectContaining({ nextStep: expect.stringContaining('generate-login-url') }),
    );
  });
});

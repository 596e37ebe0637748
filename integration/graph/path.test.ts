import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError, NotFoundError } from '../errors.js';
import { path } from './path.js';

const root = 'https://graph.contoso.example/v1.0/';

/** The segments that arrive at the server once a URL parser has had its say. */
function segmentsOf(text: string): string[] {
  const url = new URL(root + text);
  expect([url.origin, url.search, url.hash]).toEqual(['https://graph.contoso.example', '', '']);
  return url.pathname.split('/').slice(2);
}

describe('an identifier becomes exactly one segment', () => {
  test.each([
    ['an object ID', '6f1c2a90-5b1e-4c58-9d3e-0a6b1c2d3e4f', '6f1c2a90-5b1e-4c58-9d3e-0a6b1c2d3e4f'],
    ['a user principal name', 'adele@contoso.example', 'adele%40contoso.example'],
    [
      'a guest',
      'mia_fabrikam.example#EXT#@contoso.example',
      'mia_fabrikam.example%23EXT%23%40contoso.example',
    ],
    ['an apostrophe', "o'neil@contoso.example", "o'neil%40contoso.example"],
    ['a plus', 'adele+soc@contoso.example', 'adele%2Bsoc%40contoso.example'],
    ['a percent sign', '100%@contoso.example', '100%25%40contoso.example'],
    ['a dot already encoded', '%2e%2e', '%252e%252e'],
    ['a slash already encoded', 'a%2Fb', 'a%252Fb'],
    ['a question mark', 'a?$top=1', 'a%3F%24top%3D1'],
    ['a blank inside', 'Adele Winterbourne', 'Adele%20Winterbourne'],
    ['three dots', '...', '...'],
    ['a chat', '19:abc@thread.v2', '19%3Aabc%40thread.v2'],
    ['letters beyond ASCII', 'zoë', 'zo%C3%AB'],
    ['a dollar sign inside', 'a$b', 'a%24b'],
  ])('%s', (_, identifier, encoded) => {
    const target = path`users/${identifier}/manager/$ref`;
    expect(target.text).toBe(`users/${encoded}/manager/$ref`);
    expect(target.identifiers).toEqual([identifier]);
    expect(target.version).toBe('v1.0');
  });

  test.each([
    ['$admin@contoso.example', "users('%24admin%40contoso.example')/manager"],
    ["$o'neil@contoso.example", "users('%24o''neil%40contoso.example')/manager"],
    ['$count', "users('%24count')/manager"],
    ['$', "users('%24')/manager"],
    ['delta', "users('delta')/manager"],
    ['microsoft.graph.delta()', "users('microsoft.graph.delta()')/manager"],
  ])('%s takes the quoted form, lest it be read as a query option or a function', (identifier, text) => {
    expect(path`users/${identifier}/manager`.text).toBe(text);
  });

  test('several identifiers are kept apart', () => {
    const target = path`users/${'a#b'}/authentication/methods/${'c+d'}`;
    expect(target.text).toBe('users/a%23b/authentication/methods/c%2Bd');
    expect(target.identifiers).toEqual(['a#b', 'c+d']);
  });

  test('a path without identifiers is taken as written', () => {
    expect(path`users/$count`).toMatchObject({ text: 'users/$count', identifiers: [] });
  });
});

describe('refused before any request', () => {
  test.each([
    ['nothing', '', 'it is empty'],
    ['blanks', ' \u00a0 ', 'it is empty'],
    ['the current folder', '.', 'another resource'],
    ['the folder above', '..', 'another resource'],
    ['a slash', 'a/b', 'it contains "/"'],
    ['a way out', '../groups', 'it contains "/"'],
    ['a line break', 'a\nb', 'control character'],
    ['a NUL', 'a\u0000b', 'control character'],
    ['a C1 control character', 'a\u0085b', 'control character'],
    ['half a character', 'a\ud800b', 'not well-formed'],
    ['the other half', '\udc00', 'not well-formed'],
    ['half a character behind a dollar sign', '$\ud800', 'not well-formed'],
  ])('%s', (_, identifier, why) => {
    expect(() => path`users/${identifier}`).toThrow(ArgumentError);
    expect(() => path`users/${identifier}`).toThrow(why);
  });

  test('the text shows control characters escaped', () => {
    expect(() => path`users/${'a\u001b[31m'}`).toThrow('"a\\u001b[31m" is not allowed');
  });
});

describe('a name with a backslash', () => {
  test('cannot exist in Graph, so it answers as Graph would, with a way to find the account', () => {
    const make = () => path`users/${'CONTOSO\\adele'}`;
    expect(make).toThrow(NotFoundError);
    expect(make).toThrow(
      expect.objectContaining({
        resource: 'CONTOSO\\adele',
        nextStep: expect.stringContaining('onPremisesSamAccountName'),
        failure: expect.objectContaining({
          status: 404,
          code: 'Request_ResourceNotFound',
          text: expect.stringMatching(/^Resource 'CONTOSO\\adele' does not exist/),
        }),
      }),
    );
  });

  test('is still refused when it holds a slash too', () => {
    expect(() => path`users/${'a\\../b'}`).toThrow(ArgumentError);
  });
});

/** Any text, with those that URL and OData parsers treat in their own way more often than chance has it. */
const anyIdentifier = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '.',
      '%2e',
      '%2E',
      '/',
      '%2f',
      '\\',
      '$',
      "'",
      '#',
      '?',
      ';',
      '(',
      ')',
      '\t',
      ' ',
      'a',
    ),
  }),
  fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', '.') }),
);

test('any text is one segment that decodes to itself, or is refused', () => {
  fc.assert(
    fc.property(anyIdentifier, (identifier) => {
      let target;
      try {
        target = path`users/${identifier}/manager`;
      } catch (error) {
        expect(error instanceof ArgumentError || error instanceof NotFoundError).toBe(true);
        return;
      }
      const segments = segmentsOf(target.text).map(decodeURIComponent);
      const quoted = `users('${identifier.replaceAll("'", "''")}')`;
      expect(segments).toEqual(
        /^(\$|[A-Za-z][A-Za-z.]*(\(.*\))?$)/s.test(identifier)
          ? [quoted, 'manager']
          : ['users', identifier, 'manager'],
      );
    }),
    { numRuns: 2_000 },
  );
});

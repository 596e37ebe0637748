import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../errors.js';
import { odata, queryString } from './odata.js';

describe('text in an expression', () => {
  test('is quoted', () => {
    expect(odata`mail eq ${'adele@contoso.example'}`.text).toBe("mail eq 'adele@contoso.example'");
  });

  test('has its apostrophes doubled', () => {
    expect(odata`displayName eq ${"O'Neil"} or mail eq ${"''"}`.text).toBe(
      "displayName eq 'O''Neil' or mail eq ''''''",
    );
  });

  test('cannot leave its quotes, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", ' ', 'or', '1', ')', '%27', '\\') }), (text) => {
        const literal = /^x eq ('(?:[^']|'')*') and y$/.exec(odata`x eq ${text} and y`.text)?.[1];
        expect(literal?.slice(1, -1).replaceAll("''", "'")).toBe(text);
      }),
    );
  });
});

describe('a query string', () => {
  test('is empty without options, and without values', () => {
    expect(queryString({})).toBe('');
    expect(queryString({ select: [], filter: '', search: '' })).toBe('');
  });

  test('holds each option under its own name', () => {
    const query = queryString({
      select: ['id', 'displayName'],
      filter: odata`displayName eq ${"O'Neil"}`,
      search: '"displayName:adele"',
      orderby: 'displayName desc',
      expand: 'manager($select=id)',
      top: 5,
      count: true,
    });
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      $select: 'id,displayName',
      $filter: "displayName eq 'O''Neil'",
      $search: '"displayName:adele"',
      $orderby: 'displayName desc',
      $expand: 'manager($select=id)',
      $top: '5',
      $count: 'true',
    });
  });

  test.each([
    ['+', '%2B'],
    ['&', '%26'],
    ['#', '%23'],
    ['%', '%25'],
    ['=', '%3D'],
    [' ', '%20'],
    ['ü', '%C3%BC'],
  ])('encodes %s as %s', (character, encoded) => {
    expect(queryString({ filter: `a${character}b` })).toBe(`?$filter=a${encoded}b`);
  });

  test('cannot be made of half a character, and says where it is', () => {
    expect(() => queryString({ filter: 'a\ud800' })).toThrow(ArgumentError);
    expect(() => queryString({ filter: 'a\ud800' })).toThrow('$filter is not well-formed text: "a\\ud800".');
  });

  test('gives every value back to whoever reads it as a URL or as a form', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1 }),
        (filter, search) => {
          const url = new URL(`https://graph.contoso.example/v1.0/users${queryString({ filter, search })}`);
          expect([...url.searchParams]).toEqual([
            ['$filter', filter],
            ['$search', search],
          ]);
          expect([url.pathname, url.hash]).toEqual(['/v1.0/users', '']);
        },
      ),
    );
  });
});

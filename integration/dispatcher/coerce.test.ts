import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coerce, coerceList } from './coerce.js';

describe('text', () => {
  test('stays as it was typed', () => {
    expect(coerce('  two  words ', { type: 'string' })).toBe('  two  words ');
  });

  test('is made of numbers and booleans that a playbook passes', () => {
    expect(coerce(5, { type: 'string' })).toBe('5');
    expect(coerce(false, { type: 'string' })).toBe('false');
  });

  test.each(['manager', 'MANAGER', ' Manager '])('takes a predefined value in any case: %j', (given) => {
    expect(coerce(given, { type: 'string', enum: ['reports', 'manager'] })).toBe('manager');
  });

  test('that is no predefined value stays for validation to refuse', () => {
    expect(coerce('managers', { type: 'string', enum: ['manager'] })).toBe('managers');
  });

  test.each([[{ a: 1 }], [['a']]])('is not made of %j', (given) => {
    expect(coerce(given, { type: 'string' })).toEqual(given);
  });
});

describe('a whole number', () => {
  test.each([
    ['7', 7],
    [' 42 ', 42],
    ['-3', -3],
    ['+5', 5],
    ['007', 7],
    [12, 12],
  ])('is read from %j', (given, number) => {
    expect(coerce(given, { type: 'integer' })).toBe(number);
  });

  test.each(['', '1.5', '1e3', '0x10', 'ten', '1 000', '٣', 'NaN', 'Infinity', true])(
    'is not read from %j, which stays for validation to refuse',
    (given) => {
      expect(coerce(given, { type: 'integer' })).toBe(given);
    },
  );
});

describe('a yes or no (rule R17)', () => {
  test.each(['true', 'TRUE', 'True', 'yes', 'YES', ' yes ', true])('%j is true', (given) => {
    expect(coerce(given, { type: 'boolean' })).toBe(true);
  });

  test.each(['false', 'False', 'no', 'NO', ' no', false])('%j is false', (given) => {
    expect(coerce(given, { type: 'boolean' })).toBe(false);
  });

  test.each(['1', '0', 'on', 'y', 'truthy', 1, 0])('%j is neither', (given) => {
    expect(coerce(given, { type: 'boolean' })).toBe(given);
  });
});

describe('a list', () => {
  test.each<[unknown, readonly unknown[]]>([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a,b', ['a', 'b']],
    [' a , b ,, ', ['a', 'b']],
    ['["a,b","c"]', ['a,b', 'c']],
    [' ["a"] ', ['a']],
    ['[not json]', ['[not json]']],
    ['one', ['one']],
    [7, ['7']],
    [true, ['true']],
    [',', []],
    ['[]', []],
  ])('%j becomes %j', (given, list) => {
    expect(coerce(given, { type: 'array' })).toEqual(list);
  });

  test('of any texts survives as JSON text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(coerceList(JSON.stringify(texts))).toEqual(texts);
      }),
    );
  });
});

describe('an object', () => {
  test('is read from JSON text, or taken as it is', () => {
    expect(coerce('{"a":{"b":[1]}}', { type: 'object' })).toEqual({ a: { b: [1] } });
    expect(coerce({ a: 1 }, { type: 'object' })).toEqual({ a: 1 });
  });

  test('is not read from text that is no JSON', () => {
    expect(coerce('{a}', { type: 'object' })).toBe('{a}');
  });
});

test('nothing that is given makes coercion fail', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom('string', 'integer', 'boolean', 'array', 'object'),
      (given, type) => {
        expect(() => coerce(given, { type })).not.toThrow();
      },
    ),
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { toPlain } from './plain.js';

test('what JSON cannot hold becomes what it can', () => {
  const value = {
    secret: new Secret('x'),
    date: new Date(0),
    noDate: new Date(Number.NaN),
    big: 12n,
    missing: undefined,
    infinite: Infinity,
    list: [undefined, () => 1],
  };
  expect(toPlain(value)).toEqual({
    secret: '***',
    date: '1970-01-01T00:00:00.000Z',
    noDate: null,
    big: '12',
    infinite: null,
    list: [null, null],
  });
});

test('JSON values are copied unchanged', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      expect(JSON.stringify(toPlain(value))).toBe(JSON.stringify(value));
    }),
  );
});

test('a key named __proto__ stays an ordinary key', () => {
  const plain = toPlain(JSON.parse('{"__proto__":{"admin":true}}'));
  expect(JSON.stringify(plain)).toBe('{"__proto__":{"admin":true}}');
  expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
});

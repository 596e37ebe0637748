import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { retryAfter } from './retry-after.js';

const now = Date.parse('2026-03-02T08:00:00Z');

test.each([
  ['whole seconds', '10', 10_000],
  ['fractions of a second', '2.128', 2_128],
  ['a fraction of a millisecond, never less than asked', '0.0001', 1],
  ['zero', '0', 0],
  ['seconds with blanks around', ' 5 ', 5_000],
  ['an HTTP date', 'Mon, 02 Mar 2026 08:00:30 GMT', 30_000],
  ['the older form of an HTTP date', 'Monday, 02-Mar-26 08:00:30 GMT', 30_000],
  ['a date gone by, which asks for no wait', 'Mon, 02 Mar 2026 07:00:00 GMT', 0],
])('reads %s', (_, header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});

test.each([
  ['an absent header', undefined],
  ['an empty header', ''],
  ['a negative number', '-1'],
  ['a number with a sign', '+5'],
  ['an exponent', '1e3'],
  ['words', 'soon'],
  ['words that look like the start of a date', 'Later, 5'],
  ['a date of no such month', 'Mon, 02 Foo 2026 08:00:30 GMT'],
  ['a date without its time zone', 'Mon, 02 Mar 2026 08:00:30'],
  ['an ISO date', '2026-03-02T08:00:30Z'],
  ['two values', '5, 10'],
])('takes %s for no answer', (_, header) => {
  expect(retryAfter(header, now)).toBeUndefined();
});

test('whatever a server sends, the wait is unknown or not below zero', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(retryAfter(header, now) ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

import { expect, test } from '@jest/globals';
import { type Figure, figureTable, isWithinBudget } from './figure.js';
import { median } from './median.js';

const slow: Figure = { what: 'one-shot', ours: 140, bare: 100, unit: 'ms', budget: { most: 1.3 } };
const fast: Figure = { what: 'loop', ours: 700, bare: 1000, unit: 'req/s', budget: { least: 0.6 } };

test('a budget in time is broken by taking longer, one in rate by doing less', () => {
  expect([slow, { ...slow, ours: 130 }].map(isWithinBudget)).toEqual([false, true]);
  expect([fast, { ...fast, ours: 500 }].map(isWithinBudget)).toEqual([true, false]);
});

test('the table shows ratio, budget and verdict, and leaves both out where there is no budget', () => {
  const { budget: _, ...told } = slow;
  expect(figureTable([slow, fast, told]).split('\n')).toEqual([
    'what      ours       bare        ratio  budget',
    'one-shot  140.0 ms   100.0 ms    1.400  <= 1.30  FAIL',
    'loop      700 req/s  1000 req/s  0.700  >= 0.60  pass',
    'one-shot  140.0 ms   100.0 ms    1.400',
  ]);
});

test('the median is the middle value, or the mean of the two', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

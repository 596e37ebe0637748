import { expect, test } from '@jest/globals';
import { startTime } from './start-time.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');

test.each([
  ['now', undefined],
  ['Now', undefined],
  ['in 0 minutes', undefined],
  ['2026-03-02T08:00:00Z', undefined],
  ['in 30 minutes', '2026-03-02T08:30:00.000Z'],
  ['in 1 hour', '2026-03-02T09:00:00.000Z'],
  ['in 3 days', '2026-03-05T08:00:00.000Z'],
  ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
])('%s begins at %s', (text, expected) => {
  expect(startTime(text, NOW)).toBe(expected);
});

test.each(['2026-03-02T07:59:59Z', '2026-03-02T09:59:59+02:00', '1 hour ago'])('%s is past', (text) => {
  expect(() => startTime(text, NOW)).toThrow('is past: it is 2026-03-02T08:00:00.000Z now');
});

test.each(['2 days', 'tomorrow 5pm EST', '03/04/2027', '2026-02-31T08:00:00Z', '2026-03-04T08:00:00'])(
  '%s could be meant in several ways, or in none',
  (text) => {
    expect(() => startTime(text, NOW)).toThrow('is not allowed');
  },
);

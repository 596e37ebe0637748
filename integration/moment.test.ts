import { expect, test } from '@jest/globals';
import { parseMoment } from './moment.js';

const now = Date.parse('2026-03-02T08:00:00Z');

test.each([
  ['now', '2026-03-02T08:00:00.000Z'],
  ['2026-03-04T10:00:00Z', '2026-03-04T10:00:00.000Z'],
  ['2026-03-04T10:00+02:00', '2026-03-04T08:00:00.000Z'],
  ['in 90 minutes', '2026-03-02T09:30:00.000Z'],
  ['In 1 Day', '2026-03-03T08:00:00.000Z'],
  ['3 days ago', '2026-02-27T08:00:00.000Z'],
  [' 1 week ago ', '2026-02-23T08:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(new Date(parseMoment(text, now) ?? 0).toISOString()).toBe(expected);
});

test.each([
  ['2 days'],
  ['tomorrow 5pm EST'],
  ['03/04/2027'],
  ['2026-03-04'],
  ['2026-03-04T10:00:00'],
  ['2026-02-31T10:00:00Z'],
  ['2026-03-04T25:00:00Z'],
  [''],
  ['in -2 hours'],
  ['in 2 fortnights'],
])('"%s" could be meant in several ways, or in none, and is not read', (text) => {
  expect(parseMoment(text, now)).toBeUndefined();
});

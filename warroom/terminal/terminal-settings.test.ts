import { expect, test } from '@jest/globals';
import { terminalSettings } from './terminal-settings.js';

test('a terminal has its width and colors', () => {
  expect(terminalSettings({ isTTY: true, columns: 80 }, {})).toEqual({ color: true, columns: 80 });
});

test('NO_COLOR with any text turns colors off', () => {
  expect(terminalSettings({ isTTY: true, columns: 80 }, { NO_COLOR: '0' })).toEqual({
    color: false,
    columns: 80,
  });
});

test('an empty NO_COLOR says nothing', () => {
  expect(terminalSettings({ isTTY: true }, { NO_COLOR: '' }).color).toBe(true);
});

test('a pipe has neither width nor colors', () => {
  expect(terminalSettings({ columns: 80 }, {})).toEqual({ color: false });
});

import { expect, test } from '@jest/globals';
import { cutTables } from './cut-tables.js';

const table = (rows: number): string =>
  [
    '### Title',
    '|A|B|',
    '|---|---|',
    ...Array.from({ length: rows }, (_, n) => `| ${n} | x |`),
    '',
    'End',
  ].join('\n');

test('a table of four rows is shown whole', () => {
  expect(cutTables(table(4))).toBe(table(4));
});

test('a longer table ends after three rows, and the text goes on', () => {
  expect(cutTables(table(5)).split('\n')).toEqual([
    '### Title',
    '|A|B|',
    '|---|---|',
    '| 0 | x |',
    '| 1 | x |',
    '| 2 | x |',
    '| ... | ... |',
    '',
    'End',
  ]);
});

test('a long cell ends at a word, and its neighbors stay', () => {
  const cell = 'Some.Permission, '.repeat(20);
  expect(cutTables(`|A|B|\n|---|---|\n| ${cell} | kept \\| whole |`)).toBe(
    `|A|B|\n|---|---|\n| ${'Some.Permission, '.repeat(7).trimEnd()} ... | kept \\| whole |`,
  );
});

test('text outside tables stays as it is', () => {
  const text = `${'long '.repeat(100)}\nno | table`;
  expect(cutTables(text)).toBe(text);
});

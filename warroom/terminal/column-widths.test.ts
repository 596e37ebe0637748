import { expect, test } from '@jest/globals';
import { columnWidths } from './column-widths.js';

test.each<[string, number[], number | undefined, number[] | undefined]>([
  ['without a limit each column gets what it wants', [5, 500], undefined, [5, 500]],
  ['columns that just fit are kept', [5, 28], 40, [5, 28]],
  ['the widest column is cut', [5, 50], 40, [5, 28]],
  ['several wide columns share what is left', [4, 50, 60], 60, [4, 23, 23]],
  ['columns too narrow to read make no box', [30, 30, 30], 40, undefined],
  ['many short columns that do not fit make no box', Array.from({ length: 20 }, () => 2), 80, undefined],
])('%s', (_title, wanted, columns, expected) => {
  expect(columnWidths(wanted, columns)).toEqual(expected);
});

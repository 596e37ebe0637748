import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pagesOf } from './pages.js';

test('what fits is one page', () => {
  expect(pagesOf('a\nb\nc', 4, 80)).toEqual(['a\nb\nc']);
});

test('a long line counts as the rows that it takes, styles as none', () => {
  expect(pagesOf(`${'x'.repeat(25)}\nb\nc`, 4, 10)).toEqual(['x'.repeat(25), 'b\nc']);
  expect(pagesOf(`\u001b[31m${'x'.repeat(10)}\u001b[0m\nb`, 3, 10)).toHaveLength(1);
});

test('no line is lost or parted, whatever the screen', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(50), fc.nat(50), (lines, rows, columns) => {
      const text = lines.join('\n');
      expect(pagesOf(text, rows, columns).join('\n')).toBe(text);
    }),
  );
});

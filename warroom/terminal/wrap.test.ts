import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Line, lineOf } from './styled-line.js';
import { textWidth } from './width.js';
import { wrapLine } from './wrap.js';

function texts(lines: readonly Line[]): string[] {
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

describe('wrapLine', () => {
  test.each<[string, number | undefined, 'break' | 'keep', string[]]>([
    ['one two three', 7, 'break', ['one two', 'three']],
    ['one two three', undefined, 'break', ['one two three']],
    ['one two   ', 7, 'break', ['one two']],
    ['one  two', 4, 'break', ['one', 'two']],
    ['abcdefgh ij', 3, 'break', ['abc', 'def', 'gh', 'ij']],
    ['see https://graph.example/x now', 8, 'keep', ['see', 'https://graph.example/x', 'now']],
    ['漢字漢字', 5, 'break', ['漢字', '漢字']],
    ['漢', 1, 'break', ['漢']],
    ['', 5, 'break', ['']],
  ])('%j within %s columns, long words: %s', (text, width, longWords, expected) => {
    expect(texts(wrapLine(lineOf(text), width, longWords))).toEqual(expected);
  });

  test('styles stay with their words', () => {
    const line: Line = [
      { text: 'one ', styles: [] },
      { text: 'two three', styles: ['bold'] },
    ];
    expect(wrapLine(line, 7, 'break')).toEqual([
      [
        { text: 'one ', styles: [] },
        { text: 'two', styles: ['bold'] },
      ],
      [{ text: 'three', styles: ['bold'] }],
    ]);
  });

  test('no line is too wide, and nothing but spaces is lost', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢', '😀', 'e\u0301') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (value, width) => {
        const lines = texts(wrapLine(lineOf(value), width, 'break'));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
  });
});

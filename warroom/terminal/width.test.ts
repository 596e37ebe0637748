import { expect, test } from '@jest/globals';
import { graphemes, textWidth } from './width.js';

test.each([
  ['', 0],
  ['Adele', 5],
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['漢字', 4],
  ['ｱ', 1],
  ['Ａ', 2],
  ['한국', 4],
  ['\u1112\u1161\u11ab', 2],
  ['😀', 2],
  ['👩‍💻', 2],
  ['👍🏽', 2],
  ['🇫🇷', 2],
  ['❤️', 2],
  ['1️⃣', 2],
  ['©', 1],
  ['שלום', 4],
  ['e\u0301\u0302\u0303', 1],
  ['─│', 2],
])('%j takes %d columns', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test('what a reader takes for one character is not split', () => {
  expect(graphemes('a👩‍💻e\u0301')).toEqual(['a', '👩‍💻', 'e\u0301']);
});

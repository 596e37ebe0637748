import { describe, expect, test } from '@jest/globals';
import { type Plain } from './plain.js';
import { pythonRepr, pythonStr } from './python-text.js';

describe('pythonRepr', () => {
  test.each<[Plain, string]>([
    [null, 'None'],
    [true, 'True'],
    [false, 'False'],
    [1.5, '1.5'],
    [12_345_678_901_234_567_000, '12345678901234567000'],
    [0.000012, '1.2e-05'],
    [1e-12, '1e-12'],
    ['a', "'a'"],
    ["o'brien", `"o'brien"`],
    [`both ' and "`, `'both \\' and "'`],
    ['\\ \n\r\t', "'\\\\ \\n\\r\\t'"],
    ['\u0007\u00a0\u200b\u{e0001}', "'\\x07\\xa0\\u200b\\U000e0001'"],
    ['é 漢 😀', "'é 漢 😀'"],
    ['\ud800', "'\\ud800'"],
    [[1, ['a'], { b: null }], "[1, ['a'], {'b': None}]"],
  ])('writes %j as Python does', (value, expected) => {
    expect(pythonRepr(value)).toBe(expected);
  });

  test('leaves a text alone only at the top', () => {
    expect(pythonStr('a')).toBe('a');
    expect(pythonStr(['a'])).toBe("['a']");
  });
});

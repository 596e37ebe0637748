import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { visibleText } from './visible-text.js';

describe('visibleText', () => {
  test.each([
    ['\x1b[31mred\x1b[0m', '␛[31mred␛[0m'],
    ['\x1b]0;title\x07', '␛]0;title␇'],
    ['\x9b2J', '⟨U+009B⟩2J'],
    ['a\x00b\x7fc', 'a␀b␡c'],
    ['user\u202egnp.exe', 'user⟨U+202E⟩gnp.exe'],
    ['ad\u200bmin', 'ad⟨U+200B⟩min'],
    ['\ud800', '⟨U+D800⟩'],
    ['one\rtwo\r\nthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['a\tb', 'a    b'],
    ['Zoë 漢字 👩‍💻 a\u0301', 'Zoë 漢字 👩‍💻 a\u0301'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('only line breaks survive of all controls, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('\x1b', '\r', '\n', '[', 'm', '\x9d') }),
        (a, b) => {
          const shown = visibleText(a + b);
          expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u);
          expect(visibleText(shown)).toBe(shown);
        },
      ),
    );
  });
});

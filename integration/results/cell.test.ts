import { describe, expect, test } from '@jest/globals';
import { cellText } from './cell.js';
import { type Plain } from './plain.js';

describe('cellText', () => {
  test.each<[string, Plain, string]>([
    [
      'an object, member by member',
      { k: 1, l: [1, 2], m: { x: 'y' } },
      'k: 1<br>l: 1,<br>2<br>m: {"x": "y"}',
    ],
    ['list elements as Python would', ['a', null, true, { q: 1 }], "a,<br>None,<br>True,<br>{'q': 1}"],
    ['pipes, backticks and line breaks', 'a|b`c\r\nd\ne\rf', 'a\\|b\\`c<br>d<br>e<br>f'],
    ['other markdown as it is', '*a* _b_ [c](d) #e \\', '*a* _b_ [c](d) #e \\'],
    ['null', null, ''],
    ['true', true, 'true'],
    ['zero', 0, '0'],
    ['a fraction', 1.5, '1.5'],
    ['a tiny fraction', 0.00001, '1e-05'],
    ['null inside an object', { a: null, b: false }, 'a: null<br>b: false'],
    ['a deep object compactly', { a: { b: ['é', 1, { c: null }] } }, 'a: {"b": ["é", 1, {"c": null}]}'],
    ['an empty list', [], ''],
  ])('shows %s', (_what, value, expected) => {
    expect(cellText(value)).toBe(expected);
  });
});

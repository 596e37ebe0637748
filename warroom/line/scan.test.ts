import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLine } from './parse.js';
import { isUnfinished, joinedLines, scanLine } from './scan.js';

describe('whether more must be typed', () => {
  test.each([
    ['!get user=a', false],
    ['!get user="a', true],
    ['!get user="a b"', false],
    ['!get user=`{"a":', true],
    ['!get user=`a`', false],
    ["!get user=o'brien", false],
    ["!get 'a", true],
    ['!get user="a\\"', true],
    ['!get user=a \\', true],
    ['!get user=a\\\\', false],
    ['!get', false],
  ])('%s', (line, unfinished) => {
    expect(isUnfinished(line)).toBe(unfinished);
  });
});

test('a joining backslash is taken out, a line break inside a quote stays', () => {
  expect(
    parseLine(joinedLines('!get user=a \\', 'properties=id')).arguments.map(({ value }) => value),
  ).toEqual(['a', 'id']);
  expect(parseLine(joinedLines('!get user=`a', 'b`')).arguments[0]?.value).toBe('a\nb');
});

test('where a line can be parsed, the values are where the parser finds them', () => {
  const parts = ['a', ' ', 'user=', '"', '`', '\\', '${', '}', "'", 'b c'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 10 }), (words) => {
      const line = `!get ${words.join('')}`;
      let names: (string | undefined)[];
      try {
        names = parseLine(line).arguments.map(({ name }) => name);
      } catch {
        return;
      }
      const { command, values } = scanLine(line);
      expect(command).toBe('get');
      expect(values.map(({ name }) => name)).toEqual(names);
    }),
  );
});

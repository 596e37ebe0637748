import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatLine, type LineToFormat } from './format.js';
import { ARGUMENT_NAME, COMMAND_NAME, parseLine } from './parse.js';

describe('formatLine', () => {
  test.each<[string, string]>([
    ['adele@contoso.example', 'a=adele@contoso.example'],
    ["o'brien@contoso.example", "a=o'brien@contoso.example"],
    ['CONTOSO\\adele', 'a=CONTOSO\\adele'],
    ['${User(val.ID == 1)}', 'a=${User(val.ID == 1)}'],
    ['x=y', 'a=x=y'],
    ['', 'a=""'],
    ['Adele Stone', 'a="Adele Stone"'],
    ["'quoted'", `a="'quoted'"`],
    ['p${x', 'a="p${x"'],
    ['["a", "b"]', 'a=`["a", "b"]`'],
    ['C:\\some folder', 'a=`C:\\some folder`'],
    ['a `b` "c"', 'a="a `b` \\"c\\""'],
    ['line 1\nline 2', 'a="line 1\\nline 2"'],
    ['{\n\t"a": 1\n}', 'a="{\\n\\t\\"a\\": 1\\n}"'],
  ])('writes %j as simply as it can', (value, expected) => {
    expect(formatLine({ command: 'c', arguments: [{ name: 'a', value }] })).toBe(`!c ${expected}`);
  });

  test('a value does not reach for a quote in the value after it', () => {
    const line = {
      command: 'c',
      arguments: [
        { name: 'a', value: '${"}' },
        { name: 'b', value: '' },
      ],
    };
    expect(formatLine(line)).toBe('!c a=`${"}` b=""');
  });

  test('a value without a name is quoted when it holds an equal sign', () => {
    const line = { command: 'c', arguments: [{ value: 'a=b' }, { value: 'plain' }] };
    expect(formatLine(line)).toBe('!c "a=b" plain');
  });

  test.each<[LineToFormat]>([
    [{ command: 'a b', arguments: [] }],
    [{ command: '', arguments: [] }],
    [{ command: 'c', arguments: [{ name: 'a b', value: '' }] }],
    [{ command: 'c', arguments: [{ name: '', value: '' }] }],
    [
      {
        command: 'c',
        arguments: [
          { name: 'a', value: '1' },
          { name: 'a', value: '2' },
        ],
      },
    ],
  ])('refuses what could not be read back: %j', (line) => {
    expect(() => formatLine(line)).toThrow(/cannot be/);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '`',
        '\\',
        ' ',
        '\n',
        '\r',
        '\t',
        '=',
        '${',
        '{',
        '}',
        'n',
        '\u00a0',
        '\ud800',
      ),
    }),
  );
  const lines = fc.record({
    command: fc.stringMatching(COMMAND_NAME),
    arguments: fc.uniqueArray(
      fc.oneof(
        fc.record({ name: fc.stringMatching(ARGUMENT_NAME), value: anyText }),
        fc.record({ value: anyText }),
      ),
      // Several values without a name are fine; only names must differ.
      { comparator: (a, b) => 'name' in a && 'name' in b && a.name === b.name },
    ),
  });

  test('parsing a formatted line gives back the command and every argument', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const text = formatLine(line);
        const { command, arguments: found } = parseLine(text);
        const again = found.map(({ name, value }) => (name === undefined ? { value } : { name, value }));
        expect({ command, arguments: again }).toEqual(line);
        expect(text).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 1000 },
    );
  });
});

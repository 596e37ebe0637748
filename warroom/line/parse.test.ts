import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../../integration/errors.js';
import { bareValue, parseLine } from './parse.js';

type Given = [name: string | undefined, value: string];

function given(line: string): Given[] {
  return parseLine(line).arguments.map(({ name, value }) => [name, value]);
}

function failure(line: string): string {
  try {
    parseLine(line);
  } catch (error) {
    if (error instanceof ArgumentError) return error.message;
    throw error;
  }
  return '';
}

describe('parseLine', () => {
  test('the exclamation mark may be missing', () => {
    const argument = { name: 'user', value: 'a', quoted: false };
    expect(parseLine('!msgraph-user-get user=a')).toEqual({
      command: 'msgraph-user-get',
      arguments: [{ ...argument, position: 19 }],
    });
    expect(parseLine('  msgraph-user-get user=a')).toEqual({
      command: 'msgraph-user-get',
      arguments: [{ ...argument, position: 20 }],
    });
  });

  test.each<[string, string, Given[]]>([
    ['no argument', '!c', []],
    ['a bare value', '!c user=adele@contoso.example', [['user', 'adele@contoso.example']]],
    ['double quotes', '!c name="Graph Test - User, 1: x"', [['name', 'Graph Test - User, 1: x']]],
    ['single quotes', '!c name=\'a "b" c\'', [['name', 'a "b" c']]],
    ['backticks, verbatim', '!c j=`["a\\n", \'b\']`', [['j', '["a\\n", \'b\']']]],
    ['control characters in quotes', '!c a="1\\n2\\t3\\r4"', [['a', '1\n2\t3\r4']]],
    ['any escaped character in quotes', '!c a="\\"\\\\\\^\\:\\,\\ \\x"', [['a', '"\\^:, x']]],
    ['an escaped single quote', "!c a='it\\'s'", [['a', "it's"]]],
    [
      'unescaped special characters in quotes',
      '!c a="&& || ! {} [] () ~ * ?"',
      [['a', '&& || ! {} [] () ~ * ?']],
    ],
    ['backslashes in a bare value', '!c a=CONTOSO\\adele', [['a', 'CONTOSO\\adele']]],
    [
      'quotes inside a bare value',
      `!c user=o'brien@contoso.example x=5"`,
      [
        ['user', "o'brien@contoso.example"],
        ['x', '5"'],
      ],
    ],
    ['equal signs in a value', '!c filter=a=b==c', [['filter', 'a=b==c']]],
    [
      'an empty value',
      '!c a= b=1',
      [
        ['a', ''],
        ['b', '1'],
      ],
    ],
    ['an empty quoted value', '!c a=""', [['a', '']]],
    ['a value without a name', '!c 1.1.1.1', [[undefined, '1.1.1.1']]],
    ['a quoted value without a name', '!c "a=b c"', [[undefined, 'a=b c']]],
    [
      'an address without a name',
      '!c https://graph.example/?a=b',
      [[undefined, 'https://graph.example/?a=b']],
    ],
    [
      'a reference with spaces',
      '!c user=${User(val.ID == 1).Name}-x y',
      [
        ['user', '${User(val.ID == 1).Name}-x'],
        [undefined, 'y'],
      ],
    ],
    [
      'a reference with braces',
      '!c a=${.={"a": {"b": "}"}}} b=1',
      [
        ['a', '${.={"a": {"b": "}"}}}'],
        ['b', '1'],
      ],
    ],
    [
      'a reference with an escaped quote',
      '!c a=${A(val == "\\"}")} b=1',
      [
        ['a', '${A(val == "\\"}")}'],
        ['b', '1'],
      ],
    ],
    ['a reference without a name', '!c ${A(val.b == 1)}', [[undefined, '${A(val.b == 1)}']]],
    ['a reference in quotes', '!c a="${A.b"', [['a', '${A.b']]],
    [
      'a lone dollar sign',
      '!c a=p$1 b={x',
      [
        ['a', 'p$1'],
        ['b', '{x'],
      ],
    ],
    [
      'line breaks, tabs and no-break spaces between arguments',
      '!c\n a=1\t\tb=2\u00a0c=3\r\n',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    ['a line break in quotes', '!c a="1\n2"', [['a', '1\n2']]],
    [
      'names of the prototype',
      '!c __proto__=x constructor=y toString=z',
      [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['toString', 'z'],
      ],
    ],
    [
      'names with dots, digits and dashes',
      '!c using-brand=a a.b_1=c',
      [
        ['using-brand', 'a'],
        ['a.b_1', 'c'],
      ],
    ],
  ])('reads %s', (_what, line, expected) => {
    expect(given(line)).toEqual(expected);
  });

  test('each argument knows where it began and whether it was quoted', () => {
    expect(parseLine('!c a="1"  x').arguments).toEqual([
      { name: 'a', value: '1', quoted: true, position: 4 },
      { value: 'x', quoted: false, position: 11 },
    ]);
  });

  test.each<[string, string]>([
    ['', "Position 1: the command's name is missing."],
    ['  ', "Position 3: the command's name is missing."],
    ['! c', "Position 2: the command's name is missing."],
    ['!user=a', 'Position 2: "user=a" cannot be a command\'s name.'],
    ['!"c"', 'Position 2: "\\"c\\"" cannot be a command\'s name.'],
    ['!c a="b', 'Position 6: the closing double quote (") is missing.'],
    ['!c a="b\\"', 'Position 6: the closing double quote (") is missing.'],
    ['!c a="b\\', 'Position 6: the closing double quote (") is missing.'],
    ["!c 'b", "Position 4: the closing single quote (') is missing."],
    ['!c a=`b\\', 'Position 6: the closing backtick (`) is missing.'],
    ['!c "a"b', 'Position 7: a space is missing after the closing double quote (").'],
    ['!c a="b"c=d', 'Position 9: a space is missing after the closing double quote (").'],
    ['!c a=`b`c', 'Position 9: a space is missing after the closing backtick (`).'],
    ['!c =b', 'Position 4: the argument\'s name is missing before "=".'],
    ['!c üser=b', 'Position 4: "üser" cannot be an argument\'s name.'],
    ['!c us\u200ber=b', 'Position 4: "us\u200ber" cannot be an argument\'s name.'],
    ['!c a=1 b=2 a=3', 'Position 12: the argument "a" is given twice.'],
    ['!c __proto__=1 __proto__=2', 'Position 16: the argument "__proto__" is given twice.'],
    ['!c a=${"} b="', 'Position 6: the closing brace (}) of a ${...} reference is missing.'],
    ['!c a=${b c', 'Position 6: the closing brace (}) of a ${...} reference is missing.'],
  ])('refuses %j and says where', (line, message) => {
    expect(failure(line)).toBe(message);
  });

  test('every line is either read or refused with a position', () => {
    const pieces = fc.constantFrom(
      '!',
      'c',
      ' ',
      '=',
      '"',
      "'",
      '`',
      '\\',
      '${',
      '}',
      'a',
      '\n',
      '😀',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const message = failure(parts.join(''));
        if (message !== '') expect(message).toMatch(/^Position \d+: /);
      }),
    );
  });
});

describe('bareValue', () => {
  test('several bare words are joined by single spaces', () => {
    expect(bareValue(parseLine('!c Adele   Stone limit=1 "x  y"'))).toBe('Adele Stone x  y');
  });

  test('without a bare word there is none', () => {
    expect(bareValue(parseLine('!c a=1'))).toBeUndefined();
  });

  test('an empty quoted value is one', () => {
    expect(bareValue(parseLine('!c ""'))).toBe('');
  });
});

import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../../integration/errors.js';
import { parseLine } from './parse.js';
import { parseWords } from './words.js';

const read = (words: readonly string[]) => {
  const { command, arguments: args } = parseWords(words);
  return [command, ...args.map(({ name, value }) => [name, value])];
};

test('a single word is a whole line, quotes and all', () => {
  const line = '!msgraph-user-list filter="accountEnabled eq false" limit=5';
  expect(parseWords([line])).toEqual(parseLine(line));
});

describe('several words', () => {
  test('are the command and its arguments, with or without the exclamation mark', () => {
    const expected = ['msgraph-user-get', ['user', 'adele@contoso.example'], ['expand', 'manager']];
    expect(read(['msgraph-user-get', 'user=adele@contoso.example', 'expand=manager'])).toEqual(expected);
    expect(read(['!msgraph-user-get', 'user=adele@contoso.example', 'expand=manager'])).toEqual(expected);
  });

  test('are taken as they stand, because the shell has undone its quotes', () => {
    expect(
      read([
        'x',
        "filter=displayName eq 'O''Brien'",
        'note="quoted" \\n `raw`',
        'url=https://a.example/?b=c',
        'empty=',
      ]),
    ).toEqual([
      'x',
      ['filter', "displayName eq 'O''Brien'"],
      ['note', '"quoted" \\n `raw`'],
      ['url', 'https://a.example/?b=c'],
      ['empty', ''],
    ]);
  });

  test('may hold line breaks', () => {
    expect(read(['x', 'note=two\nlines'])).toEqual(['x', ['note', 'two\nlines']]);
  });

  test('without a name are bare values', () => {
    expect(read(['x', 'adele@contoso.example', 'https://a.example/?b=c'])).toEqual([
      'x',
      [undefined, 'adele@contoso.example'],
      [undefined, 'https://a.example/?b=c'],
    ]);
  });

  test('that name one argument twice are refused, as on a line', () => {
    const words = ['msgraph-user-get', 'user=a', 'expand=manager', 'user=b'];
    expect(() => parseWords(words)).toThrow(new ArgumentError('The argument "user" is given twice.'));
    expect(() => parseWords([words.join(' ')])).toThrow(/"user" is given twice/);
  });
});

test('no word at all is refused', () => {
  expect(() => parseWords([])).toThrow(/the command's name is missing/);
  expect(() => parseWords([''])).toThrow(/the command's name is missing/);
});

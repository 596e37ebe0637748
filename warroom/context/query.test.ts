import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../../integration/errors.js';
import { plainPath, queryContext } from './query.js';

const context = {
  MSGraphUser: [
    {
      ID: '1',
      DisplayName: 'Adele',
      Mail: 'adele@contoso.example',
      AccountEnabled: true,
      Groups: ['a', 'b'],
    },
    { ID: '2', DisplayName: 'Noor', Mail: 'noor@fabrikam.example', AccountEnabled: false, Groups: ['c'] },
    { ID: '3', DisplayName: 'Viktor', Mail: null, AccountEnabled: false },
  ],
  Single: { Name: 'only' },
  'Employee Status Report': { Answers: 'yes' },
  Wanted: [{ ID: '2' }, { ID: '1' }],
};

describe('the query language', () => {
  test.each<[string, unknown]>([
    ['MSGraphUser.ID', ['1', '2', '3']],
    ['MSGraphUser.[0].ID', '1'],
    ['MSGraphUser[1].ID', '2'],
    ['MSGraphUser.[0:1].ID', ['1', '2']],
    ['MSGraphUser.[0:2].ID', ['1', '2', '3']],
    ['MSGraphUser.[7].ID', null],
    ['MSGraphUser.Mail', ['adele@contoso.example', 'noor@fabrikam.example']],
    ['MSGraphUser(val.AccountEnabled == false).DisplayName', ['Noor', 'Viktor']],
    ['MSGraphUser.Mail(val.indexOf("@contoso") > 0)', 'adele@contoso.example'],
    ['MSGraphUser(val.Mail.indexOf("@") > 0).ID', ['1', '2']],
    ['MSGraphUser(val.DisplayName == "a)b").ID', null],
    ['MSGraphUser.DisplayName=val.toUpperCase()', ['ADELE', 'NOOR', 'VIKTOR']],
    ['MSGraphUser.Mail(val)=val.toUpperCase()', ['ADELE@CONTOSO.EXAMPLE', 'NOOR@FABRIKAM.EXAMPLE']],
    ['MSGraphUser.={"id": val.ID}', [{ id: '1' }, { id: '2' }, { id: '3' }]],
    ['MSGraphUser(val.ID == val1---Wanted.[0].ID).DisplayName', 'Noor'],
    ['MSGraphUser.Groups', ['a', 'b', 'c']],
    ['MSGraphUser.[0].Groups', ['a', 'b']],
    ['Single.Name', 'only'],
    ['Single.[0].Name', 'only'],
    [' Employee Status Report.Answers ', 'yes'],
    ['.Single.Name', 'only'],
    ['Missing.Path', null],
    ['Single.Name.Deeper', null],
    ['.', context],
    ['', context],
  ])('%s', (text, result) => {
    expect(queryContext(context, text)).toEqual(result);
  });

  test('the contents of an entry are read the same way', () => {
    const contents = [{ value: 'a' }, { value: 'b' }];
    expect(queryContext(contents, '.')).toBe(contents);
    expect(queryContext(contents, '.={"v": val.value}')).toEqual([{ v: 'a' }, { v: 'b' }]);
    expect(queryContext(contents, '.[0].value')).toBe('a');
  });

  test('a list of one reads as its element', () => {
    expect(queryContext({ A: [{ B: 1 }] }, 'A.B')).toBe(1);
  });

  test.each([
    'constructor',
    '__proto__',
    'Single.constructor.constructor',
    'MSGraphUser.length',
    'Single.toString',
  ])('what is inherited is not there: %s', (text) => {
    expect(queryContext(context, text)).toBeNull();
  });

  test.each<[string, RegExp]>([
    ['A(val.B', /position 2: the closing parenthesis is missing/],
    ['A.[x]', /\[ \] takes a number/],
    ['A..B', /a name is missing/],
    ['A.', /a name is missing/],
    ['Single(process.exit()).Name', /cannot be understood/],
    ['Single=f(val);function f(a){return a}', /cannot be understood/],
  ])('%s is told to be no query', (text, message) => {
    expect(() => queryContext(context, text)).toThrow(ArgumentError);
    expect(() => queryContext(context, text)).toThrow(message);
  });
});

test('a place to write to has names only', () => {
  expect(plainPath('A b.C')).toEqual(['A b', 'C']);
  for (const text of ['', '.', 'A.[0]', 'A(val.B)', 'A=val'])
    expect(() => plainPath(text)).toThrow(ArgumentError);
});

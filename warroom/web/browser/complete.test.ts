import { describe, expect, test } from '@jest/globals';
import { type CommandDeclaration } from '../../../integration/manifest/types.js';
import { commonStart, completionsOf } from './complete.js';

const commands: readonly CommandDeclaration[] = [
  {
    name: 'msgraph-user-get',
    description: 'Retrieves one user.',
    arguments: [{ name: 'user', description: 'Who.' }],
  },
  { name: 'msgraph-user-get-manager', description: 'Shows the manager.' },
];
const known = {
  commands,
  instances: ['alpha', 'beta'],
  context: () => ({ MSGraphUser: { ID: '1', DisplayName: 'Adele', Phones: ['+1', '+2'] } }),
  find: (name: string) => commands.find((command) => command.name === name),
};

describe('completion on the page', () => {
  test('says what each command does', () => {
    expect(completionsOf('!msgraph-user-g', known)).toEqual({
      part: '!msgraph-user-g',
      suggestions: [
        { text: '!msgraph-user-get ', description: 'Retrieves one user.' },
        { text: '!msgraph-user-get-manager ', description: 'Shows the manager.' },
      ],
    });
  });

  test('says what each argument means, and replaces what was typed of it', () => {
    expect(completionsOf('!msgraph-user-get user=x rea', known).part).toBe('rea');
    expect(completionsOf('!msgraph-user-get us', known).suggestions[0]).toEqual({
      text: 'user=',
      description: 'Who.',
    });
  });

  test('says what stands at each path of the context', () => {
    expect(completionsOf('!Print ${MSGraphUser.', known)).toEqual({
      part: 'MSGraphUser.',
      suggestions: [
        { text: 'MSGraphUser.ID}', description: '1' },
        { text: 'MSGraphUser.DisplayName}', description: 'Adele' },
        { text: 'MSGraphUser.Phones.', description: 'list of 2' },
      ],
    });
  });

  test('says only the first few of many values, and none of those that are empty', () => {
    const list = Array.from({ length: 1000 }, (_, index) => ({ ID: index === 0 ? null : index }));
    expect(completionsOf('!Print ${U.', { ...known, context: () => ({ U: list }) }).suggestions).toEqual([
      { text: 'U.ID}', description: '1, 2, 3, 4, 5, … (999)' },
    ]);
  });

  test('offers values without a word', () => {
    expect(completionsOf('!msgraph-user-get using=a', known)).toEqual({
      part: 'using=a',
      suggestions: [{ text: 'using=alpha', description: '' }],
    });
  });
});

test.each<[readonly string[], string]>([
  [[], ''],
  [['abc'], 'abc'],
  [['user=', 'using='], 'us'],
  [['a', 'b'], ''],
  [['ab', 'a'], 'a'],
])('what %j begins with is %j', (texts, start) => {
  expect(commonStart(texts)).toBe(start);
});

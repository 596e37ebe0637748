import { describe, expect, test } from '@jest/globals';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { completeLine } from './completion.js';

const commands: readonly CommandDeclaration[] = [
  {
    name: 'msgraph-user-get',
    description: '',
    arguments: [
      { name: 'user', description: '', required: true },
      { name: 'properties', description: '', isArray: true, predefined: ['mail', 'manager'] },
      { name: 'internal', description: '', hidden: true },
    ],
  },
  { name: 'msgraph-user-old', description: '', deprecated: true },
  {
    name: 'msgraph-user-change-password',
    description: '',
    arguments: [{ name: 'password', description: '', secret: true, predefined: ['never'] }],
  },
  { name: 'use', description: '', arguments: [{ name: 'instance', description: '' }] },
  { name: 'help', description: '' },
];
const complete = (text: string) =>
  completeLine(text, {
    commands,
    find: (name) => commands.find((command) => command.name === name),
    instances: ['alpha', 'beta'],
    context: () => ({ MSGraphUser: [{ ID: '1', Manager: { ID: '2' } }], Case: { Owner: 'Noor' } }),
  });

describe('completion', () => {
  test.each<[string, readonly string[], string]>([
    ['!msgraph-user-', ['!msgraph-user-get ', '!msgraph-user-change-password '], '!msgraph-user-'],
    ['!he', ['!help '], '!he'],
    ['a note', [], 'note'],
    ['!msgraph-user-get ', ['user=', 'properties='], ''],
    ['!msgraph-user-get user=a ', ['properties='], ''],
    ['!msgraph-user-get user=a ra', ['raw-response='], 'ra'],
    ['!msgraph-user-get properties=ma', ['properties=mail', 'properties=manager'], 'properties=ma'],
    ['!msgraph-user-get properties=mail,man', ['properties=mail,manager'], 'properties=mail,man'],
    ['!msgraph-user-get raw-response=t', ['raw-response=true'], 'raw-response=t'],
    ['!msgraph-user-get using=alpha,b', ['using=alpha,beta'], 'using=alpha,b'],
    ['!msgraph-user-get user="a b', [], ''],
    ['!msgraph-user-change-password password=n', [], 'password=n'],
    ['!unknown us', [], 'us'],
    ['!use b', ['beta'], 'b'],
    ['!use ${', ['MSGraphUser.', 'Case.'], ''],
    ['!msgraph-user-get user=${MS', ['MSGraphUser.'], 'MS'],
    ['!msgraph-user-get user="the ${MSGraphUser.M', ['MSGraphUser.Manager.'], 'MSGraphUser.M'],
    ['!msgraph-user-change-password password=${Case.', ['Case.Owner}'], 'Case.'],
    ['!msgraph-user-get user=${Case.Owner} ra', ['raw-response='], 'ra'],
    ['a note about ${MS', [], '${MS'],
    ['!help msgraph-user-g', ['msgraph-user-get'], 'msgraph-user-g'],
  ])('%s', (text, candidates, part) => {
    expect(complete(text)).toEqual([candidates, part]);
  });

  test('an empty line offers every command that is not put away', () => {
    expect(complete('')[0]).toHaveLength(4);
  });
});

import { describe, expect, test } from '@jest/globals';
import { queryContext } from './query.js';
import { resolveReferences } from './references.js';

const context = {
  User: [
    { ID: '1', Name: 'Adele' },
    { ID: '2', Name: 'Noor' },
  ],
  Enabled: false,
  Hostile: '${User.ID}',
};
const resolve = (text: string) => resolveReferences(text, (query) => queryContext(context, query));

describe('a reference in an argument', () => {
  test.each<[string, unknown]>([
    ['${User.ID}', ['1', '2']],
    ['${Enabled}', false],
    ['${Missing}', null],
    ['enabled: ${Enabled}', 'enabled: false'],
    ['${User.[0].Name} and ${User.[1].Name}', 'Adele and Noor'],
    ['ids ${User.ID}', 'ids ["1","2"]'],
    ['a${Missing}b', 'ab'],
    ['${User(val.Name == "No}or").ID}', null],
    ['${User.[0]={"id": val.ID}}', { id: '1' }],
    ['costs $5 {or so}', 'costs $5 {or so}'],
    ['open ${User', 'open ${User'],
    ['', ''],
  ])('%s', (text, value) => {
    expect(resolve(text)).toEqual(value);
  });

  test('what the context holds is not looked through again', () => {
    expect(resolve('${Hostile}')).toBe('${User.ID}');
    expect(resolve('a ${Hostile}')).toBe('a ${User.ID}');
  });
});

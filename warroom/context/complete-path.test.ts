import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completePath } from './complete-path.js';
import { valuesAt } from './places.js';
import { queryContext } from './query.js';

const context = {
  MSGraphUser: [
    { ID: '1', DisplayName: 'Adele', Manager: { ID: '3' } },
    { ID: '2', DisplayName: 'Tomáš', Mail: 'tomas@contoso.example' },
  ],
  Case: { Owner: 'Noor', Tags: [] },
  'odd (name)': { 'a.b': 1 },
  incident: { id: 'INC-1' },
};

describe('a path behind ${', () => {
  test.each<[string, readonly string[]]>([
    ['', ['MSGraphUser.', 'Case.', 'incident.']],
    ['M', ['MSGraphUser.']],
    ['Case.', ['Case.Owner}', 'Case.Tags}']],
    [
      'MSGraphUser.',
      ['MSGraphUser.ID}', 'MSGraphUser.DisplayName}', 'MSGraphUser.Manager.', 'MSGraphUser.Mail}'],
    ],
    ['MSGraphUser.M', ['MSGraphUser.Manager.', 'MSGraphUser.Mail}']],
    ['MSGraphUser.Manager.', ['MSGraphUser.Manager.ID}']],
    ['MSGraphUser.[', ['MSGraphUser.[0].', 'MSGraphUser.[1].']],
    ['MSGraphUser.[1].Ma', ['MSGraphUser.[1].Mail}']],
    ['MSGraphUser(val.ID == "2").D', []],
    ['MSGraphUser(val.', []],
    ['Missing.', []],
    ['Case.Owner.', []],
  ])('%s', (typed, paths) => {
    expect(completePath(context, typed)).toEqual(paths);
  });

  test('that is taken reads what the query language reads there', () => {
    const names = fc.string({
      unit: fc.constantFrom('a', 'B', '.', '(', '[', '=', '}', ' ', 'é'),
      minLength: 1,
      maxLength: 3,
    });
    const leaf = fc.oneof(fc.integer(), fc.array(fc.dictionary(names, fc.integer()), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(leaf, fc.dictionary(names, leaf))), (tree) => {
        for (const first of completePath(tree, '')) {
          const below = first.endsWith('.') ? completePath(tree, first) : [];
          for (const path of [first, ...below]) {
            const name = path.slice(0, -1);
            const read = [queryContext(tree, name)].flat().filter((value) => value !== null);
            expect(valuesAt(tree, name).flat()).toEqual(read);
          }
        }
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { queryContext } from '../../context/query.js';
import { type Place, placesBelow } from '../../context/places.js';
import { findPlaces } from './context-paths.js';

const context = {
  MSGraphUser: [
    { ID: '1', DisplayName: 'Adele' },
    { ID: '2', DisplayName: 'Tomáš' },
  ],
  'odd (name)': { 'a.b': 1 },
};

const everywhere = (root: unknown, path: string): readonly Place[] =>
  placesBelow(root, path).flatMap((place) => [
    place,
    ...(place.path === undefined ? [] : everywhere(place.value, place.path)),
  ]);

describe('paths of the context', () => {
  test('are written as a line reads them back', () => {
    expect(everywhere(context, '').map(({ path }) => path)).toEqual([
      'MSGraphUser',
      'MSGraphUser.[0]',
      'MSGraphUser.[0].ID',
      'MSGraphUser.[0].DisplayName',
      'MSGraphUser.[1]',
      'MSGraphUser.[1].ID',
      'MSGraphUser.[1].DisplayName',
      undefined,
    ]);
  });

  test('lead to the value that they stand beside, whatever the names are', () => {
    const names = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        '7',
        '_',
        '-',
        '.',
        '(',
        '[',
        '=',
        '$',
        '}',
        '{',
        ' ',
        '"',
        "'",
        '`',
        'é',
      ),
      minLength: 1,
      maxLength: 4,
    });
    const trees = fc.dictionary(names, fc.oneof(fc.integer(), fc.dictionary(names, fc.integer())));
    fc.assert(
      fc.property(trees, (tree) => {
        for (const { path, value } of everywhere(tree, '')) {
          if (path !== undefined) expect(queryContext(tree, path)).toEqual(value);
        }
      }),
    );
  });

  test('are found by name and by value, in any case', () => {
    const found = (text: string) => findPlaces(context, text, 10).map(({ path, name }) => path ?? name);
    expect(found('tomáš')).toEqual(['MSGraphUser.[1].DisplayName']);
    expect(found('[0].id')).toEqual(['MSGraphUser.[0].ID']);
    expect(found('a.b')).toEqual(['a.b']);
    expect(found('nothing')).toEqual([]);
    expect(findPlaces(context, 'msgraph', 3)).toHaveLength(3);
  });
});

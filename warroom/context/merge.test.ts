import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ArgumentError } from '../../integration/errors.js';
import { mergeIntoContext } from './merge.js';
import { queryContext } from './query.js';
import { type Tree } from './tree.js';

const merged = (...items: readonly (readonly [string, unknown])[]): Tree => {
  const context: Tree = {};
  for (const [key, value] of items) mergeIntoContext(context, key, value);
  return context;
};

const byId = 'A(val.ID && val.ID == obj.ID)';

describe('a plain path', () => {
  test('stores the first value as it is', () => {
    expect(merged(['A.B', { C: 1 }])).toEqual({ A: { B: { C: 1 } } });
    expect(merged(['A', [1]])).toEqual({ A: [1] });
    expect(merged(['A', []])).toEqual({ A: [] });
  });

  test('adds to what is there', () => {
    expect(merged(['A', { B: 1 }], ['A', { B: 2 }])).toEqual({ A: [{ B: 1 }, { B: 2 }] });
    expect(merged(['A', [1]], ['A', [2, 3]])).toEqual({ A: [1, 2, 3] });
    expect(merged(['A', 1], ['A', [2]])).toEqual({ A: [1, 2] });
  });

  test('skips null', () => {
    expect(merged(['A.B', null])).toEqual({});
    expect(merged(['A', 1], ['A', null], ['A', [null, 2]])).toEqual({ A: [1, 2] });
  });

  test('goes into the last object of a list on its way', () => {
    expect(merged(['A', [{ x: 1 }, { x: 2 }]], ['A.B', 3])).toEqual({ A: [{ x: 1 }, { x: 2, B: 3 }] });
  });

  test('loses nothing that is in its way', () => {
    expect(merged(['A', 'text'], ['A.B', 1])).toEqual({ A: ['text', { B: 1 }] });
  });

  test('may have spaces in a segment', () => {
    expect(merged(['Employee Status Report.Answers', 1])).toEqual({
      'Employee Status Report': { Answers: 1 },
    });
  });
});

describe('a filtered path', () => {
  test('updates the element it matches and leaves its other properties alone', () => {
    const context = merged(
      ['A', [{ ID: 1, Name: 'x', Keep: true }, { ID: 2 }]],
      [byId, { ID: 1, Name: 'y' }],
    );
    expect(context).toEqual({ A: [{ ID: 1, Name: 'y', Keep: true }, { ID: 2 }] });
  });

  test('is what the platform’s own Set test does', () => {
    const context = merged(
      ['Data', { ID: 1, Value: 'test_value' }],
      ['Data(val.ID == obj.ID)', { ID: 1, Value: 'test_val2' }],
    );
    expect(queryContext(context, 'Data.Value')).toBe('test_val2');
  });

  test('adds an element that matches none', () => {
    expect(merged([byId, { ID: 1 }], [byId, { ID: 2 }])).toEqual({ A: [{ ID: 1 }, { ID: 2 }] });
  });

  test('keeps a single object single, and a list a list', () => {
    expect(merged([byId, { ID: 1 }], [byId, { ID: 1, B: 2 }])).toEqual({ A: { ID: 1, B: 2 } });
    expect(merged([byId, [{ ID: 1 }]])).toEqual({ A: [{ ID: 1 }] });
    expect(merged([byId, { ID: 1 }], [byId, [{ ID: 1 }]])).toEqual({ A: [{ ID: 1 }] });
  });

  test('true writes into whatever is there', () => {
    expect(merged(['P(true)', { Next: 'a' }], ['P(true)', { Next: 'b' }])).toEqual({ P: { Next: 'b' } });
  });

  test('that throws on an element does not match it', () => {
    const key = "M(val.NextPage.indexOf('http')>=0)";
    const context = merged(
      ['M', [{ ID: 1 }]],
      [key, { NextPage: 'http://a' }],
      [key, { NextPage: 'http://b' }],
    );
    expect(context).toEqual({ M: [{ ID: 1 }, { NextPage: 'http://b' }] });
  });

  test('tells 5 from "5" only with ===', () => {
    const items = [{ ID: 5 }];
    expect(merged(['A', items], ['A(val.ID == obj.ID)', { ID: '5', B: 1 }])).toEqual({
      A: [{ ID: '5', B: 1 }],
    });
    expect(merged(['A', items], ['A(val.ID === obj.ID)', { ID: '5' }])).toEqual({
      A: [{ ID: 5 }, { ID: '5' }],
    });
  });

  test('replaces a nested object whole', () => {
    expect(merged([byId, { ID: 1, M: { a: 1 } }], [byId, { ID: 1, M: { b: 2 } }])).toEqual({
      A: { ID: 1, M: { b: 2 } },
    });
  });

  test('replaces a primitive that it matches', () => {
    expect(merged(['A', ['x', 'y']], ['A(val == obj)', 'x'])).toEqual({ A: ['x', 'y'] });
    expect(merged(['A', ['x', 'y']], ['A(val == "x")', 'z'])).toEqual({ A: ['z', 'y'] });
  });

  test('changes nothing for an empty list', () => {
    expect(merged(['A.B(true)', []])).toEqual({});
  });
});

test('a path called __proto__ is a place like any other', () => {
  const context = merged(
    ['__proto__.polluted', 1],
    ['A(true)', JSON.parse('{"__proto__": {"polluted": 1}}')],
  );
  expect(Object.keys(context)).toEqual(['__proto__', 'A']);
  expect(Object.getPrototypeOf(context)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test('nothing is shared with the value', () => {
  const value = { ID: '1', List: [1] };
  const context = merged([byId, value], [byId, { ID: '1', Name: 'x' }]);
  expect(value).toEqual({ ID: '1', List: [1] });
  expect(context).toEqual({ A: { ID: '1', List: [1], Name: 'x' } });
});

test.each(['A(val.ID ==', 'A(val.ID)B', 'A(evil())', '', '(true)'])(
  '%s is refused and nothing is changed',
  (key) => {
    const context: Tree = { A: 1 };
    expect(() => {
      mergeIntoContext(context, key, { ID: 1 });
    }).toThrow(ArgumentError);
    expect(context).toEqual({ A: 1 });
  },
);

const users = fc.array(
  fc.record({ ID: fc.constantFrom('1', '2', '3', 4, ''), Name: fc.string() }, { requiredKeys: ['Name'] }),
  { maxLength: 8 },
);

test('merging by key twice is merging once, and the index finds what looking at each finds', () => {
  fc.assert(
    fc.property(users, users, (before, after) => {
      const start = ['A', before] as const;
      const once = merged(start, [byId, after]);
      const bySearch = merged(start, ['A( val.ID && (val.ID == obj.ID) )', after]);
      expect(once).toEqual(bySearch);
      const keyed = after.every(({ ID }) => Boolean(ID));
      if (keyed) expect(merged(start, [byId, after], [byId, after])).toEqual(once);
    }),
  );
});

test('after a merge by key each new element is there with its last properties, and none of the old is lost', () => {
  fc.assert(
    fc.property(users, users, (before, after) => {
      const keyed = after.filter(({ ID }) => ID !== undefined && ID !== '');
      const context = merged(['A', before], [byId, keyed]);
      const result = [context['A']].flat() as { ID?: unknown; Name: string }[];
      const last = new Map(keyed.map(({ ID, Name }) => [String(ID), Name]));
      for (const [id, name] of last) {
        const found = result.filter(({ ID }) => String(ID) === id).map(({ Name }) => Name);
        expect(new Set(found)).toEqual(new Set([name]));
      }
      const known = new Set(before.map(({ ID }) => String(ID)));
      expect(result).toHaveLength(before.length + [...last.keys()].filter((id) => !known.has(id)).length);
    }),
  );
});

test('a plain path keeps every value in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer(), { minLength: 1 }), { minLength: 1 }), (lists) => {
      const context = merged(...lists.map((list) => ['A.B', list] as const));
      expect(context).toEqual({ A: { B: lists.flat() } });
    }),
  );
});

test('thirty thousand users merge in a moment', () => {
  const people = Array.from({ length: 30_000 }, (_, index) => ({ ID: `id-${index}`, Name: 'a' }));
  const context = merged([byId, people], [byId, people.map(({ ID }) => ({ ID, Name: 'b' }))]);
  expect(queryContext(context, 'A.[29999]')).toEqual({ ID: 'id-29999', Name: 'b' });
});

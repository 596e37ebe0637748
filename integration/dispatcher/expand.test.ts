import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../errors.js';
import { type EffectiveSchema } from '../manifest/effective-schema.js';
import { expandLists } from './expand.js';

const schema: EffectiveSchema = {
  type: 'object',
  properties: {
    user: { type: 'string', format: 'identifier' },
    note: { type: 'string' },
    properties: { type: 'array' },
    fields: { type: 'object' },
  },
  required: [],
  additionalProperties: false,
};

test('without a list there is one run, with the arguments as they are', () => {
  const args = { user: 'adele@contoso.example', properties: ['mail'] };
  expect(expandLists(args, schema)).toEqual([args]);
});

describe('a list for an argument that takes one value', () => {
  test('gives one run for each element, in their order', () => {
    expect(expandLists({ user: ['a', 'b'], note: 'n' }, schema)).toEqual([
      { user: 'a', note: 'n' },
      { user: 'b', note: 'n' },
    ]);
  });

  test('of one element gives one run with that element', () => {
    expect(expandLists({ note: ['only'] }, schema)).toEqual([{ note: 'only' }]);
  });

  test('that is empty counts as an empty value, not as nothing to do', () => {
    expect(expandLists({ user: [] }, schema)).toEqual([{ user: '' }]);
  });

  test('may be JSON text where an identifier is wanted', () => {
    expect(expandLists({ user: ' ["a","b"] ' }, schema)).toEqual([{ user: 'a' }, { user: 'b' }]);
    expect(expandLists({ user: '["a"]' }, schema)).toEqual([{ user: 'a' }]);
  });

  test('is not read out of other text that looks like a list', () => {
    const args = { note: '["a","b"]' };
    expect(expandLists(args, schema)).toEqual([args]);
    const odd = { user: '[a' };
    expect(expandLists(odd, schema)).toEqual([odd]);
  });

  test('and another one are refused, because nothing says how to pair them', () => {
    expect(() => expandLists({ user: ['a'], note: ['b'] }, schema)).toThrow(
      new ArgumentError('user and note both hold a list.'),
    );
  });
});

test('a list or an object that is wanted stays whole', () => {
  const args = { properties: ['mail', 'id'], fields: [1, 2] };
  expect(expandLists(args, schema)).toEqual([args]);
});

test('a list under a name that every object has is left for the unknown-argument fault', () => {
  const args = { constructor: ['a', 'b'], user: 'x' };
  expect(expandLists(args, schema)).toEqual([args]);
});

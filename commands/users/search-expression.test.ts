import { expect, test } from '@jest/globals';
import { searchExpression } from './search-expression.js';

test.each([
  ['adele', '"displayName:adele" OR "mail:adele" OR "userPrincipalName:adele"'],
  ['van den', '"displayName:van den" OR "mail:van den" OR "userPrincipalName:van den"'],
  ['displayName:van den', '"displayName:van den"'],
  ['"displayName:van" AND "mail:peter"', '"displayName:van" AND "mail:peter"'],
])('%j is searched as %j', (typed, expression) => {
  expect(searchExpression(typed)).toBe(expression);
});

test('quotes and backslashes in what was typed cannot end the expression', () => {
  expect(searchExpression('jobTitle:a" OR "b\\')).toBe('"jobTitle:a\\" OR \\"b\\\\"');
});

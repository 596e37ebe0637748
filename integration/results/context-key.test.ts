import { expect, test } from '@jest/globals';
import { contextKey } from './context-key.js';

test('one property identifies an element', () => {
  expect(contextKey('MSGraphUser', 'ID')).toBe('MSGraphUser(val.ID && val.ID == obj.ID)');
});

test('several properties identify an element together', () => {
  expect(contextKey('A.B', ['id', 't'])).toBe('A.B(val.id && val.id == obj.id && val.t && val.t == obj.t)');
});

test('no property leaves the bare path', () => {
  expect(contextKey('A.B', [])).toBe('A.B');
});

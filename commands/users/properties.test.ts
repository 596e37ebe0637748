import { expect, test } from '@jest/globals';
import { selectedProperties } from './properties.js';

test('what identifies the user always comes along, and nothing is asked for twice', () => {
  expect(selectedProperties(['mail', 'id', 'mail'])).toEqual(['id', 'userPrincipalName', 'mail']);
  expect(selectedProperties([])).toEqual(['id', 'userPrincipalName']);
});

test('all properties stay all, and one that they leave out can be named beside them', () => {
  expect(selectedProperties(['*'])).toEqual(['*']);
  expect(selectedProperties(['*', 'signInActivity'])).toEqual(['*', 'signInActivity']);
});

import { expect, test } from '@jest/globals';
import { isBrokenReference, referencedVariable } from './environment-reference.js';

test.each([
  ['${env:PROD_SECRET}', 'PROD_SECRET'],
  ['${env:_a1}', '_a1'],
])('%s refers to %s', (text, name) => {
  expect(referencedVariable(text)).toBe(name);
  expect(isBrokenReference(text)).toBe(false);
});

test.each(['${env:}', '${env:1A}', '${env:A', '${env:A}b', '${env:A-B}', '${env: A}'])(
  '%s only begins like a reference',
  (text) => {
    expect(referencedVariable(text)).toBeUndefined();
    expect(isBrokenReference(text)).toBe(true);
  },
);

test.each(['', 'plain', '$env:A', 'x${env:A}', '${ENV:A}', '${User.ID}'])('%j is no reference', (text) => {
  expect(referencedVariable(text)).toBeUndefined();
  expect(isBrokenReference(text)).toBe(false);
});

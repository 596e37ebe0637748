import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SettingsError } from '../errors.js';
import { isIntact, seal, unseal } from './sealing.js';

const key = createSecretKey(randomBytes(32));
const sealed = { what: 'The note', remedy: 'write it anew' };

test('what was sealed opens with the same key, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unseal(seal(text, key), key, sealed)).toBe(text);
    }),
  );
});

test('a sealed text shows nothing of what is in it, and never looks the same twice', () => {
  const first = seal('example-secret~1', key);
  expect(first).not.toContain('example');
  expect(Buffer.from(first).toString('latin1')).not.toContain('secret');
  expect(seal('example-secret~1', key)).not.toBe(first);
});

test('another key is told as another key, without what is sealed', () => {
  const text = seal('example-secret~1', key);
  const open = () => unseal(text, createSecretKey(randomBytes(32)), sealed);
  expect(open).toThrow(SettingsError);
  expect(open).toThrow('The note was sealed with another key.');
  expect(isIntact(text)).toBe(true);
});

test('any change to a sealed text is told as damage', () => {
  const text = seal('example-secret~1', key);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('A', '_', '.', ' '), (at, character) => {
      fc.pre(text[at] !== character);
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      expect(isIntact(changed)).toBe(false);
      expect(() => unseal(changed, key, sealed)).toThrow('The note is damaged');
    }),
  );
});

test('a sealed text that was cut off is told as damage', () => {
  const text = seal('example-secret~1', key);
  for (let length = 0; length < text.length; length += 1) {
    expect(() => unseal(text.slice(0, length), key, sealed)).toThrow('The note is damaged');
  }
});

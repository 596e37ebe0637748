import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isJsonObject } from '../json.js';
import { Secret } from '../secret.js';
import { requestBody } from './request-body.js';

test('secrets are in clear in the text, at any depth, and named', () => {
  const password = new Secret('Quiet"Harbor');
  const { text, secrets } = requestBody({ a: 1, list: [{ password }], profile: { password }, none: null });
  expect(JSON.parse(text)).toEqual({
    a: 1,
    list: [{ password: 'Quiet"Harbor' }],
    profile: { password: 'Quiet"Harbor' },
    none: null,
  });
  expect(secrets).toEqual([password, password]);
});

test('a body without secrets is written as JSON, whatever its keys are called', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), fc.jsonValue()), (body) => {
      if (!isJsonObject(body)) return;
      expect(requestBody(body)).toEqual({ text: JSON.stringify(body), secrets: [] });
    }),
  );
});

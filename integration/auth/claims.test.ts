import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../secret.js';
import { claimsOf } from './claims.js';

const tokenOf = (text: string) => ({ token: new Secret(text), expiresOn: 0 });
const jwtOf = (payload: unknown) =>
  tokenOf(`e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`);

test('application and delegated permissions are read apart', () => {
  expect(
    claimsOf(jwtOf({ roles: ['User.Read.All', 'Chat.Read.All'], scp: 'User.Read  Chat.Read' })),
  ).toMatchObject({
    roles: ['User.Read.All', 'Chat.Read.All'],
    scopes: ['User.Read', 'Chat.Read'],
  });
});

test('a token without permissions has none', () => {
  expect(claimsOf(jwtOf({}))).toMatchObject({ roles: [], scopes: [] });
});

test('claims of the wrong type count as none', () => {
  expect(claimsOf(jwtOf({ roles: 'User.Read.All', scp: ['x'] }))).toMatchObject({ roles: [], scopes: [] });
  expect(claimsOf(jwtOf({ roles: ['a', 7, null] }))).toMatchObject({ roles: ['a'], scopes: [] });
});

test.each([
  ['opaque text', tokenOf('opaque')],
  ['an empty token', tokenOf('')],
  ['parts that are no JSON', tokenOf('a.b.c')],
  ['a list for claims', jwtOf([1])],
])('a token that cannot be read has no answer: %s', (_, token) => {
  expect(claimsOf(token)).toBeUndefined();
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void claimsOf(tokenOf(`${a}.${b}.c`))));
});

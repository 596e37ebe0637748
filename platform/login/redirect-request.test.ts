import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRequest } from './redirect-request.js';

const REDIRECT = 'http://localhost:4711/callback';
const STATE = 'the-state';
const granted = { method: 'GET', target: `/callback?code=abc&state=${STATE}`, host: 'localhost:4711' };

describe('a request to the redirect address', () => {
  test('is the answer where it carries the state and a code', () => {
    const read = readRequest(granted, REDIRECT, STATE);
    expect(read).toMatchObject({ kind: 'answer', isGranted: true });
    expect(read.kind === 'answer' && read.address.reveal()).toBe(`${REDIRECT}?code=abc&state=${STATE}`);
  });

  test('is the answer where it carries the state and an error', () => {
    const target = `/callback?error=access_denied&error_description=no&state=${STATE}`;
    expect(readRequest({ ...granted, target }, REDIRECT, STATE)).toMatchObject({
      kind: 'answer',
      isGranted: false,
    });
  });

  test.each<[string, Partial<typeof granted>, string]>([
    ['another path', { target: `/?code=abc&state=${STATE}` }, 'elsewhere'],
    ['a path below', { target: `/callback/?code=abc&state=${STATE}` }, 'elsewhere'],
    [
      'a whole address as its target',
      { target: `http://localhost:4711/callback?state=${STATE}` },
      'elsewhere',
    ],
    ['another host', { host: 'contoso.example:4711' }, 'wrong host'],
    ['another port', { host: 'localhost:4712' }, 'wrong host'],
    ['the other name of this machine', { host: '127.0.0.1:4711' }, 'wrong host'],
    ['another method', { method: 'POST' }, 'wrong method'],
    ['a look at the head', { method: 'HEAD' }, 'wrong method'],
    ['no state', { target: '/callback?code=abc' }, 'foreign'],
    ['another state', { target: '/callback?code=abc&state=the-stat' }, 'foreign'],
    ['the state twice', { target: `/callback?code=abc&state=${STATE}&state=${STATE}` }, 'foreign'],
    ['neither code nor error', { target: `/callback?state=${STATE}` }, 'incomplete'],
    ['an empty code', { target: `/callback?code=&state=${STATE}` }, 'incomplete'],
    ['two codes', { target: `/callback?code=a&code=b&state=${STATE}` }, 'incomplete'],
    ['code and error', { target: `/callback?code=a&error=b&state=${STATE}` }, 'incomplete'],
  ])('is none with %s', (_, change, kind) => {
    expect(readRequest({ ...granted, ...change }, REDIRECT, STATE)).toEqual({ kind });
  });

  test('is none while no login is under way', () => {
    expect(readRequest({ ...granted, target: '/callback?code=abc&state=' }, REDIRECT, undefined)).toEqual({
      kind: 'foreign',
    });
  });

  test('is never taken for the answer without the state, and never breaks us', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (state, more) => {
        fc.pre(state !== STATE);
        const target = `/callback?code=abc&state=${encodeURIComponent(state)}`;
        expect(readRequest({ ...granted, target }, REDIRECT, STATE).kind).toBe('foreign');
        expect(readRequest({ ...granted, target: `/${more}` }, REDIRECT, STATE).kind).not.toBe('answer');
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../errors.js';
import { GraphPath, path } from './path.js';

const graphUrl = 'https://graph.contoso.example';
const from = (link: string, collection = path`users`, origin = graphUrl) =>
  GraphPath.fromContinuation('next_page', link, origin, collection);

describe('a link to a later page of the same collection', () => {
  test('keeps its query as it came', () => {
    const target = from(`${graphUrl}/v1.0/users?$top=2&$skiptoken=RFNwdA%3d%3d`);
    expect(target).toMatchObject({ text: 'users?$top=2&$skiptoken=RFNwdA%3d%3d', version: 'v1.0' });
  });

  test.each([
    ['of the beta version', `${graphUrl}/beta/users?$skiptoken=a`, 'beta', 'users?$skiptoken=a'],
    [
      'with its scheme and host in upper case',
      'HTTPS://GRAPH.CONTOSO.EXAMPLE/v1.0/users?$top=1',
      'v1.0',
      'users?$top=1',
    ],
    ['with the collection in upper case', `${graphUrl}/v1.0/USERS?$top=1`, 'v1.0', 'users?$top=1'],
    [
      'with the usual port named',
      'https://graph.contoso.example:443/v1.0/users?$top=1',
      'v1.0',
      'users?$top=1',
    ],
    ['with a slash at the end', `${graphUrl}/v1.0/users/?$top=1`, 'v1.0', 'users?$top=1'],
    ['with a fragment, which is left out', `${graphUrl}/v1.0/users?$top=1#skip=3`, 'v1.0', 'users?$top=1'],
    [
      'by a detour that a URL parser removes',
      `${graphUrl}/v1.0/%2e%2e/beta/users?$top=1`,
      'beta',
      'users?$top=1',
    ],
  ])('%s', (_, link, version, text) => {
    expect(from(link)).toMatchObject({ version, text });
  });

  test.each(['adele@contoso.example', 'adele%40contoso.example', 'ADELE@CONTOSO.EXAMPLE'])(
    'is recognized however its identifier is written (%s)',
    (spelling) => {
      const target = from(
        `${graphUrl}/v1.0/users/${spelling}/directReports?$skiptoken=a`,
        path`users/${'adele@contoso.example'}/directReports`,
      );
      expect(target.text).toBe('users/adele%40contoso.example/directReports?$skiptoken=a');
      expect(target.identifiers).toEqual(['adele@contoso.example']);
    },
  );
});

describe('refused', () => {
  test.each([
    ['another host', 'https://graph.fabrikam.example/v1.0/users', 'leads to https://graph.fabrikam.example'],
    ['a host that begins alike', 'https://graph.contoso.example.fabrikam.example/v1.0/users', 'leads to'],
    [
      'another port',
      'https://graph.contoso.example:8443/v1.0/users',
      'leads to https://graph.contoso.example:8443',
    ],
    [
      'http in place of https',
      'http://graph.contoso.example/v1.0/users',
      'leads to http://graph.contoso.example',
    ],
    ['a user name', 'https://adele@graph.contoso.example/v1.0/users', 'it names a user'],
    ['a user name and password', 'https://adele:x@graph.contoso.example/v1.0/users', 'it names a user'],
    [
      'the right host as a user name',
      'https://graph.contoso.example@fabrikam.example/v1.0/users',
      'leads to',
    ],
    ['another collection', `${graphUrl}/v1.0/groups`, 'it is not a page of users'],
    ['a part of the collection', `${graphUrl}/v1.0/users/adele/messages`, 'it is not a page of users'],
    ['another collection by a detour', `${graphUrl}/v1.0/users/../groups`, 'it is not a page of users'],
    ['the same by encoded dots', `${graphUrl}/v1.0/users/%2e%2E/groups`, 'it is not a page of users'],
    ['a way above the root', `${graphUrl}/v1.0/../../users`, 'not under /v1.0/ or /beta/'],
    ['another version', `${graphUrl}/v2.0/users`, 'not under /v1.0/ or /beta/'],
    ['no version', `${graphUrl}/users`, 'not under /v1.0/ or /beta/'],
    ['encoding that is broken', `${graphUrl}/v1.0/users%zz`, 'it is not a page of users'],
    ['a relative link', '/v1.0/users?$skiptoken=a', 'it is not an absolute URL'],
    ['no link at all', '', 'it is not an absolute URL'],
    ['a script', 'javascript:alert(1)', 'leads to javascript:'],
    ['a file', 'file:///v1.0/users', 'leads to file:'],
  ])('%s', (_, link, why) => {
    expect(() => from(link)).toThrow(ArgumentError);
    expect(() => from(link)).toThrow(why);
  });

  test('the text names where the link came from and what would be right', () => {
    expect(() => from('https://graph.fabrikam.example/v1.0/users')).toThrow(
      expect.objectContaining({
        message: 'next_page is not allowed: it leads to https://graph.fabrikam.example.',
        nextStep: expect.stringContaining('https://graph.contoso.example/v1.0/users'),
      }),
    );
  });

  test('somebody else’s page of the same kind', () => {
    const collection = path`users/${'adele@contoso.example'}/directReports`;
    expect(() => from(`${graphUrl}/v1.0/users/megan%40contoso.example/directReports`, collection)).toThrow(
      'it is not a page of users/adele%40contoso.example/directReports',
    );
  });
});

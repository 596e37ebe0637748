import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loopbackAddress, redirectUriAt } from './loopback-address.js';

describe('the browser is sent back', () => {
  test.each([
    ['http://localhost:4711/callback', undefined, 4711, 'http://localhost:4711/callback'],
    ['http://localhost:4711', undefined, 4711, 'http://localhost:4711'],
    ['http://127.0.0.1:4711/?from=soar', undefined, 4711, 'http://127.0.0.1:4711/?from=soar'],
    ['http://localhost:4711/callback', 5000, 5000, 'http://localhost:5000/callback'],
    ['http://localhost/callback', undefined, undefined, 'http://localhost:9/callback'],
    ['http://localhost:0/', undefined, undefined, 'http://localhost:9/'],
    ['http://localhost:70000/', undefined, undefined, 'http://localhost:9/'],
  ])(
    'to the redirect URI of the instance where it leads here: %s with --port %s',
    (uri, port, at, expected) => {
      const address = loopbackAddress(uri, port);
      expect(address).toMatchObject({ port: at, isConfigured: true });
      expect(redirectUriAt(address, at ?? 9)).toBe(expected);
    },
  );

  test.each([
    undefined,
    'https://soar.contoso.example/back',
    'https://localhost:4711/',
    'http://localhost.contoso.example:4711/',
    'http://localhost@contoso.example/',
    'http://user@localhost:4711/',
    'http://localhost:4711/#here',
    'http://0.0.0.0:4711/',
    'http://[::1]:4711/',
  ])('to a page of its own on this machine otherwise: %s', (uri) => {
    const address = loopbackAddress(uri, undefined);
    expect(address).toMatchObject({ port: undefined, isConfigured: false });
    expect(redirectUriAt(address, 5000)).toBe('http://localhost:5000/');
  });

  test('to this machine, whatever the instance says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `http://localhost${text}`),
        ),
        (uri) => {
          const { hostname, port } = new URL(redirectUriAt(loopbackAddress(uri, 5000), 5000));
          expect(['localhost', '127.0.0.1']).toContain(hostname);
          expect(port).toBe('5000');
        },
      ),
    );
  });
});

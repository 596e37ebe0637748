import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apps } from '../tenant/apps.js';
import { domain } from '../tenant/identity.js';
import { Refused } from './aadsts.js';
import { readReturnAddress } from './authorize-request.js';
import { escapeHtml, page } from './page.js';

const clientId = apps[0]?.clientId ?? '';

function isAccepted(redirectUri: string): boolean {
  try {
    readReturnAddress(new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri }), domain);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

describe('a redirect URI', () => {
  test('on a loopback host is accepted with any port and path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('http://localhost', 'http://127.0.0.1', 'https://localhost'),
        fc.integer({ min: 1, max: 65_535 }),
        fc.webPath(),
        (root, port, path) => {
          expect(isAccepted(`${root}:${port}${path}`)).toBe(true);
        },
      ),
    );
  });

  test('anywhere else is never accepted', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (uri) => {
        expect(isAccepted(uri)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isAccepted(text)).toBe(false);
      }),
    );
  });
});

test.each([
  'http://localhost/a#b',
  'http://localhost/\r\nSet-Cookie: a=b',
  'http://localhost/ a',
  'http://:secret@localhost/',
  'HTTP://localhost@fabrikam.example/',
  'http://localhost\\@fabrikam.example/#',
])('a loopback redirect URI with more to it than port and path is refused: %j', (uri) => {
  expect(isAccepted(uri)).toBe(false);
});

describe('text in a page', () => {
  test('never becomes markup, in an element or an attribute, and comes back whole', () => {
    const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', ';', '#') }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replaceAll(/&([^;]+);/g, (_, name: string) => entities[name] ?? '')).toBe(text);
      }),
    );
  });

  test('cannot end the title', () => {
    expect(page('</title><script>', '').text).not.toContain('<script');
  });
});

import { describe, expect, test } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../json.js';
import { beginRequest, endRequest } from './xml-request.js';

const parser = new XMLParser({ parseTagValue: false, trimValues: false });

function parsed(xml: string): JsonObject {
  const document: unknown = parser.parse(xml);
  if (!isJsonObject(document)) throw new Error('no document');
  return document;
}

/** What a name can hold at most: whatever XML can carry at all. */
const anything = fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => text.trim() !== '');

describe('whatever a value holds, it stays the text of its element', () => {
  test('in the request that prompts', () => {
    fc.assert(
      fc.property(anything, fc.uuid(), fc.boolean(), (user, contextId, isSync) => {
        const { BeginTwoWayAuthenticationRequest: request } = parsed(
          beginRequest({ user, contextId, isSync }),
        );
        expect(request).toMatchObject({
          UserPrincipalName: user,
          ContextId: contextId,
          SyncCall: String(isSync),
          AuthenticationMethodId: 'PhoneAppNotification',
        });
      }),
    );
  });

  test('in the request that looks', () => {
    fc.assert(
      fc.property(anything, anything, (user, sessionId) => {
        const { EndTwoWayAuthenticationRequest: request } = parsed(
          endRequest({ user, sessionId, contextId: 'c' }),
        );
        expect(request).toEqual({
          Version: '1.0',
          SessionId: sessionId,
          ContextId: 'c',
          AdditionalAuthData: '',
          UserPrincipalName: user,
        });
      }),
    );
  });
});

test('an element in a name adds no element', () => {
  const user = 'a@x</UserPrincipalName><SyncCall>false</SyncCall><UserPrincipalName>b@x';
  const xml = beginRequest({ user, contextId: 'c', isSync: true });
  expect(xml.match(/<SyncCall>/g)).toHaveLength(1);
  expect(xml).toContain('&lt;SyncCall&gt;');
});

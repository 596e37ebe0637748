import { expect, test } from '@jest/globals';
import { objectionIn } from './token-objection.js';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1772438400"}}}';
const challenge = (value: string) => ({
  'www-authenticate': `Bearer realm="", authorization_uri="https://login.contoso.example", error="insufficient_claims", claims="${value}"`,
});
const base64 = Buffer.from(claims).toString('base64');

test.each([
  ['401', 401, {}, '', {}],
  [
    '401 with a challenge that says nothing of claims',
    401,
    { 'www-authenticate': 'Bearer realm=""' },
    '',
    {},
  ],
  ['a claims challenge', 401, challenge(base64), '', { claims }],
  ['a claims challenge that is damaged', 401, challenge('%%%'), '', {}],
  ['a claims challenge that holds no object', 401, challenge(Buffer.from('7').toString('base64')), '', {}],
  [
    'what Teams says',
    403,
    {},
    '{"error":{"message":"No authorization information present on the request."}}',
    {},
  ],
  ['403', 403, {}, '{"error":{"message":"Insufficient privileges"}}', undefined],
  ['404', 404, challenge(base64), '', undefined],
  ['200', 200, {}, 'No authorization information present on the request.', undefined],
])('%s asks for another token, or not', (_, status, headers, body, objection) => {
  expect(objectionIn({ status, headers, body })).toEqual(objection);
});

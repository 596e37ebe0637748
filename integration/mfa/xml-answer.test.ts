import { describe, expect, test } from '@jest/globals';
import { readAnswer } from './xml-answer.js';

const root = 'BeginTwoWayAuthenticationResponse';
const nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"';

test('reads what is there, and leaves out what is nil', () => {
  const body = `<?xml version="1.0" encoding="utf-8"?><${root} xmlns="http://example.com/"><Version>1.0</Version><SessionId>0012</SessionId><Result><Value>Success</Value><Message ${nil}/><Retry>false</Retry></Result><AuthenticationResult>True</AuthenticationResult><AffinityUrl ${nil}></AffinityUrl></${root}>`;
  expect(readAnswer(body, root)).toEqual({
    value: 'Success',
    sessionId: '0012',
    authenticationResult: 'true',
  });
});

test('reads prefixed elements too', () => {
  const body = `<s:${root} xmlns:s="urn:s"><s:Result><s:Value>PhoneAppDenied</s:Value><s:Message>No.</s:Message></s:Result></s:${root}>`;
  expect(readAnswer(body, root)).toEqual({ value: 'PhoneAppDenied', message: 'No.' });
});

describe('is no answer', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<html><body>Log in</body></html>'],
    ['JSON', '{"Result":{"Value":"Success"}}'],
    ['another root', '<Other><Result><Value>Success</Value></Result></Other>'],
    ['an answer without a result', `<${root}><Version>1.0</Version></${root}>`],
    ['an empty value', `<${root}><Result><Value/></Result></${root}>`],
    ['two values', `<${root}><Result><Value>Success</Value><Value>PhoneAppDenied</Value></Result></${root}>`],
    ['two answers', `<${root}><Result><Value>Success</Value></Result></${root}>`.repeat(2)],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY e "Success">]><${root}><Result><Value>&e;</Value></Result></${root}>`,
    ],
  ])('%s', (_, body) => {
    expect(readAnswer(body, root)).toBeUndefined();
  });
});

test('entities stay as they stand', () => {
  const body = `<${root}><Result><Value>Error</Value><Message>a &lt; b &#65;</Message></Result></${root}>`;
  expect(readAnswer(body, root)?.message).toBe('a &lt; b &#65;');
});

import { describe, expect, test } from '@jest/globals';
import { GraphError, NotFoundError, PermissionError, ThrottledError } from '../errors.js';
import { graphError } from './failure.js';
import { path } from './path.js';

const now = Date.parse('2026-03-02T08:00:00Z');
const user = path`users/${'adele@contoso.example'}`;

interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a string as it is. */
  readonly body?: unknown;
}

function errorOf(
  { status = 400, headers = { 'content-type': 'application/json' }, body = '' }: Given,
  target = user,
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return graphError({ status, headers, body: text }, target, now);
}

const missing = (name: string) =>
  `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`;
const notFound = (message: string) => ({
  status: 404,
  body: { error: { code: 'Request_ResourceNotFound', message } },
});

describe('what Graph said', () => {
  test('is told with code, message and the request ID that support asks for', () => {
    const error = errorOf({
      body: {
        error: {
          code: 'Request_BadRequest',
          message: 'Property userPrincipalName is invalid.',
          innerError: { date: '2026-03-02T08:41:17', 'request-id': 'r-1', 'client-request-id': 'c-1' },
        },
      },
    });
    expect(error.message).toBe(
      'Microsoft Graph answered 400 Request_BadRequest: Property userPrincipalName is invalid.\nrequest ID: r-1, client request ID: c-1',
    );
    expect(error.failure).toMatchObject({
      status: 400,
      code: 'Request_BadRequest',
      text: 'Property userPrincipalName is invalid.',
      requestId: 'r-1',
      clientRequestId: 'c-1',
    });
  });

  test.each(['innerError', 'innererror'])('is read in the spelling %s', (spelling) => {
    const body = { error: { code: 'x', message: 'y', [spelling]: { 'request-id': 'r-1' } } };
    expect(errorOf({ body }).failure.requestId).toBe('r-1');
  });

  test('has one ID where both are the same', () => {
    const inner = { 'request-id': 'same', 'client-request-id': 'same' };
    const { message } = errorOf({ body: { error: { code: 'x', message: 'y', innerError: inner } } });
    expect(message).toBe('Microsoft Graph answered 400 x: y\nrequest ID: same');
  });

  test('takes the IDs of the headers where the body has none', () => {
    const headers = { 'request-id': 'r-2', 'client-request-id': 'c-2' };
    expect(errorOf({ headers, body: '' }).failure).toMatchObject({
      requestId: 'r-2',
      clientRequestId: 'c-2',
    });
  });

  test('ends with the narrowest reason, however deep it is nested', () => {
    const body = {
      error: {
        code: 'Forbidden',
        message: 'Forbidden',
        innerError: {
          code: '1',
          message: 'outer reason',
          innererror: { message: 'AclCheckFailed-Caller is not in the chat', 'request-id': 'r-3' },
        },
      },
    };
    const error = errorOf({ status: 403, body });
    expect(error.message).toBe(
      'Microsoft Graph answered 403 Forbidden: Forbidden (AclCheckFailed-Caller is not in the chat)\nrequest ID: r-3',
    );
  });

  test('is not said twice where the inner error repeats it', () => {
    const body = { error: { code: 'x', message: 'same', innerError: { message: 'same' } } };
    expect(errorOf({ body }).failure.text).toBe('same');
  });

  test.each([
    ['an empty code', { code: '', message: 'Plan is full.' }, 'Microsoft Graph answered 400 Plan is full.'],
    ['an empty message', { code: 'UnknownError', message: '' }, 'Microsoft Graph answered 400 UnknownError'],
    ['neither', { code: '', message: '' }, 'Microsoft Graph answered 400'],
    ['members of the wrong type', { code: 7, message: null }, 'Microsoft Graph answered 400'],
    [
      'a reason in the inner error only',
      { code: 'x', message: '', innerError: { message: 'why' } },
      'Microsoft Graph answered 400 x: why',
    ],
    [
      'an inner error that is no object',
      { code: 'x', message: 'y', innerError: 'z' },
      'Microsoft Graph answered 400 x: y',
    ],
  ])('survives %s', (_, error, message) => {
    expect(errorOf({ body: { error } }).message).toBe(message);
  });

  test('keeps the whole body for whoever wants it raw', () => {
    const body = {
      error: { code: 'x', message: 'y', details: [{ code: 'ObjectConflict', target: 'mail' }] },
    };
    expect(errorOf({ body }).failure.body).toEqual(body);
  });
});

describe('what is not Graph’s error', () => {
  const html = { 'content-type': 'text/html' };

  test('is quoted short with its type: a page', () => {
    const error = errorOf({
      status: 502,
      headers: html,
      body: `<html>\r\n  <h1>Bad   Gateway</h1>${'x'.repeat(500)}`,
    });
    expect(error.message).toMatch(
      /^Microsoft Graph answered 502 unexpected answer \(text\/html\): <html> <h1>Bad Gateway<\/h1>x+$/,
    );
    expect(error.message.length).toBeLessThan(300);
    expect(error.nextStep).toBe('Graph has a fault. Try again in a minute.');
  });

  test.each([
    ['an empty body', { status: 503, headers: {}, body: '' }, '503 empty answer'],
    ['a list', { body: [1, 2] }, '400 unexpected answer (application/json): [1,2]'],
    [
      'an object without an error',
      { body: { value: 1 } },
      '400 unexpected answer (application/json): {"value":1}',
    ],
    [
      'an error that is text',
      { body: { error: 'invalid' } },
      '400 unexpected answer (application/json): {"error":"invalid"}',
    ],
    ['null', { body: 'null' }, '400 unexpected answer (application/json): null'],
    ['text without a type', { headers: {}, body: 'no' }, '400 unexpected answer (no content type): no'],
  ])('is told: %s', (_, given, told) => {
    expect(errorOf(given).message).toBe(`Microsoft Graph answered ${told}`);
    expect(errorOf(given).failure.code).toBe('');
  });
});

describe('what to do', () => {
  test('403 is a permission', () => {
    const error = errorOf({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied', message: 'no' } },
    });
    expect(error).toBeInstanceOf(PermissionError);
    expect(error.nextStep).toContain('new token');
  });

  test('401 is a token refused twice', () => {
    const error = errorOf({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken', message: 'no' } },
    });
    expect(error).toBeInstanceOf(GraphError);
    expect(error.nextStep).toContain('msgraph-user-test');
  });

  test.each([
    ['seconds', '10', 10, 'Try again in 10 seconds.'],
    ['fractions, rounded up', '2.128', 3, 'Try again in 3 seconds.'],
    ['a date', 'Mon, 02 Mar 2026 08:05:00 GMT', 300, 'Try again in 300 seconds.'],
    ['nothing', '', undefined, 'Try again in 60 seconds.'],
  ])('429 says how long to wait: %s', (_, header, seconds, step) => {
    const error = errorOf({ status: 429, headers: { 'retry-after': header } });
    expect(error).toBeInstanceOf(ThrottledError);
    expect(error).toMatchObject({ retryAfterSeconds: seconds, nextStep: expect.stringContaining(step) });
  });

  test.each([500, 502, 503, 504])('%i is to be tried again', (status) => {
    expect(errorOf({ status }).nextStep).toContain('Try again');
  });

  test.each([400, 405, 409, 410, 501])('%i is a plain error', (status) => {
    expect(errorOf({ status })).toMatchObject({ name: 'GraphError' });
  });
});

describe('which thing is missing', () => {
  const manager = path`users/${'Adele@contoso.example'}/manager`;

  test.each([
    ['the user, in whatever case Graph quotes it', 'adele@CONTOSO.example', 'Adele@contoso.example'],
    ['the relation', 'manager', 'manager'],
    ['something that was not asked for', 'b1', 'b1'],
  ])('%s', (_, quoted, resource) => {
    const error = errorOf(notFound(missing(quoted)), manager);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ resource });
  });

  test('a name with apostrophes is taken whole', () => {
    const name = "o'neil's 'friend'@contoso.example";
    expect(errorOf(notFound(missing(name)), path`users/${name}`)).toMatchObject({ resource: name });
    expect(errorOf(notFound(missing("x' does not exist or 'y")), user)).toMatchObject({
      resource: "x' does not exist or 'y",
    });
  });

  test('a name that only contains the identifier is another thing', () => {
    expect(errorOf(notFound(missing('not-adele@contoso.example')), user)).toMatchObject({
      resource: 'not-adele@contoso.example',
    });
  });

  test('the last identifier, where Graph quotes none', () => {
    const method = path`users/${'adele@contoso.example'}/authentication/methods/${'m-1'}`;
    const answer = {
      status: 404,
      body: { error: { code: 'resourceNotFound', message: 'Resource not found.' } },
    };
    expect(errorOf(answer, method)).toMatchObject({ resource: 'm-1' });
    expect(errorOf({ status: 404 }, method)).toMatchObject({ resource: 'm-1' });
  });

  test('nothing in particular, where the path names nothing', () => {
    expect(errorOf({ status: 404 }, path`users`)).toMatchObject({ resource: '' });
  });
});

import { describe, expect, test } from '@jest/globals';
import { FIELDS } from '../settings/fields.js';
import catalogue from './aadsts.json' with { type: 'json' };
import { explainRefusal } from './refusal.js';

const ids = {
  timestamp: '2026-03-02 08:41:17Z',
  trace_id: '3f6e1b52-2d0a-4c59-8a1b-7f1d2c3b4a00',
  correlation_id: '8b1d0c7e-55aa-4e2f-9d35-0a1b2c3d4e5f',
};
const idLine = `Correlation ID: ${ids.correlation_id}, Trace ID: ${ids.trace_id}, Time: ${ids.timestamp}`;

/** Entra's body, its description parts joined in one of the two ways it has. */
function bodyOf(number: number, text: string, separator = ' ') {
  const parts = [
    `AADSTS${number}: ${text}`,
    `Trace ID: ${ids.trace_id}`,
    `Correlation ID: ${ids.correlation_id}`,
    `Timestamp: ${ids.timestamp}`,
  ];
  return { error: 'invalid_client', error_description: parts.join(separator), error_codes: [number], ...ids };
}

const AGAIN = 'Sign in again.';
const rows: readonly (readonly [string, { readonly meaning: string; readonly nextStep?: string }])[] =
  Object.entries(catalogue);

test.each(rows)('AADSTS%s is said in words, with what to do', (number, { meaning, nextStep }) => {
  const body = { ...bodyOf(Number(number), 'Something.'), error: 'invalid_grant' };
  const error = explainRefusal(400, body, AGAIN);
  expect(error).toMatchObject({
    name: 'AuthError',
    nextStep: nextStep ?? AGAIN,
    details: { aadsts: Number(number), signInAgain: true },
  });
  expect(error.message.split('\n')).toEqual([
    `The sign-in was refused: ${meaning}`,
    `AADSTS${number}: Something.`,
    idLine,
  ]);
});

test.each(rows)('the row of AADSTS%s is fit to be shown', (number, row) => {
  expect(number).toMatch(/^\d{5,7}$/);
  expect(row.meaning).toMatch(/^[A-Z].*\.$/);
  if (row.nextStep !== undefined) expect(row.nextStep).toMatch(/^[A-Z].*\.$/);
});

test('what a next step quotes is a field of the form, or a button of the Entra admin center', () => {
  const labels = Object.values(FIELDS).map(({ label }) => label.toLowerCase());
  const quoted = rows.flatMap(([, { nextStep = '' }]) => [...nextStep.matchAll(/"([^"]+)"/g)]);
  const fields = quoted.map(([, text = '']) => text).filter((text) => text !== 'Grant admin consent');
  expect(fields.length).toBeGreaterThan(10);
  for (const field of fields) {
    expect([field, labels.some((label) => label.includes(field.toLowerCase()))]).toEqual([field, true]);
  }
});

describe('signing in again', () => {
  test.each([
    ['invalid_grant', undefined],
    ['interaction_required', undefined],
    ['invalid_request', 'basic_action'],
  ])('is the cure for %s (%s), whatever the number', (error, suberror) => {
    const refusal = explainRefusal(400, { error, suberror, claims: '{"id_token":{}}' }, AGAIN);
    expect(refusal).toMatchObject({
      nextStep: AGAIN,
      details: { signInAgain: true, claims: '{"id_token":{}}' },
    });
  });

  test.each([
    ['a wrong secret', 401, { error: 'invalid_client' }, AGAIN],
    ['a fault of the service', 503, { error: 'invalid_grant' }, AGAIN],
    ['an application that signs in as itself', 400, { error: 'invalid_grant' }, undefined],
  ])('does not help against %s', (_, status, body, again) => {
    const { nextStep, details } = explainRefusal(status, body, again);
    expect(nextStep).not.toBe(AGAIN);
    expect(details.signInAgain).toBeUndefined();
  });
});

describe('Microsoft’s own text', () => {
  test.each([' ', '\r\n', '\n'])('loses its trailer however the parts are joined (%j)', (separator) => {
    const { message } = explainRefusal(401, bodyOf(7000215, 'Invalid client secret provided.', separator));
    expect(message).toBe(
      `The sign-in was refused: The client secret is wrong.\nAADSTS7000215: Invalid client secret provided.\n${idLine}`,
    );
  });

  test('shows each identifier once', () => {
    const { message } = explainRefusal(401, bodyOf(7000215, 'x'));
    for (const id of Object.values(ids)) expect(message.split(id)).toHaveLength(2);
  });

  test('keeps its trailer where the answer has the identifiers nowhere else', () => {
    const { error, error_description } = bodyOf(7000215, 'Invalid.');
    const { message } = explainRefusal(401, { error, error_description });
    expect(message.split(ids.correlation_id)).toHaveLength(2);
  });
});

describe('the number', () => {
  test('is read from the text where the list of numbers is missing', () => {
    const { error_codes: _, ...body } = bodyOf(7000222, 'Expired.');
    expect(explainRefusal(401, body).details.aadsts).toBe(7000222);
  });

  test('that nobody explains leaves the error code and a general step', () => {
    const error = explainRefusal(400, bodyOf(99999, 'Something new.'));
    expect(error.message).toContain('The sign-in was refused: invalid_client\nAADSTS99999: Something new.');
    expect(error).toMatchObject({
      nextStep: 'Check tenant ID, client ID, client secret and cloud.',
      details: { aadsts: 99999, code: 'invalid_client', passing: false },
    });
  });

  test.each([
    [
      'an error without a number',
      { error: 'invalid_request', error_description: 'no' },
      'invalid_request\nno',
    ],
    ['an error alone', { error: 'invalid_scope' }, 'invalid_scope'],
    ['an object without an error', { message: 'no' }, 'status 400'],
    [
      'members of the wrong type',
      { error: 7, error_description: [], error_codes: 'x', trace_id: 1 },
      'status 400',
    ],
  ])('may be missing: %s', (_, body, told) => {
    const error = explainRefusal(400, body);
    expect(error.message).toBe(`The sign-in was refused: ${told}`);
    expect(error.details).not.toHaveProperty('aadsts');
  });
});

test.each([
  [429, {}, true],
  [500, {}, true],
  [503, { error: 'server_error' }, true],
  [400, { error: 'temporarily_unavailable' }, true],
  [400, { error: 'invalid_grant' }, false],
  [401, { error: 'invalid_client' }, false],
])('status %i with %j passes by itself: %s', (status, body, passing) => {
  const error = explainRefusal(status, body);
  expect(error.details.passing).toBe(passing);
  expect(error.nextStep?.includes('Try again')).toBe(passing);
});

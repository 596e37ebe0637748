import { describe, expect, test } from '@jest/globals';
import { ArgumentError } from '../../integration/errors.js';
import { readExecRequest } from './request.js';

test('a request is read with everything it may hold', () => {
  const line = {
    id: 7,
    command: '!msgraph-user-get',
    args: { user: 'adele@contoso.example' },
    params: { url: 'https://graph.microsoft.com' },
    integrationContext: { generation: '1' },
    timeoutSeconds: 0.5,
  };
  expect(readExecRequest(line)).toEqual({ ...line, command: 'msgraph-user-get' });
});

test.each([0, -1, '30', null, true, []])('a time limit of %j is refused', (timeoutSeconds) => {
  expect(() => readExecRequest({ command: 'x', timeoutSeconds })).toThrow(
    '"timeoutSeconds" must be a number above 0.',
  );
});

test('what may be missing may be missing, and null arguments are none', () => {
  expect(readExecRequest({ command: 'test-module' })).toEqual({ id: null, command: 'test-module', args: {} });
  expect(readExecRequest({ command: 'x', args: null, params: {}, integrationContext: null })).toEqual({
    id: null,
    command: 'x',
    args: {},
    params: {},
  });
});

describe('a line is refused', () => {
  test.each<[string, unknown, RegExp]>([
    ['that is no JSON', undefined, /not a JSON object/],
    ['that is null', null, /not a JSON object/],
    ['that is a list', [{ command: 'x' }], /not a JSON object/],
    ['that is text', 'msgraph-user-list', /not a JSON object/],
    [
      'with an unknown member',
      { command: 'x', arguments: {}, argz: 1 },
      /Unknown member "arguments", "argz"/,
    ],
    [
      'with a member that every object has',
      JSON.parse('{"command":"x","__proto__":{}}'),
      /Unknown member "__proto__"/,
    ],
    ['without a command', { args: {} }, /"command" must be the name/],
    ['with an empty command', { command: '' }, /"command" must be the name/],
    ['with a command that is no text', { command: ['x'] }, /"command" must be the name/],
    ['with arguments in a list', { command: 'x', args: ['user=a'] }, /"args" must be a JSON object/],
    ['with arguments in a text', { command: 'x', args: 'user=a' }, /"args" must be a JSON object/],
    ['with parameters that are no object', { command: 'x', params: 'p' }, /"params" must be a JSON object/],
    ['with parameters that got lost', { command: 'x', params: null }, /"params" must be a JSON object/],
    ['with an instance that is no name', { command: 'x', instance: 5 }, /"instance" must be the name/],
    ['with an instance that got lost', { command: 'x', instance: null }, /"instance" must be the name/],
    ['with parameters and an instance', { command: 'x', params: {}, instance: 'prod' }, /exclude each other/],
    ['with a context of no parameters', { command: 'x', integrationContext: {} }, /goes with "params"/],
    [
      'with a context that is no object',
      { command: 'x', params: {}, integrationContext: [] },
      /must be a JSON object/,
    ],
  ])('%s', (_what, line, message) => {
    expect(() => readExecRequest(line)).toThrow(ArgumentError);
    expect(() => readExecRequest(line)).toThrow(message);
  });
});

import { describe, expect, test } from '@jest/globals';
import { readRunMessage } from './run-message.js';

const message = { command: 'msgraph-user-get', args: { user: 'adele' }, params: { url: 'x' } };

test('a message needs no more than a command and parameters', () => {
  expect(readRunMessage({ command: 'msgraph-user-test', params: {} })).toEqual({
    command: 'msgraph-user-test',
    args: {},
    params: {},
    incident: '',
    isDebug: false,
  });
});

test("what concerns the server's own runtime is passed over", () => {
  const runtime = {
    script: 'main()',
    code_version: 3,
    reset_code_cache: true,
    integration: true,
    native: false,
  };
  expect(readRunMessage({ ...message, ...runtime })).toEqual(readRunMessage(message));
});

test('instance and incident come from the context', () => {
  const context = {
    Inv: { id: '17', name: 'One' },
    IntegrationInstance: 'prod',
    Incidents: [],
    BrandContext: {},
  };
  expect(readRunMessage({ ...message, context })).toMatchObject({ instance: 'prod', incident: '17' });
});

test.each<[string, unknown]>([
  ['a context that is none', 'x'],
  ['an incident without an id', { Inv: {} }],
  ['an incident that is none', { Inv: 'x' }],
])('%s leaves the incident open', (_, context) => {
  expect(readRunMessage({ ...message, context })).toMatchObject({ incident: '' });
});

describe('debugging', () => {
  test.each<[string, object]>([
    ['the context', { context: { IsDebug: true } }],
    ['the option true', { args: { 'debug-mode': 'true' } }],
    ['the option as a boolean', { args: { 'debug-mode': true } }],
  ])('is asked for by %s', (_, change) => {
    expect(readRunMessage({ ...message, ...change }).isDebug).toBe(true);
  });

  test('is no argument of the command, whatever it says', () => {
    const read = readRunMessage({ ...message, args: { user: 'adele', 'debug-mode': 'false' } });
    expect(read).toMatchObject({ isDebug: false, args: { user: 'adele' } });
    expect(read.args).not.toHaveProperty(['debug-mode']);
  });
});

test.each<[string, object, number | undefined]>([
  ['none without a word', {}, undefined],
  ['none where none are wanted', { is_running_heartbeat: false, heartbeat_interval: 5 }, undefined],
  ['as often as asked for', { is_running_heartbeat: true, heartbeat_interval: 5 }, 5],
  ['each half minute without an interval', { is_running_heartbeat: true }, 30],
  ['each half minute with one that is none', { is_running_heartbeat: true, heartbeat_interval: 0 }, 30],
])('signs of life: %s', (_, change, seconds) => {
  expect(readRunMessage({ ...message, ...change }).heartbeatSeconds).toBe(seconds);
});

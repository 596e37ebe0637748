import { expect, test } from '@jest/globals';
import { type DeviceOutcome } from '../../integration/auth/token.js';
import { CancelledError } from '../../integration/errors.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { logInOnDevice } from './device-login.js';

const instructions = { page: 'https://microsoft.example/devicelogin', userCode: 'ABC123', minutes: 15 };
const pending: DeviceOutcome = { isPending: true };
const done: DeviceOutcome = { isPending: false, user: { id: '1', name: 'adele@contoso.example' } };

function bench(outcomes: readonly DeviceOutcome[], signal?: AbortSignal) {
  const clock = createFakeClock();
  const shown: string[] = [];
  let asked = 0;
  const tokens = {
    startDeviceLogin: () => Promise.resolve(instructions),
    completeDeviceLogin: () => {
      clock.advance(60_000);
      asked += 1;
      return Promise.resolve(outcomes[asked - 1] ?? pending);
    },
  };
  const login = () =>
    logInOnDevice(tokens, createRun(clock, signal), ({ userCode }) => {
      shown.push(userCode);
    });
  return { clock, shown, login, asked: () => asked };
}

test('the code is shown once, and the person waited for, round by round', async () => {
  const { clock, shown, login, asked } = bench([pending, pending, done]);
  expect(await login()).toEqual(done.user);
  expect({ shown, asked: asked(), sleeps: clock.sleeps }).toEqual({
    shown: ['ABC123'],
    asked: 3,
    sleeps: [5000, 5000],
  });
});

test('nobody is waited for longer than the code works', async () => {
  const { login, asked } = bench([]);
  await expect(login()).rejects.toMatchObject({ message: 'The code was not entered in time.' });
  expect(asked()).toBe(14);
});

test('Ctrl-C ends the wait', async () => {
  const controller = new AbortController();
  controller.abort(new CancelledError('The login was cancelled.'));
  await expect(bench([], controller.signal).login()).rejects.toThrow('The login was cancelled.');
});

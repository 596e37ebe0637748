import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

const END = '2027-01-31';
const DAY_MS = 86_400_000;

let sandbox: Sandbox;
let now = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterAll(() => sandbox.close());

/** Texts of the entries of a test that runs so many days before the secret ends. */
async function testBefore(days: number, command: string, end = END): Promise<readonly string[]> {
  now = Date.parse(END) - days * DAY_MS;
  const dispatcher = createDispatcher({ registry, clock: createFakeClock(now) });
  const instance = sandboxInstance(sandbox, 'soar', { secret_expires_on: end });
  const { entries } = await dispatcher.execute({ command, args: {}, instance });
  expect(entries.map(({ Type }) => Type)).not.toContain(4);
  return entries.map(({ HumanReadable, Contents }) => HumanReadable ?? String(Contents));
}

describe.each(['msgraph-user-test', 'msgraph-teams-test'])('%s', (command) => {
  test.each([
    [29.5, 'ends in 29 days', 'Make a new one in the app registration, and put it into the instance.'],
    [7.5, 'ends in 7 days', 'Make a new one in the app registration, and'],
    [6.5, 'ends in 6 days', 'From then on every command fails: make a new one in the app registration now'],
    [0.5, 'ends today', 'From then on every command fails'],
    [-2, 'has ended', 'From then on every command fails'],
  ])('warns %f days before the client secret ends', async (days, when, next) => {
    const [, report, warning] = await testBefore(days, command);
    expect(report).toContain('2027-01-31T00:00:00.000Z');
    expect(warning).toContain(`The client secret of this instance ${when} (2027-01-31T00:00:00.000Z).`);
    expect(warning).toContain(next);
  });

  test('says when it ends, and does not warn while that is far', async () => {
    const texts = await testBefore(30.5, command);
    expect(texts[1]).toContain('2027-01-31T00:00:00.000Z');
    expect(texts).toHaveLength(2);
  });

  test('says nothing of an end that nobody entered', async () => {
    const texts = await testBefore(1, command, '');
    expect(texts.join()).not.toMatch(/secret/i);
    expect(texts).toHaveLength(2);
  });
});

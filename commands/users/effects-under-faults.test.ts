import { expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

const faults = [
  'throttle',
  'throttle-without-retry-after',
  '500',
  '502',
  '503',
  '503-retry-after',
  '504',
  'reset-before',
  'reset-after',
  'slow',
  'truncated',
  'not-json',
  'expired-token',
  'lagging-read',
] as const;

const commands = ['msgraph-user-account-disable', 'msgraph-user-session-revoke', 'msgraph-user-unblock'];

const cases = commands.flatMap((command) => faults.map((fault) => [command, fault] as const));

/** `unblock` needs somebody who is blocked, or nothing would change. */
const userOf = (command: string): string =>
  command === 'msgraph-user-unblock' ? 'former.employee@contoso.example' : 'adele@contoso.example';

test.each(cases)('%s under one %s is done exactly as often as the entries claim', async (command, kind) => {
  const sandbox = await startSandbox({
    faults: [{ kind, match: { path: /\/users\// }, every: 2, times: 1, delayMs: 20 }],
  });
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  const { entries } = await dispatcher.execute({
    command,
    args: { user: userOf(command) },
    instance: sandboxInstance(sandbox),
  });
  const acted = sandbox.log.filter(({ acted: done }) => done).length;
  await sandbox.close();
  expect({ acted, failed: entries.some(isErrorEntry) }).toEqual({ acted: 1, failed: false });
});

test.each(cases)('%s under %s on every effect request tells the truth', async (command, kind) => {
  const method = command === 'msgraph-user-session-revoke' ? 'POST' : 'PATCH';
  const sandbox = await startSandbox({
    faults: [{ kind, match: { method, path: /\/users\// }, delayMs: 20 }],
  });
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  const { entries } = await dispatcher.execute({
    command,
    args: { user: userOf(command) },
    instance: sandboxInstance(sandbox),
  });
  const acted = sandbox.log.filter(({ acted: done }) => done).length;
  await sandbox.close();
  // A success claims the effect once; a failure that stays is reported, and then nothing was done.
  expect(acted).toBe(entries.some(isErrorEntry) ? 0 : 1);
});

test('an account that was disabled before is not found done after a lost request, but disabled again', async () => {
  const sandbox = await startSandbox({
    faults: [{ kind: 'reset-before', match: { method: 'PATCH' }, times: 1 }],
  });
  const { entries } = await createDispatcher({ registry, clock: createFakeClock() }).execute({
    command: 'msgraph-user-account-disable',
    args: { user: 'former.employee@contoso.example' },
    instance: sandboxInstance(sandbox),
  });
  const acted = sandbox.log.filter(({ acted: done }) => done).length;
  await sandbox.close();
  expect({ acted, failed: entries.some(isErrorEntry) }).toEqual({ acted: 1, failed: false });
});

test.each([
  'throttle',
  '503-retry-after',
  '503',
  'reset-before',
  'reset-after',
  'truncated',
  'not-json',
] as const)(
  'the list of 2,000 users is complete and ordered under %s on every third request',
  async (kind) => {
    const sandbox = await startSandbox({ users: 2000, faults: [{ kind, every: 3 }] });
    const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
    const { entries, metrics } = await dispatcher.execute({
      command: 'msgraph-user-list',
      args: {
        all_results: 'true',
        order_by: 'userPrincipalName',
        properties: 'userPrincipalName',
        page_size: '200',
      },
      instance: sandboxInstance(sandbox),
    });
    const wanted = sandbox.people().map(({ userPrincipalName }) => userPrincipalName);
    await sandbox.close();
    const found = (entries[0]?.Contents as { userPrincipalName: string }[]).map(
      ({ userPrincipalName }) => userPrincipalName,
    );
    expect(found).toHaveLength(2000);
    expect(new Set(found)).toEqual(new Set(wanted));
    const lower = found.map((name) => name.toLowerCase());
    expect(lower).toEqual([...lower].sort());
    expect(metrics.retries).toBeGreaterThan(0);
  },
);

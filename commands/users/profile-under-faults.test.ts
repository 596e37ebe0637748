import { expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

const TEMP = 'temp42@contoso.example';
const faults = [
  'throttle',
  '502',
  '503',
  'reset-before',
  'reset-after',
  'truncated',
  'expired-token',
] as const;

const find = (sandbox: Sandbox, name: string) =>
  sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);

/** What each command is given, and whether it was done. */
const effects: readonly (readonly [string, object, (sandbox: Sandbox) => boolean])[] = [
  [
    'msgraph-user-update',
    { updated_fields: 'city=Bergen' },
    (sandbox) => find(sandbox, TEMP)?.city === 'Bergen',
  ],
  ['msgraph-user-delete', {}, (sandbox) => find(sandbox, TEMP) === undefined],
  [
    'msgraph-user-assign-manager',
    { manager: 'ingrid@contoso.example' },
    (sandbox) => find(sandbox, TEMP)?.managerId === find(sandbox, 'ingrid@contoso.example')?.id,
  ],
  ['msgraph-user-remove-manager', {}, (sandbox) => find(sandbox, TEMP)?.managerId === null],
  ['msgraph-user-force-reset-password', {}, (sandbox) => sandbox.log.some(({ acted }) => acted)],
];

const cases = effects.flatMap(([command, args, isDone]) =>
  faults.map((fault) => [command, fault, args, isDone] as const),
);

test.each(cases)('%s under one %s of its write is done, and says so', async (command, kind, args, isDone) => {
  const sandbox = await startSandbox();
  const dispatcher = createDispatcher({ registry, clock: createFakeClock() });
  const instance = sandboxInstance(sandbox);
  const run = (name: string, given: object) =>
    dispatcher.execute({ command: name, args: { user: TEMP, ...given }, instance });
  await run('msgraph-user-assign-manager', { manager: 'noor@contoso.example' });
  const method = /^(PATCH|PUT|DELETE)$/;
  sandbox.faults = ['PATCH', 'PUT', 'DELETE'].map((verb) => ({ kind, match: { method: verb }, times: 1 }));
  const { entries } = await run(command, args);
  const writes = sandbox.log.filter((request) => method.test(request.method));
  const done = isDone(sandbox);
  await sandbox.close();
  expect({ done, failed: entries.some(isErrorEntry) }).toEqual({ done: true, failed: false });
  expect(writes.length).toBeGreaterThan(1);
});

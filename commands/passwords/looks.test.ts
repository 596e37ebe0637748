import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type AuditIntent, type AuditOutcome } from '../../integration/audit/trail.js';
import { createDispatcher, type Dispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Execution, type Instance } from '../../integration/dispatcher/invocation.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createFakeClock, type FakeClock } from '../../test_data/fake-clock.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { toItsEnd } from '../../warroom/to-its-end.js';
import { registry } from '../index.js';

/** A look at a reset that was begun before is a read: it is no second effect, and nobody is guarded from it. */

const COMMAND = 'msgraph-user-change-password-on-premise';
const SYLVIE = 'sylvie@contoso.example';
const PASSWORD = 'Kettle,moss=7;Traveller';

let clock: FakeClock;
let sandbox: Sandbox;
let dispatcher: Dispatcher;
let audit: (AuditIntent | AuditOutcome)[];
beforeEach(async () => {
  clock = createFakeClock();
  sandbox = await startSandbox({ now: () => clock.now() });
  sandbox.switches.passwordResetSeconds = 300;
  audit = [];
  const record = (line: AuditIntent | AuditOutcome): Promise<void> => {
    audit.push(line);
    return Promise.resolve();
  };
  dispatcher = createDispatcher({
    ...{ registry, clock },
    audit: () =>
      Promise.resolve({
        trail: { before: record, after: record },
        actor: { kind: 'os-user', name: 'analyst' },
        surface: 'test',
      }),
  });
});
afterEach(() => sandbox.close());

const instanceFor = (params = {}) => signedInInstance(sandbox, undefined, { params });

const run = (args: Record<string, unknown>, instance: Instance) =>
  dispatcher.execute({ command: COMMAND, args: { user: SYLVIE, ...args }, instance });

const toEnd = (first: Execution, instance: Instance) =>
  toItsEnd(first, {
    ...{ dispatcher, instance, clock },
    signal: new AbortController().signal,
    onWait: () => undefined,
  });

const textOf = ({ entries }: Execution) =>
  entries.map(({ Contents, HumanReadable }) => `${String(Contents)} ${HumanReadable ?? ''}`).join('\n');

const looks = () => sandbox.log.filter(({ path }) => path.includes('/operations/'));

test('however many looks it takes, a reset is one effect in the audit trail', async () => {
  const instance = await instanceFor();
  const end = await toEnd(await run({ password: PASSWORD, reason: 'Phished' }, instance), instance);
  expect(textOf(end)).toContain('**succeeded**');
  expect(looks().length).toBeGreaterThan(5);
  expect(audit).toMatchObject([
    { command: COMMAND, typed: SYLVIE, reason: 'Phished', args: { password: '***' } },
    { outcome: 'done', status: 202 },
  ]);
});

test('a reset that fails later is still one effect', async () => {
  sandbox.switches.isPasswordWriteBackOn = false;
  const instance = await instanceFor();
  const end = await toEnd(await run({ password: PASSWORD }, instance), instance);
  expect(textOf(end)).toContain('**failed**');
  expect(audit).toHaveLength(2);
});

test('a protected user who was reset with an override is looked at without another one', async () => {
  const instance = await instanceFor({ protected_users: SYLVIE, allow_protection_override: true });
  const refused = await run({ password: PASSWORD }, instance);
  expect(textOf(refused)).toContain('is protected');
  const meant = { password: PASSWORD, override_protection: 'true', reason: 'Called the owner' };
  const end = await toEnd(await run(meant, instance), instance);
  expect(textOf(end)).toContain(`Password reset **succeeded** for user **${SYLVIE}**.`);
  expect(audit.filter((line) => 'outcome' in line)).toMatchObject([
    { outcome: 'refused' },
    { outcome: 'done' },
  ]);
});

test('an instance on which nothing may be changed looks, and resets nothing', async () => {
  const instance = await instanceFor();
  const first = await run({ password: PASSWORD, wait: 'false' }, instance);
  const readOnly = { ...instance, readOnly: 'Effects need --sandbox here.' };
  const polling_url = /polling_url=`([^`]+)`/.exec(textOf(first))?.[1];
  const look = await run({ polling_url, wait: 'false' }, readOnly);
  expect(textOf(look)).toContain('Still waiting...');
  const resets = sandbox.log.filter(({ path }) => path.endsWith('/resetPassword')).length;
  expect(textOf(await run({ password: PASSWORD }, readOnly))).toContain('Effects need --sandbox here.');
  // An address that was left empty is none: that would be a reset.
  expect(textOf(await run({ password: PASSWORD, polling_url: '' }, readOnly))).toContain('--sandbox');
  expect(sandbox.log.filter(({ path }) => path.endsWith('/resetPassword'))).toHaveLength(resets);
});

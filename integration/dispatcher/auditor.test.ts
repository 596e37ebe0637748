import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { registry } from '../../commands/index.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type AuditIntent, type AuditOutcome, type AuditTrail } from '../audit/trail.js';
import { SoarError } from '../errors.js';
import { createDispatcher } from './dispatcher.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

interface Kept {
  readonly intents: AuditIntent[];
  readonly outcomes: AuditOutcome[];
}

function keepingTrail(kept: Kept, fails: { before?: boolean; after?: boolean } = {}): AuditTrail {
  const write = <T>(list: T[], record: T, isFailing: boolean | undefined): Promise<void> => {
    if (isFailing) return Promise.reject(new SoarError('The disk is full.'));
    list.push(record);
    return Promise.resolve();
  };
  return {
    before: (intent) => write(kept.intents, intent, fails.before),
    after: (outcome) => write(kept.outcomes, outcome, fails.after),
  };
}

const disable = async (
  params: Record<string, unknown>,
  fails: Parameters<typeof keepingTrail>[1],
  user = 'adele@contoso.example',
  app?: string,
) => {
  const kept: Kept = { intents: [], outcomes: [] };
  const warnings: string[] = [];
  const dispatcher = createDispatcher({
    registry,
    warn: (text) => warnings.push(text),
    audit: () =>
      Promise.resolve({
        trail: keepingTrail(kept, fails),
        actor: { kind: 'os-user', name: 'analyst' },
        surface: 'test',
      }),
  });
  const instance = sandboxInstance(sandbox, app, params);
  const { entries } = await dispatcher.execute({
    command: 'msgraph-user-account-disable',
    args: { user },
    instance,
  });
  return { ...kept, warnings, entries };
};

const isEnabled = () =>
  sandbox.people().find(({ userPrincipalName }) => userPrincipalName === 'adele@contoso.example')
    ?.accountEnabled;

test('where recording is required, an effect that cannot be recorded is refused before it begins', async () => {
  const { entries } = await disable({ audit: 'required' }, { before: true });
  expect(entries[0]).toMatchObject({ Type: 4, Contents: expect.stringContaining('audit=required') });
  expect(isEnabled()).toBe(true);
});

test('where recording is required and there is no trail, an effect is refused', async () => {
  const dispatcher = createDispatcher({ registry });
  const instance = sandboxInstance(sandbox, undefined, { audit: 'required' });
  const args = { user: 'adele@contoso.example' };
  const { entries } = await dispatcher.execute({ command: 'msgraph-user-account-disable', args, instance });
  expect(entries[0]?.Contents).toContain('there is no audit trail here');
  expect(isEnabled()).toBe(true);
});

test('where recording is best effort, the effect is done and the failure is told apart', async () => {
  const { entries, warnings } = await disable({}, { before: true });
  expect(entries[0]?.HumanReadable).toContain('disabled successfully');
  expect(warnings.join()).toContain('The disk is full.');
  expect(isEnabled()).toBe(false);
});

test('an outcome that must be recorded and is not stands in the warnings of the entry', async () => {
  const { entries } = await disable({ audit: 'required' }, { after: true });
  expect(entries[0]?.HumanReadable).toContain('disabled successfully');
  expect(entries[1]?.HumanReadable).toContain('The audit trail could not be written');
});

test('each target of many has its own pair of records', async () => {
  const { intents, outcomes } = await disable({}, {}, 'adele@contoso.example,nobody@contoso.example');
  expect(intents.map(({ typed, resolved }) => [typed, resolved === null])).toEqual([
    ['adele@contoso.example', false],
    ['nobody@contoso.example', true],
  ]);
  const outcomeOf = (id: string) => outcomes.find((outcome) => outcome.id === id);
  expect(intents.map(({ id }) => [outcomeOf(id)?.outcome, outcomeOf(id)?.status])).toEqual([
    ['done', 204],
    ['failed', 404],
  ]);
  expect(outcomes).toHaveLength(2);
});

test('a refusal by Graph is recorded with its request ID, so that support can find it', async () => {
  const { outcomes } = await disable({}, {}, 'adele@contoso.example', 'reader');
  expect(outcomes[0]).toMatchObject({ outcome: 'failed', status: 403 });
  expect(outcomes[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('the trail is opened once, however many effects of a command begin at the same time', async () => {
  const kept: Kept = { intents: [], outcomes: [] };
  let opened = 0;
  const dispatcher = createDispatcher({
    registry,
    async audit() {
      opened += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return { trail: keepingTrail(kept), actor: { kind: 'os-user', name: 'analyst' }, surface: 'test' };
    },
  });
  const user = sandbox
    .people()
    .slice(-10)
    .map(({ userPrincipalName }) => userPrincipalName);
  const instance = sandboxInstance(sandbox);
  await dispatcher.execute({ command: 'msgraph-user-session-revoke', args: { user }, instance });
  expect({ opened, written: kept.intents.length }).toEqual({ opened: 1, written: 10 });
});

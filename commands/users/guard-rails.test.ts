import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type AuditIntent, type AuditOutcome } from '../../integration/audit/trail.js';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Sandbox, type SandboxRequest, startSandbox } from '../../sandbox/index.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { ADMINISTRATOR, signedInInstance } from '../../test_data/signed-in-instance.js';
import { registry } from '../index.js';

const ADELE = 'adele@contoso.example';
const GUEST = 'mia_fabrikam.example#EXT#@contoso.example';
const DISABLE = 'msgraph-user-account-disable';

let sandbox: Sandbox;
let intents: AuditIntent[];
let outcomes: AuditOutcome[];

beforeEach(async () => {
  sandbox = await startSandbox();
  intents = [];
  outcomes = [];
});
afterEach(() => sandbox.close());

async function run(
  command: string,
  args: Record<string, unknown>,
  params: Record<string, unknown> | Instance = {},
): Promise<readonly Entry[]> {
  const trail = {
    before: (intent: AuditIntent) => Promise.resolve(void intents.push(intent)),
    after: (outcome: AuditOutcome) => Promise.resolve(void outcomes.push(outcome)),
  };
  const actor = { kind: 'os-user', name: 'megan' } as const;
  const dispatcher = createDispatcher({
    registry,
    clock: createFakeClock(),
    audit: () => Promise.resolve({ trail, actor, surface: 'test' }),
  });
  const instance = isInstance(params) ? params : sandboxInstance(sandbox, undefined, params);
  return (await dispatcher.execute({ command, args, instance })).entries;
}

const isInstance = (value: Record<string, unknown> | Instance): value is Instance => 'state' in value;

const effects = (): readonly SandboxRequest[] =>
  sandbox.log.flatMap((request) => request.items ?? [request]).filter(({ acted }) => acted);

const personNamed = (name: string) =>
  sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);

describe('a protected user', () => {
  const idOfAdele = () => personNamed(ADELE)?.id ?? '';

  test.each([
    ['by name, in any case', () => 'ADELE@contoso.example'],
    ['by a pattern', () => 'x@contoso.example, adele@*.example'],
    ['by object ID', idOfAdele],
    ['on a line of many', () => `breakglass@contoso.example\n${ADELE}\n`],
    ['as a member of a group', () => `group:${groupOf(idOfAdele())}`],
  ])('%s is left alone, and that is an error and in the audit trail', async (_how, rules) => {
    const [entry, ...others] = await run(DISABLE, { user: ADELE }, { protected_users: rules() });
    expect(entry).toMatchObject({ Type: 4 });
    expect(entry?.Contents).toContain(`${ADELE} is protected`);
    expect(entry?.Contents).toContain('Nothing was done.');
    expect(others).toEqual([]);
    expect(effects()).toEqual([]);
    expect(intents).toHaveLength(1);
    expect(outcomes).toMatchObject([{ outcome: 'refused' }]);
  });

  test('as the holder of an Entra role is left alone', async () => {
    const params = { protected_users: 'role:User Administrator' };
    const [entry] = await run(DISABLE, { user: ADMINISTRATOR }, params);
    expect(entry?.Contents).toContain('is protected (role:User Administrator)');
    expect(effects()).toEqual([]);
  });

  test.each([
    ['msgraph-user-unblock', {}],
    ['msgraph-user-session-revoke', {}],
    ['msgraph-user-update', { updated_fields: 'jobTitle=x' }],
    ['msgraph-user-delete', {}],
    ['msgraph-user-force-reset-password', {}],
    ['msgraph-user-change-password', { password: 'Tr4vel-Kettle-Moss' }],
    ['msgraph-user-assign-manager', { manager: 'megan@contoso.example' }],
  ])('is left alone by %s too', async (command, args) => {
    const [entry] = await run(command, { user: ADELE, ...args }, { protected_users: ADELE });
    expect(entry?.Contents).toContain(`${ADELE} is protected`);
    expect(effects()).toEqual([]);
  });

  test('is acted on with an override and a reason, where the instance allows it', async () => {
    const params = { protected_users: ADELE, allow_protection_override: 'true' };
    const args = { user: ADELE, override_protection: 'true', reason: 'Confirmed by phone' };
    const [entry] = await run(DISABLE, args, params);
    expect(entry?.HumanReadable).toBe(`user: "${ADELE}" account has been disabled successfully.`);
    expect(intents).toMatchObject([{ reason: 'Confirmed by phone', args: { override_protection: true } }]);
  });

  test('is left alone in spite of an override where the instance does not allow it', async () => {
    const args = { user: ADELE, override_protection: 'true', reason: 'Confirmed by phone' };
    const [entry] = await run(DISABLE, args, { protected_users: ADELE });
    expect(entry?.Contents).toContain('allow_protection_override is off');
    expect(effects()).toEqual([]);
  });

  test('does not stop the others of a list', async () => {
    const entries = await run(
      DISABLE,
      { user: [ADELE, 'temp42@contoso.example'] },
      { protected_users: ADELE },
    );
    expect(entries.map(({ Type }) => Type)).toEqual([1, 4]);
    expect(entries[0]?.HumanReadable).toContain('1 of 2 done');
    expect(entries[0]?.HumanReadable).toMatch(/adele@contoso\.example .*\| Refused \|/);
    expect(entries[1]?.Contents).toContain('is protected');
    expect(personNamed(ADELE)?.accountEnabled).toBe(true);
    expect(personNamed('temp42@contoso.example')?.accountEnabled).toBe(false);
  });
});

describe('whoever cannot be told from a protected user is left alone', () => {
  test('because the group does not exist', async () => {
    const [entry] = await run(DISABLE, { user: ADELE }, { protected_users: 'group:No such group' });
    expect(entry?.Contents).toContain('Who is protected by group:No such group could not be read');
    expect(effects()).toEqual([]);
  });

  test('because Graph does not show the role', async () => {
    const instance = sandboxInstance(sandbox, 'disabler', { protected_users: 'role:Global Administrator' });
    const [entry] = await run(DISABLE, { user: ADELE }, instance);
    expect(entry?.Contents).toContain('could not be read');
    expect(effects()).toEqual([]);
  });

  test('because the account cannot be read', async () => {
    sandbox.faults = [{ kind: 'not-json', match: { method: 'GET', path: /users/ } }];
    const [entry] = await run(DISABLE, { user: ADELE }, { protected_users: 'x@contoso.example' });
    expect(entry?.Contents).toContain('nobody knows whether they are protected');
    expect(effects()).toEqual([]);
  });

  test('and members are read once, however many users there are', async () => {
    const user = [ADELE, GUEST, 'temp42@contoso.example'];
    await run(DISABLE, { user }, { protected_users: 'role:Global Administrator' });
    expect(effects()).toHaveLength(3);
    expect(sandbox.log.filter(({ path }) => path.includes('/members'))).toHaveLength(1);
  });
});

describe('the account that the instance signs in as', () => {
  test('is refused, with the line that does it all the same', async () => {
    const instance = await signedInInstance(sandbox);
    const [entry] = await run(DISABLE, { user: ADMINISTRATOR }, instance);
    expect(entry?.Contents).toContain(`${ADMINISTRATOR} is the account that this instance signs in as`);
    expect(entry?.Contents).toContain(`!${DISABLE} user=${ADMINISTRATOR} override_protection=true reason=`);
    expect(personNamed(ADMINISTRATOR)?.accountEnabled).toBe(true);
  });

  test('is left out of a list', async () => {
    const instance = await signedInInstance(sandbox);
    await run('msgraph-user-session-revoke', { user: [ADMINISTRATOR, ADELE] }, instance);
    expect(effects()).toHaveLength(1);
  });
});

describe('a dry run', () => {
  test('changes nothing, writes no audit record, and says what would happen to whom', async () => {
    const [entry] = await run(DISABLE, { user: GUEST, dry_run: 'true' });
    expect(entry).toMatchObject({ Type: 1 });
    expect(entry?.HumanReadable).toContain('dry run, nothing was done');
    expect(entry?.HumanReadable).toContain('PATCH users/');
    expect(entry?.HumanReadable).toContain('guest');
    expect(Object.values(entry?.EntryContext ?? {})).toMatchObject([
      { Action: `dry-run:${DISABLE}`, User: GUEST, MissingPermissions: [] },
    ]);
    expect(effects()).toEqual([]);
    expect(intents).toEqual([]);
  });

  test('names the permission that is lacking, and the roles of an administrator', async () => {
    const instance = sandboxInstance(sandbox, 'reader');
    const [entry] = await run(DISABLE, { user: ADMINISTRATOR, dry_run: 'true' }, instance);
    expect(entry?.HumanReadable).toContain('No: the token lacks');
    expect(entry?.HumanReadable).toContain('Entra roles');
  });

  test('of many targets tells of each', async () => {
    const user = [ADELE, GUEST, 'nobody@contoso.example'];
    const [entry] = await run('msgraph-user-delete', { user, dry_run: 'true' });
    expect(entry?.HumanReadable).toContain('dry run, nothing was done');
    expect(entry?.HumanReadable).toMatch(
      /adele@contoso\.example .*\| Would be tried \| As far as the token tells/,
    );
    expect(entry?.HumanReadable).toMatch(/#EXT#.*guest/);
    expect(sandbox.people().some(({ userPrincipalName }) => userPrincipalName === ADELE)).toBe(true);
    expect(effects()).toEqual([]);
  });

  test('of a command that is not on a person tells what would be sent', async () => {
    const args = {
      display_name: 'New Hire',
      mail_nickname: 'newhire',
      user_principal_name: 'newhire@contoso.example',
      password: 'Tr4vel-Kettle-Moss',
      dry_run: 'true',
    };
    const [entry] = await run('msgraph-user-create', args);
    expect(entry?.HumanReadable).toContain('POST users');
    expect(personNamed('newhire@contoso.example')).toBeUndefined();
  });

  test.each(['dry_run', 'override_protection', 'expected_count'])(
    'is not skipped because a variable is not set: an empty %s is an error',
    async (name) => {
      const [entry] = await run(DISABLE, { user: ADELE, [name]: '' });
      expect(entry?.Contents).toContain(`${name} is empty`);
      expect(sandbox.log).toEqual([]);
    },
  );
});

test('another number of users than expected does nothing', async () => {
  const args = { user: [ADELE, ADELE, GUEST], expected_count: '3' };
  const [entry] = await run(DISABLE, args);
  expect(entry?.Contents).toContain('user holds 2 different users, and expected_count is 3');
  expect(sandbox.log).toEqual([]);
  await run(DISABLE, { ...args, expected_count: '2' });
  expect(effects()).toHaveLength(2);
});

test('an override without a reason sends nothing', async () => {
  const [entry] = await run(DISABLE, { user: ADELE, override_protection: 'true' });
  expect(entry?.Contents).toContain('override_protection needs a reason');
  expect(sandbox.log).toEqual([]);
});

/** The name of a group that somebody is directly in. */
function groupOf(id: string): string {
  const group = sandbox.groups().find(({ memberIds }) => memberIds.includes(id));
  if (!group) throw new Error('Nobody put them into a group.');
  return group.displayName;
}

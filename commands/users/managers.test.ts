import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BenchRun,
  type CommandBench,
  contextUnder,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

const ADELE = 'adele@contoso.example';
const NOOR = 'noor@contoso.example';
const INGRID = 'ingrid@contoso.example';

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench();
});
afterEach(() => bench.close());

const person = (name: string) => {
  const found = bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);
  if (!found) throw new Error(`${name} is gone.`);
  return found;
};

const nextPage = ({ entry }: BenchRun, root: string): unknown =>
  objectOf(entry.EntryContext?.[`${root}(val.NextPage.indexOf('http')>=0)`])['NextPage'];

describe('msgraph-direct-reports', () => {
  const REPORTS = 'MSGraphUserDirectReports(val.Manager && val.Manager == obj.Manager)';

  test('lists reports under their manager, so that a second run adds nothing', async () => {
    const run = await bench.run('msgraph-direct-reports', { user: NOOR });
    expect(Object.keys(run.entry.EntryContext ?? {})).toEqual([REPORTS]);
    const { Manager, Reports } = objectOf(run.entry.EntryContext?.[REPORTS]);
    expect(Manager).toBe(NOOR);
    expect(objectsOf(Reports)).toContainEqual(
      expect.objectContaining({
        ID: person(ADELE).id,
        UserPrincipalName: ADELE,
        '@Odata.Type': '#microsoft.graph.user',
      }),
    );
    expect(objectsOf(run.entry.Contents)).toHaveLength(objectsOf(Reports).length);
    expect(run.entry.HumanReadable).toContain(`### ${NOOR} - direct reports\n|`);
    expect(run.requests).toHaveLength(2);
  });

  test('of somebody without any are none', async () => {
    const { entry } = await bench.run('msgraph-direct-reports', { user: 'temp42@contoso.example' });
    expect(entry.HumanReadable).toContain('**No entries.**');
    expect(entry.EntryContext?.[REPORTS]).toEqual({ Manager: 'temp42@contoso.example', Reports: [] });
  });

  test('pages by its limit, and retrieves chosen properties', async () => {
    const first = await bench.run('msgraph-direct-reports', {
      user: NOOR,
      limit: 1,
      properties: 'department',
    });
    expect(first.entry.Contents).toEqual([
      expect.objectContaining({ userPrincipalName: expect.any(String), department: 'Security' }),
    ]);
    const next = nextPage(first, 'MSGraphUserDirectReports');
    const second = await bench.run('msgraph-direct-reports', { user: NOOR, next_page: next });
    expect(nextPage(second, 'MSGraphUserDirectReports')).toBe('');
    const all = await bench.run('msgraph-direct-reports', { user: NOOR });
    expect(objectsOf(second.entry.Contents).length + 1).toBe(objectsOf(all.entry.Contents).length);
  });

  test('refuses a next page of somebody else', async () => {
    const first = await bench.run('msgraph-direct-reports', { user: NOOR, limit: 1 });
    const next = nextPage(first, 'MSGraphUserDirectReports');
    const { entry } = await bench.run('msgraph-direct-reports', { user: INGRID, next_page: next });
    expect(entry.Type).toBe(4);
  });
});

describe('msgraph-user-get-manager', () => {
  const MANAGER = 'MSGraphUserManager(val.User && val.User == obj.User)';

  test('shows the manager, and whose', async () => {
    const { entry } = await bench.run('msgraph-user-get-manager', { user: ADELE });
    expect(Object.keys(entry.EntryContext ?? {})).toEqual([MANAGER]);
    expect(entry.EntryContext?.[MANAGER]).toMatchObject({
      User: ADELE,
      ID: person(ADELE).id,
      Manager: { ID: person(NOOR).id, DisplayName: 'Noor Haddad', UserPrincipalName: NOOR },
    });
    expect(entry.HumanReadable).toContain(`### ${ADELE} - manager\n|`);
    expect(entry.HumanReadable).not.toContain('Odata');
    expect(entry.Contents).toMatchObject({ id: person(NOOR).id });
  });

  test.each([true, false])(
    'of somebody without one says so, whatever handle_error is (%s, 4.13-a)',
    async (handle_error) => {
      const instance = sandboxInstance(bench.sandbox, undefined, { handle_error });
      const { entry } = await bench.run('msgraph-user-get-manager', { user: INGRID }, instance);
      expect(entry).toMatchObject({ Type: 1, HumanReadable: `No manager is set for ${INGRID}.` });
      expect(entry.EntryContext?.[MANAGER]).toEqual({ User: INGRID, ID: person(INGRID).id, Manager: {} });
    },
  );

  test('blames nobody else where the name is part of Graph’s words (4.13-d)', async () => {
    for (const user of ['me', 'id', 'manager']) {
      const { entry } = await bench.run('msgraph-user-get-manager', { user });
      expect([`#### User -> ${user} does not exist`, `No manager is set for ${user}.`]).toContain(
        entry.Contents ?? entry.HumanReadable,
      );
    }
  });

  test.each([
    [undefined, undefined],
    [1, undefined],
    [2, [NOOR, INGRID]],
  ])('with levels=%s shows the chain %j', async (levels, chain) => {
    const args = { user: ADELE, ...(levels !== undefined && { levels }) };
    const { entry } = await bench.run('msgraph-user-get-manager', args);
    const shown = objectOf(entry.EntryContext?.[MANAGER])['Chain'];
    const names = Array.isArray(shown)
      ? objectsOf(shown).map((person) => person['UserPrincipalName'])
      : shown;
    expect(names).toEqual(chain);
  });

  test('shows those above as far as levels says', async () => {
    const { entry } = await bench.run('msgraph-user-get-manager', { user: ADELE, levels: 5 });
    expect(objectOf(entry.EntryContext?.[MANAGER])['Chain']).toMatchObject([
      { Level: 1, UserPrincipalName: NOOR },
      { Level: 2, UserPrincipalName: INGRID },
    ]);
    expect(entry.HumanReadable).toMatch(/\n\|Level\|.*\n.*\n\| 1 \|.*\n\| 2 \|/);
  });
});

describe('msgraph-user-assign-manager', () => {
  const assign = (args: object, params = {}) =>
    bench.run('msgraph-user-assign-manager', { ...args }, sandboxInstance(bench.sandbox, undefined, params));

  test('sets the manager, in the known words', async () => {
    const { entry, requests } = await assign({ user: ADELE, manager: INGRID });
    expect(entry).toMatchObject({
      Type: 1,
      HumanReadable: `A manager was assigned to user "${ADELE}". It might take several minutes for the changes to take affect across all applications.`,
      Contents: null,
    });
    expect(person(ADELE).managerId).toBe(person(INGRID).id);
    expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject({
      ID: person(ADELE).id,
      Action: 'assign-manager',
      Manager: INGRID,
    });
    expect(requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: `/v1.0/users/${person(ADELE).id}/manager/$ref`,
      body: { '@odata.id': `${bench.sandbox.url}/v1.0/users/ingrid%40contoso.example` },
    });
  });

  test.each([
    'mia_fabrikam.example#EXT#@contoso.example',
    "o'brien@contoso.example",
    '$svc-billing@contoso.example',
  ])('takes %s for a manager (4.14-a)', async (manager) => {
    const { entry } = await assign({ user: ADELE, manager });
    expect(entry.Type).toBe(1);
    expect(person(ADELE).managerId).toBe(person(manager).id);
  });

  test.each(['../groups/11111111-2222-3333-4444-555555555555', 'groups/1', '', '.'])(
    'refuses %j for a manager without a request',
    async (manager) => {
      const { entry, requests } = await assign({ user: ADELE, manager });
      expect(requests).toEqual([]);
      expect(entry.Type).toBe(4);
    },
  );

  test('tells which of the two does not exist (4.14-b)', async () => {
    const noManager = await assign({ user: ADELE, manager: 'nobody@contoso.example' });
    expect(noManager.entry.Contents).toBe('#### Manager -> nobody@contoso.example does not exist');
    const alike = await assign({ user: ADELE, manager: `x${ADELE}` });
    expect(alike.entry.Contents).toBe(`#### Manager -> x${ADELE} does not exist`);
    const me = await assign({ user: 'me', manager: 'nobody@contoso.example' });
    expect(me.entry.Contents).toBe('#### User -> me does not exist');
    const strict = await assign({ user: ADELE, manager: 'nobody@contoso.example' }, { handle_error: false });
    expect(strict.entry.Type).toBe(4);
  });

  test('refuses that people manage themselves, by whatever name', async () => {
    const typed = await assign({ user: [ADELE, NOOR], manager: 'NOOR@contoso.example' });
    expect(typed.requests).toEqual([]);
    const byId = await assign({ user: ADELE, manager: person(ADELE).id });
    expect(byId.entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('is the user') });
    expect(person(ADELE).managerId).toBe(person(NOOR).id);
  });

  test('takes several users', async () => {
    const { entry } = await assign({ user: `${ADELE},tomas@contoso.example`, manager: INGRID });
    expect(entry.HumanReadable).toContain('2 of 2 done');
    expect(person('tomas@contoso.example').managerId).toBe(person(INGRID).id);
  });
});

describe('msgraph-user-remove-manager', () => {
  test('removes the manager and says who it was', async () => {
    const { entry } = await bench.run('msgraph-user-remove-manager', { user: ADELE });
    expect(entry).toMatchObject({ Type: 1, HumanReadable: `The manager of user "${ADELE}" was removed.` });
    expect(contextUnder(entry, 'MSGraphUserAction')).toMatchObject({
      Action: 'remove-manager',
      PreviousManager: { ID: person(NOOR).id, UserPrincipalName: NOOR },
    });
    expect(person(ADELE).managerId).toBeNull();
  });

  test('of somebody without one is no failure', async () => {
    const { entry } = await bench.run('msgraph-user-remove-manager', { user: INGRID });
    expect(entry).toMatchObject({ Type: 1, HumanReadable: `No manager is set for ${INGRID}.` });
  });
});

test('a manager who was not there is not said to be removed, although a first try was lost', async () => {
  bench.sandbox.faults = [{ kind: 'reset-before', match: { method: 'DELETE' }, times: 1 }];
  const { entry } = await bench.run('msgraph-user-remove-manager', { user: INGRID });
  bench.sandbox.faults = [];
  expect(entry.HumanReadable).toBe(`No manager is set for ${INGRID}.`);
});

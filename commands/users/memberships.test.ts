import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openScriptedGraph } from '../../test_data/scripted-graph.js';
import {
  type BenchRun,
  type CommandBench,
  objectOf,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';

const ADELE = 'adele@contoso.example';
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

describe('msgraph-user-get-groups', () => {
  const GROUPS = 'MSGraphUserGroups(val.ID && val.ID == obj.ID)';
  const groups = ({ entry }: BenchRun) => objectsOf(objectOf(entry.EntryContext?.[GROUPS])['Groups']);

  test('lists groups under the user’s object ID, whichever name was typed (4.10-d)', async () => {
    for (const user of [ADELE, person(ADELE).id]) {
      const run = await bench.run('msgraph-user-get-groups', { user });
      expect(Object.keys(run.entry.EntryContext ?? {})).toEqual([GROUPS]);
      expect(run.entry.EntryContext?.[GROUPS]).toMatchObject({ ID: person(ADELE).id, User: user });
      expect(groups(run)).toContainEqual(
        expect.objectContaining({ DisplayName: 'SOC Analysts', '@Odata.Type': '#microsoft.graph.group' }),
      );
      expect(objectsOf(objectOf(run.entry.Contents)['value'])).toHaveLength(groups(run).length);
      expect(run.entry.HumanReadable).toMatch(`### ${user} group data\n|`);
      expect(run.entry.HumanReadable).toContain('SOC Analysts');
    }
  });

  test('looks nobody up who is given by object ID', async () => {
    const { requests } = await bench.run('msgraph-user-get-groups', { user: person(ADELE).id });
    expect(requests.filter(({ path }) => path.startsWith('/v1.0/'))).toHaveLength(1);
  });

  test('keeps the typed name for somebody whose ID may not be read', async () => {
    const refused = { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } };
    const graph = await openScriptedGraph(bench.sandbox, ({ url }) =>
      url.includes('/memberOf')
        ? { status: 200, body: { value: [{ '@odata.type': '#microsoft.graph.group', id: '7' }] } }
        : { status: 403, body: refused },
    );
    const run = await bench.run('msgraph-user-get-groups', { user: ADELE }, graph.instance);
    await graph.close();
    expect(run.entry.Type).toBe(1);
    expect(run.entry.EntryContext?.[GROUPS]).toMatchObject({ ID: ADELE, User: ADELE });
  });

  test('tells roles and units apart, and leaves them out where only groups are wanted (4.10-b, 4.10-c)', async () => {
    const user = 'nadia.admin@contoso.example';
    const all = await bench.run('msgraph-user-get-groups', { user });
    const roles = await bench.run('msgraph-user-get-groups', { user, type: 'directoryRole' });
    expect(groups(all).map((group) => group['@Odata.Type'])).toContain('#microsoft.graph.directoryRole');
    expect(groups(roles).length).toBeGreaterThan(0);
    expect(new Set(groups(roles).map((group) => group['@Odata.Type'])).size).toBe(1);
    expect(all.entry.HumanReadable).toContain('|Role Template Id|');
  });

  test('reaches groups through groups', async () => {
    const direct = await bench.run('msgraph-user-get-groups', { user: ADELE, type: 'group' });
    const reached = await bench.run('msgraph-user-get-groups', {
      user: ADELE,
      type: 'group',
      transitive: 'yes',
    });
    expect(groups(reached).length).toBeGreaterThan(groups(direct).length);
    expect(groups(reached).map(({ DisplayName }) => DisplayName)).toContain('All Contoso');
  });

  test('goes on where the limit ended it, and says so (4.10-a)', async () => {
    const args = { user: ADELE, transitive: true, limit: 1 };
    const first = await bench.run('msgraph-user-get-groups', args);
    const next = nextPage(first, 'MSGraphUserGroups');
    expect(first.entry.HumanReadable).toContain(
      `To get further results, enter this to the next_page argument:\n${String(next)}`,
    );
    const second = await bench.run('msgraph-user-get-groups', { ...args, limit: 100, next_page: next });
    expect(nextPage(second, 'MSGraphUserGroups')).toBe('');
    const all = await bench.run('msgraph-user-get-groups', { ...args, limit: 100 });
    expect([...groups(first), ...groups(second)]).toEqual(groups(all));
  });

  test('of somebody in none are none', async () => {
    const { entry } = await bench.run('msgraph-user-get-groups', {
      user: 'temp42@contoso.example',
      type: 'group',
    });
    expect(entry.HumanReadable).toContain('**No entries.**');
    expect(entry.EntryContext?.[GROUPS]).toMatchObject({ Groups: [] });
  });

  test('retrieves chosen properties', async () => {
    const run = await bench.run('msgraph-user-get-groups', {
      user: ADELE,
      type: 'group',
      properties: 'displayName',
    });
    expect(groups(run)[0]).toEqual({ ID: expect.any(String), DisplayName: expect.any(String) });
  });
});

describe('msgraph-user-owned-devices-list', () => {
  const USER = 'MSGraphUser(val.ID && val.ID == obj.ID)';
  const LIST = 'msgraph-user-owned-devices-list';

  test('lists devices under the user’s object ID, and under the typed name (4.25-a)', async () => {
    const { entry, requests } = await bench.run(LIST, { user: ADELE });
    expect(Object.keys(entry.EntryContext ?? {})).toEqual([USER]);
    const value = objectOf(entry.EntryContext?.[USER]);
    expect(value).toMatchObject({ ID: person(ADELE).id, Id: ADELE });
    const devices = objectsOf(value['OwnedDevice']);
    expect(devices.map(({ DisplayName }) => DisplayName)).toContain('OSL-LT-0103');
    expect(objectsOf(entry.Contents)).toHaveLength(devices.length);
    expect(entry.HumanReadable).toContain(
      `### Owned Devices for User ${ADELE}:\n|Device Id|Azure Device Registration Id|Device Display Name|\n`,
    );
    expect(requests[1]?.path).toBe('/v1.0/users/adele%40contoso.example/ownedDevices?$top=50&$count=true');
  });

  test('of somebody without any are none, in the known words', async () => {
    const { entry } = await bench.run(LIST, { user: 'ingrid@contoso.example' });
    expect(entry).toMatchObject({ Type: 1, HumanReadable: `No owned devices found for user ${INGRID}.` });
    expect(entry.EntryContext).toEqual({});
  });

  test('are filtered on every page (4.25-b, 4.25-d)', async () => {
    const { entry } = await bench.run(LIST, { user: ADELE, filter: "operatingSystem eq 'Android'" });
    expect(objectsOf(entry.Contents).map(({ operatingSystem }) => operatingSystem)).toEqual(['Android']);
  });

  test('page by the limit, with the link beside them (4.25-c, 4.25-e)', async () => {
    const first = await bench.run(LIST, { user: ADELE, limit: 1 });
    expect(first.entry.Contents).toHaveLength(1);
    const next = nextPage(first, 'MSGraphUserOwnedDevices');
    const second = await bench.run(LIST, { user: ADELE, limit: 9999, next_page: next });
    expect(second.entry.Type).toBe(1);
    expect(nextPage(second, 'MSGraphUserOwnedDevices')).toBe('');
    const large = await bench.run(LIST, { user: ADELE, limit: 9999 });
    expect(large.requests[1]?.path).toMatch(/\$top=9\d\d&/);
    const elsewhere = await bench.run(LIST, {
      user: ADELE,
      next_page: 'https://attacker.example/v1.0/users',
    });
    expect(elsewhere.requests).toEqual([]);
  });
});

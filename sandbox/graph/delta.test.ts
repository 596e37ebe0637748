import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

const day = 24 * 60 * 60 * 1000;

let sandbox: Sandbox;
let token: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => clock });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';
const adeleId = '6b040b31-c824-42aa-a299-50169bd05fc5';

function idOf(name: string): string {
  return sandbox.people().find((person) => person.userPrincipalName === `${name}@contoso.example`)?.id ?? '';
}

async function read(target: string, headers = {}): Promise<RawAnswer> {
  return get(sandbox, token, target.replaceAll(' ', '%20'), headers);
}

function items({ json }: RawAnswer): unknown[] {
  const value = member(json, 'value');
  return Array.isArray(value) ? value : [];
}

function linkIn({ json }: RawAnswer, name: string): string | undefined {
  const link = member(json, `@odata.${name}`);
  return typeof link === 'string' ? link.slice(sandbox.url.length) : undefined;
}

/** Follows a round to its end. */
async function round(target: string, headers = {}) {
  const first = await read(target, headers);
  const pages = [first];
  let last = first;
  for (let next = linkIn(last, 'nextLink'); next !== undefined; next = linkIn(last, 'nextLink')) {
    last = await read(next, headers);
    pages.push(last);
  }
  return { first, pages, found: pages.flatMap(items), deltaLink: linkIn(last, 'deltaLink') ?? '' };
}

async function patch(values: unknown, target = adele): Promise<void> {
  expect((await write(sandbox, token, 'PATCH', target, values)).status).toBe(204);
}

describe('the first round of a delta query', () => {
  test.each(['delta', 'delta()', 'microsoft.graph.delta()'])(
    'gives everybody, in pages, and ends with a delta link: /users/%s',
    async (name) => {
      const { first, pages, found, deltaLink } = await round(`/v1.0/users/${name}`);
      expect(pages.map((page) => items(page).length)).toEqual([20, 10]);
      expect(new Set(found.map((item) => member(item, 'id'))).size).toBe(30);
      expect(linkIn(first, 'deltaLink')).toBeUndefined();
      expect(deltaLink).toContain(`/v1.0/users/${name}?$deltatoken=`);
    },
  );

  test('leaves unset properties out, and shows the manager only where selected', async () => {
    const plain = await round('/v1.0/users/delta');
    const george = plain.found.find((item) => member(item, 'displayName') === 'George Ashdown');
    expect(george).toEqual({
      businessPhones: [],
      displayName: 'George Ashdown',
      givenName: 'George',
      id: idOf('george'),
      jobTitle: 'Payroll Clerk',
      mail: 'george@contoso.example',
      officeLocation: 'HQ/2.22',
      surname: 'Ashdown',
      userPrincipalName: 'george@contoso.example',
    });
    const selected = await round('/v1.0/users/delta?$select=displayName,manager');
    expect(member(selected.first.json, '@odata.context')).toBe(
      `${sandbox.url}/v1.0/$metadata#users(displayName,manager)`,
    );
    expect(selected.found.slice(0, 2)).toEqual([
      { displayName: 'Ingrid Halvorsen', id: idOf('ingrid') },
      {
        displayName: 'Noor Haddad',
        id: idOf('noor'),
        'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: idOf('ingrid') }],
      },
    ]);
  });

  test('of some people has empty pages with a link to a next one', async () => {
    const last = idOf('temp42');
    const { pages, found } = await round(`/v1.0/users/delta?$select=id&$filter=id eq '${last}' or id eq 'x'`);
    expect(pages.map((page) => items(page).length)).toEqual([0, 1]);
    expect(found).toEqual([{ id: last }]);
  });

  test('mentions who was deleted', async () => {
    await write(sandbox, token, 'DELETE', adele);
    const { found } = await round('/v1.0/users/delta?$select=id');
    expect(found[2]).toEqual({ id: adeleId, '@removed': { reason: 'changed' } });
  });

  test('can be skipped: the latest token is for what happens from now on', async () => {
    const { first, deltaLink } = await round('/v1.0/users/delta?$deltatoken=latest');
    expect(items(first)).toEqual([]);
    await patch({ jobTitle: 'Lead' });
    expect((await round(deltaLink)).found).toMatchObject([{ id: adeleId, jobTitle: 'Lead' }]);
  });

  test.each(['$top=5', '$orderby=displayName', '$expand=manager', '$count=true', '$search="x"'])(
    'refuses %s',
    async (option) => {
      expect((await read(`/v1.0/users/delta?${option}`)).status).toBe(400);
    },
  );

  test('refuses a filter on anything but IDs, and a caller without permission', async () => {
    expect((await read("/v1.0/users/delta?$filter=displayName eq 'x'")).status).toBe(400);
    const basic = await signIn(sandbox, 'basic-reader');
    expect((await get(sandbox, basic, '/v1.0/users/delta')).status).toBe(403);
  });
});

describe('a later round', () => {
  test('is empty where nothing happened, and each goes on from the one before', async () => {
    const first = await round('/v1.0/users/delta');
    const second = await round(first.deltaLink);
    expect(second.found).toEqual([]);
    await patch({ jobTitle: 'Lead' });
    const third = await round(second.deltaLink);
    expect(third.found).toHaveLength(1);
    expect((await round(third.deltaLink)).found).toEqual([]);
    expect((await round(second.deltaLink)).found).toEqual(third.found);
  });

  test('shows an unset property as null, and properties beyond the usual ones that changed', async () => {
    const { deltaLink } = await round('/v1.0/users/delta');
    await patch({ mobilePhone: null, department: 'SOC' });
    expect((await round(deltaLink)).found).toMatchObject([
      { id: adeleId, displayName: 'Adele Winterbourne', mobilePhone: null, department: 'SOC' },
    ]);
    const minimal = await round(deltaLink, { prefer: 'return=minimal' });
    expect(minimal.found).toEqual([{ id: adeleId, mobilePhone: null, department: 'SOC' }]);
  });

  test('reports changes of selected properties only', async () => {
    const { deltaLink } = await round('/v1.0/users/delta?$select=displayName');
    await patch({ jobTitle: 'Lead' });
    expect((await round(deltaLink)).found).toEqual([]);
    await patch({ displayName: 'Adele W.' });
    const later = await round(deltaLink);
    expect(later.found).toEqual([{ displayName: 'Adele W.', id: adeleId }]);
    expect(later.deltaLink).not.toBe(deltaLink);
  });

  test('never reports what is kept outside the directory', async () => {
    const { deltaLink } = await round('/v1.0/users/delta');
    await patch({ aboutMe: 'On duty' });
    expect((await round(deltaLink)).found).toEqual([]);
  });

  test('reports another manager where selected', async () => {
    const { deltaLink } = await round('/v1.0/users/delta?$select=manager');
    const blind = await round('/v1.0/users/delta');
    const link = { '@odata.id': `${sandbox.url}/v1.0/users/${idOf('mei')}` };
    await write(sandbox, token, 'PUT', `${adele}/manager/$ref`, link);
    const user = { '@odata.type': '#microsoft.graph.user' };
    const removed = { '@removed': { reason: 'deleted' }, ...user, id: idOf('noor') };
    const second = await round(deltaLink);
    expect(second.found).toEqual([{ id: adeleId, 'manager@delta': [removed, { ...user, id: idOf('mei') }] }]);
    await write(sandbox, token, 'DELETE', `${adele}/manager/$ref`);
    expect((await round(second.deltaLink)).found).toEqual([
      { id: adeleId, 'manager@delta': [{ ...removed, id: idOf('mei') }] },
    ]);
    expect((await round(blind.deltaLink)).found).toEqual([]);
  });

  test('tells new, deleted, restored and purged people apart', async () => {
    let { deltaLink } = await round('/v1.0/users/delta?$select=displayName');
    const next = async () => {
      const later = await round(deltaLink);
      deltaLink = later.deltaLink;
      return later.found;
    };
    const created = await write(sandbox, token, 'POST', '/v1.0/users', {
      accountEnabled: true,
      displayName: 'Ben Okoro',
      mailNickname: 'beno',
      userPrincipalName: 'beno@contoso.example',
      passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
    });
    const id = String(member(created.json, 'id'));
    expect(await next()).toEqual([{ displayName: 'Ben Okoro', id }]);
    await write(sandbox, token, 'DELETE', `/v1.0/users/${id}`);
    expect(await next()).toEqual([{ id, '@removed': { reason: 'changed' } }]);
    await write(sandbox, token, 'POST', `/v1.0/directory/deletedItems/${id}/restore`);
    expect(await next()).toEqual([{ displayName: 'Ben Okoro', id }]);
    await write(sandbox, token, 'DELETE', `/v1.0/users/${id}`);
    await next();
    clock += 30 * day;
    token = await signIn(sandbox);
    deltaLink = (await round('/v1.0/users/delta?$select=displayName&$deltatoken=latest')).deltaLink;
    await write(sandbox, token, 'DELETE', adele);
    await write(sandbox, token, 'DELETE', `/v1.0/directory/deletedItems/${adeleId}`);
    expect(await next()).toEqual([{ id: adeleId, '@removed': { reason: 'deleted' } }]);
  });

  test('comes in pages too', async () => {
    const { deltaLink } = await round('/v1.0/users/delta?$select=jobTitle');
    const changeable = sandbox
      .people()
      .filter((person) => !person.onPremisesSyncEnabled)
      .slice(0, 25);
    for (const { id } of changeable) await patch({ jobTitle: 'Lead' }, `/v1.0/users/${id}`);
    const { pages, found } = await round(deltaLink);
    expect(pages).toHaveLength(2);
    expect(found).toHaveLength(25);
  });
});

describe('a delta token', () => {
  test('dies after seven days; the answer says where to start over', async () => {
    const { deltaLink } = await round('/v1.0/users/delta');
    clock += 7 * day;
    token = await signIn(sandbox);
    expect((await read(deltaLink)).status).toBe(200);
    clock += 1;
    const answer = await read(deltaLink);
    expect([answer.status, member(answer.json, 'error', 'code')]).toEqual([410, 'syncStateNotFound']);
    const again = String(answer.headers['location']);
    expect(again.startsWith(`${sandbox.url}/v1.0/users/delta`)).toBe(true);
    expect((await round(again.slice(sandbox.url.length))).found).toHaveLength(30);
  });

  test('of another tenant, as after a reset, is unknown', async () => {
    await patch({ jobTitle: 'Lead' });
    const { deltaLink } = await round('/v1.0/users/delta');
    const other = await startSandbox({ now: () => clock });
    const answer = await get(other, await signIn(other), deltaLink);
    await other.close();
    expect(answer.status).toBe(410);
  });

  test('that is made up is refused', async () => {
    for (const name of ['$deltatoken', '$skiptoken']) {
      expect((await read(`/v1.0/users/delta?${name}=abcdefghijklmnopqrstuvwxyz`)).status).toBe(400);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';
const advanced = { consistencylevel: 'eventual' };

async function read(target: string, headers = {}, as = token): Promise<RawAnswer> {
  return get(sandbox, as, target.replaceAll(' ', '%20'), headers);
}

function values({ json }: RawAnswer, name = 'displayName'): unknown[] {
  const value = member(json, 'value');
  return Array.isArray(value) ? value.map((item) => member(item, name)) : [];
}

function groupId(name: string): string {
  return sandbox.groups().find(({ displayName }) => displayName === name)?.id ?? '';
}

describe('memberOf', () => {
  test('mixes groups, roles and administrative units, each with its type', async () => {
    const answer = await read(`${adele}/memberOf`);
    expect(answer.status).toBe(200);
    expect(member(answer.json, '@odata.context')).toBe(`${sandbox.url}/v1.0/$metadata#directoryObjects`);
    expect(values(answer)).toEqual(['SOC Analysts', 'Partners', 'Oslo Office']);
    expect(values(answer, '@odata.type')).toEqual([
      '#microsoft.graph.group',
      '#microsoft.graph.group',
      '#microsoft.graph.administrativeUnit',
    ]);
    const admin = await read('/v1.0/users/nadia.admin@contoso.example/memberOf');
    expect(values(admin)).toEqual(['Privileged Authentication Administrator', 'User Administrator']);
    expect(values(admin, 'roleTemplateId')[0]).toBe('7be44c8a-adaf-4e2a-84d6-ab2649e08a13');
    expect(values(admin, 'id')[0]).not.toBe('7be44c8a-adaf-4e2a-84d6-ab2649e08a13');
  });

  test('holds what a person belongs to through groups when it is transitive', async () => {
    expect(values(await read(`${adele}/transitiveMemberOf`))).toEqual([
      'SOC Analysts',
      'Partners',
      'Security Team',
      'All Contoso',
      'Oslo Office',
    ]);
  });

  test('comes in pages', async () => {
    const first = await read(`${adele}/transitiveMemberOf?$top=2&$select=displayName`);
    const link = String(member(first.json, '@odata.nextLink')).slice(sandbox.url.length);
    const second = await read(link);
    expect([...values(first), ...values(second)]).toEqual([
      'SOC Analysts',
      'Partners',
      'Security Team',
      'All Contoso',
    ]);
    expect(member(second.json, '@odata.nextLink')).toBeDefined();
    expect((await read(`${adele}/memberOf?$top=1000`)).status).toBe(400);
  });

  test('can be narrowed down to a type, with other options only in an advanced query', async () => {
    const cast = `${adele}/memberOf/microsoft.graph.administrativeUnit`;
    const answer = await read(cast);
    expect(values(answer)).toEqual(['Oslo Office']);
    expect(member(answer.json, '@odata.context')).toBe(`${sandbox.url}/v1.0/$metadata#administrativeUnits`);
    const plain = await read(`${cast}?$select=id`);
    expect([plain.status, member(plain.json, 'error', 'code')]).toEqual([400, 'Request_UnsupportedQuery']);
    const filtered = await read(
      `${adele}/transitiveMemberOf/microsoft.graph.group?$count=true&$orderby=displayName desc&$filter=startsWith(displayName,'S')`,
      advanced,
    );
    expect(values(filtered)).toEqual(['SOC Analysts', 'Security Team']);
    expect(member(filtered.json, '@odata.count')).toBe(2);
    expect((await read(`${adele}/memberOf/microsoft.graph.device`)).status).toBe(400);
  });

  test('is counted with the header only', async () => {
    expect((await read(`${adele}/memberOf/$count`)).status).toBe(400);
    const answer = await read(`${adele}/memberOf/microsoft.graph.group/$count`, advanced);
    expect([answer.text, answer.headers['content-type']]).toEqual(['2', 'text/plain']);
  });

  test('shows no more than type and ID of what the caller may not read', async () => {
    const answer = await read(`${adele}/memberOf`, {}, await signIn(sandbox, 'reader'));
    expect(answer.status).toBe(200);
    expect(member(answer.json, 'value', '0')).toEqual({
      '@odata.type': '#microsoft.graph.group',
      id: groupId('SOC Analysts'),
    });
    expect((await read(`${adele}/memberOf`, {}, await signIn(sandbox, 'basic-reader'))).status).toBe(403);
    const own = await sandbox.signIn({ user: 'adele@contoso.example', scopes: ['User.Read'] });
    expect((await read('/v1.0/me/memberOf', {}, own.accessToken)).status).toBe(200);
    expect((await read('/v1.0/users/noor@contoso.example/memberOf', {}, own.accessToken)).status).toBe(403);
  });

  test('of nobody is a 404, but a bad query comes first', async () => {
    const nobody = '/v1.0/users/nobody@contoso.example/memberOf';
    expect((await read(nobody)).status).toBe(404);
    const bad = await read(`${nobody}?$select=shoeSize`);
    expect([bad.status, member(bad.json, 'error', 'message')]).toEqual([
      400,
      "Parsing OData Select and Expand failed: Could not find a property named 'shoeSize' on type 'microsoft.graph.directoryObject'.",
    ]);
  });
});

describe('groups', () => {
  test('are listed and filtered by name', async () => {
    const answer = await read("/v1.0/groups?$filter=displayName eq 'security team'&$select=id,displayName");
    expect(member(answer.json, 'value')).toEqual([
      { id: groupId('Security Team'), displayName: 'Security Team' },
    ]);
  });

  test('are read by ID', async () => {
    const id = groupId('Break Glass Accounts');
    expect((await read(`/v1.0/groups/${id}?$select=id,isAssignableToRole`)).json).toEqual({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#groups(id,isAssignableToRole)/$entity`,
      id,
      isAssignableToRole: true,
    });
    expect((await read('/v1.0/groups/security-team')).status).toBe(400);
    expect((await read('/v1.0/groups/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await read(`/v1.0/groups/${id}`, {}, await signIn(sandbox, 'reader'))).status).toBe(403);
  });

  test('have members, people and groups, directly and through each other', async () => {
    const path = `/v1.0/groups/${groupId('Security Team')}`;
    expect(values(await read(`${path}/members`))).toEqual(['Noor Haddad', 'SOC Analysts']);
    const all = await read(`${path}/transitiveMembers?$select=id,userPrincipalName,displayName`);
    expect(values(all)).toEqual(['Noor Haddad', 'Adele Winterbourne', 'Tomáš Dvořák', 'SOC Analysts']);
    expect(values(all, 'userPrincipalName')[1]).toBe('adele@contoso.example');
    expect(values(all, 'mail')[1]).toBeUndefined();
  });

  test('lose a member who is deleted', async () => {
    const own = await startSandbox();
    const access = await signIn(own);
    await write(own, access, 'DELETE', adele);
    const answer = await get(own, access, `/v1.0/groups/${groupId('SOC Analysts')}/members`);
    await own.close();
    expect(values(answer)).toEqual(['Tomáš Dvořák']);
  });
});

describe('Entra roles', () => {
  test('are listed, found by template, and know who holds them', async () => {
    const listed = await read('/v1.0/directoryRoles');
    expect(values(listed)).toContain('Global Administrator');
    const found = await read(
      "/v1.0/directoryRoles?$filter=roleTemplateId eq '62e90394-69f5-4237-9190-012177145e10'",
    );
    const id = String(values(found, 'id')[0]);
    const holders = await read(`/v1.0/directoryRoles/${id}/members`);
    expect(values(holders)).toEqual(['Emergency Access']);
    expect(values(holders, '@odata.type')).toEqual(['#microsoft.graph.user']);
    expect((await read(`/v1.0/directoryRoles/${groupId('Partners')}/members`)).status).toBe(404);
    expect((await read('/v1.0/directoryRoles', {}, await signIn(sandbox, 'reader'))).status).toBe(403);
  });
});

describe('ownedDevices', () => {
  const path = `${adele}/ownedDevices`;

  test('are typed, and none for most people', async () => {
    const answer = await read(path);
    expect(values(answer)).toEqual(['OSL-LT-0103', 'Adele’s phone', 'OSL-LT-0042']);
    expect(member(answer.json, 'value', '0')).toMatchObject({
      '@odata.type': '#microsoft.graph.device',
      operatingSystem: 'Windows',
      isCompliant: true,
      trustType: 'AzureAd',
    });
    expect(member((await read('/v1.0/users/george@contoso.example/ownedDevices')).json, 'value')).toEqual([]);
    expect((await read('/v1.0/users/nobody@contoso.example/ownedDevices')).status).toBe(404);
  });

  test('are filtered and counted in an advanced query, page by page, the count on the first only', async () => {
    const query = "?$filter=operatingSystem eq 'windows'&$count=true&$top=1";
    const plain = await read(`${path}${query}`);
    expect([plain.status, member(plain.json, 'error', 'code')]).toEqual([400, 'Request_UnsupportedQuery']);
    const first = await read(`${path}${query}`, advanced);
    expect([values(first), member(first.json, '@odata.count')]).toEqual([['OSL-LT-0103'], 2]);
    const link = String(member(first.json, '@odata.nextLink')).slice(sandbox.url.length);
    expect((await read(link)).status).toBe(400);
    const second = await read(link, advanced);
    expect([values(second), member(second.json, '@odata.count')]).toEqual([['OSL-LT-0042'], undefined]);
    expect(member(second.json, '@odata.nextLink')).toBeUndefined();
  });

  const filters: [string, string[]][] = [
    ['isCompliant eq false', ['Adele’s phone']],
    ['accountEnabled ne true', ['OSL-LT-0042']],
    ["startsWith(displayName,'osl') and not(accountEnabled eq false)", ['OSL-LT-0103']],
    ["trustType in ('Workplace','ServerAd')", ['Adele’s phone']],
    ['approximateLastSignInDateTime le 2025-01-01T00:00:00Z', ['OSL-LT-0042']],
    ["operatingSystem eq 'Android' or displayName eq 'OSL-LT-0042'", ['Adele’s phone', 'OSL-LT-0042']],
  ];
  test.each(filters)('meet %s', async (filter, names) => {
    expect(values(await read(`${path}?$count=true&$filter=${filter}`, advanced))).toEqual(names);
  });

  test.each(["model eq 'x'", "shoeSize eq 'x'", "contains(displayName,'x')", 'displayName eq'])(
    'cannot be filtered by %s',
    async (filter) => {
      expect((await read(`${path}?$count=true&$filter=${filter}`, advanced)).status).toBe(400);
    },
  );

  test('show no more than type and ID where devices may not be read', async () => {
    const answer = await read(path, {}, await signIn(sandbox, 'reader'));
    expect(member(answer.json, 'value', '0')).toEqual({
      '@odata.type': '#microsoft.graph.device',
      id: expect.any(String),
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  token = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';
const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];

async function read(target: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return get(sandbox, token, target, headers);
}

function idOf(name: string): string {
  return sandbox.people().find((person) => person.userPrincipalName === `${name}@contoso.example`)?.id ?? '';
}

describe('a user', () => {
  test('read without $select has the eleven default properties and null for an unset one', async () => {
    const { status, json } = await read('/v1.0/users/george@contoso.example');
    expect(status).toBe(200);
    const names = Object.keys(json ?? {}).filter((name) => !name.startsWith('@'));
    expect(names.sort()).toEqual(defaults);
    expect(json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#users/$entity`,
      displayName: 'George Ashdown',
      mobilePhone: null,
      businessPhones: [],
    });
  });

  test('read with $select has only what was selected, spelled properly, and says so in the context', async () => {
    const { json } = await read(`${adele}?$select=displayname,accountEnabled,DEPARTMENT`);
    expect(json).toEqual({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#users(displayName,accountEnabled,department)/$entity`,
      displayName: 'Adele Winterbourne',
      accountEnabled: true,
      department: 'Security',
    });
  });

  test('read with $select=* has the ordinary properties, unset ones as null, but not the sign-in activity', async () => {
    const { json } = await read(`${adele}?$select=*`);
    expect(json).toMatchObject({
      accountEnabled: true,
      userType: 'Member',
      passwordProfile: null,
      state: null,
    });
    expect(json).not.toHaveProperty('signInActivity');
    expect(json).not.toHaveProperty('managerId');
    expect(json).not.toHaveProperty('directoryRoles');
  });

  test('with an unknown property in $select is a 400 that names it', async () => {
    const { status, json } = await read(`${adele}?$select=id,shoeSize`);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: {
        code: 'BadRequest',
        message:
          "Parsing OData Select and Expand failed: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
      },
    });
  });

  test('has properties kept elsewhere, which a collection refuses with 501', async () => {
    expect((await read(`${adele}?$select=aboutMe,skills`)).json).toMatchObject({ aboutMe: null, skills: [] });
    const list = await read('/v1.0/users?$select=id,skills');
    expect(list.status).toBe(501);
    expect(list.json).toMatchObject({
      error: { code: 'NotImplemented', message: 'This operation target is not yet supported.' },
    });
  });

  test('has a sign-in activity only by object ID', async () => {
    const byId = await read(`/v1.0/users/${idOf('adele')}?$select=signInActivity`);
    expect(member(byId.json, 'signInActivity', 'lastSignInDateTime')).toMatch(/Z$/);
    expect((await read(`${adele}?$select=signInActivity`)).status).toBe(400);
  });

  test('who does not exist is a 404 that repeats the key as given', async () => {
    const { status, json } = await read('/v1.0/users/Nobody@contoso.example');
    expect(status).toBe(404);
    expect(json).toMatchObject({
      error: {
        code: 'Request_ResourceNotFound',
        message:
          "Resource 'Nobody@contoso.example' does not exist or one of its queried reference-property objects are not present.",
      },
    });
  });

  test('refuses options of collections', async () => {
    expect((await read(`${adele}?$filter=id eq 'x'`.replaceAll(' ', '%20'))).status).toBe(400);
    expect((await read(`${adele}?$top=1`)).status).toBe(400);
  });

  test('can be expanded by the manager, and by the whole chain with the header', async () => {
    const one = await read(`${adele}?$select=id&$expand=manager($select=displayName)`);
    expect(member(one.json, 'manager')).toEqual({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Noor Haddad',
    });
    const levels = `${adele}?$count=true&$expand=manager($levels=max;$select=displayName)`;
    expect((await read(levels)).status).toBe(400);
    const chain = await read(levels, { ConsistencyLevel: 'eventual' });
    expect(member(chain.json, 'manager', 'manager', 'displayName')).toBe('Ingrid Halvorsen');
    expect(member(chain.json, 'manager', 'manager')).not.toHaveProperty('manager');
  });
});

describe('the key of a user', () => {
  const guest = 'mia_fabrikam.example#EXT#@contoso.example';
  const reachable: [string, string, string][] = [
    ['an object ID', '/v1.0/users/{id}', 'adele@contoso.example'],
    ['a name in any case with %40', '/v1.0/Users/ADELE%40contoso.example', 'adele@contoso.example'],
    ['a guest with %23', '/v1.0/users/mia_fabrikam.example%23EXT%23@contoso.example', guest],
    ['a guest in quotes', "/v1.0/users('mia_fabrikam.example%23EXT%23@contoso.example')", guest],
    ['a literal apostrophe', "/v1.0/users/o'brien@contoso.example", "o'brien@contoso.example"],
    ['an encoded apostrophe', '/v1.0/users/o%27brien@contoso.example', "o'brien@contoso.example"],
    ['a doubled apostrophe in quotes', "/v1.0/users('o''brien@contoso.example')", "o'brien@contoso.example"],
    ['a plus sign', '/v1.0/users/dana+lab@contoso.example', 'dana+lab@contoso.example'],
    [
      'a leading dollar in quotes',
      "/v1.0/users('$svc-billing@contoso.example')",
      '$svc-billing@contoso.example',
    ],
  ];

  test.each(reachable)('may be %s', async (_name, target, expected) => {
    const { status, json } = await read(target.replace('{id}', idOf('adele')));
    expect({ status, userPrincipalName: member(json, 'userPrincipalName') }).toEqual({
      status: 200,
      userPrincipalName: expected,
    });
  });

  test('is cut at an unencoded #, so a guest is not found under the rest', async () => {
    const { status, json } = await read('/v1.0/users/mia_fabrikam.example#EXT#@contoso.example');
    expect(status).toBe(404);
    expect(member(json, 'error', 'message')).toContain("'mia_fabrikam.example'");
  });

  test('must not start with a dollar sign as a segment', async () => {
    expect((await read('/v1.0/users/$svc-billing@contoso.example')).status).toBe(400);
    expect((await read('/v1.0/users/%24svc-billing@contoso.example')).status).toBe(400);
  });

  test('in quotes needs its apostrophe doubled', async () => {
    expect((await read("/v1.0/users('o'brien@contoso.example')")).status).toBe(400);
  });
});

describe('manager and direct reports', () => {
  test('the manager is a typed directory object', async () => {
    const { status, json } = await read(`${adele}/manager`);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      userPrincipalName: 'noor@contoso.example',
    });
  });

  test('a missing manager is a 404 about the manager, a missing user one about the user', async () => {
    const [noManager, noUser] = await Promise.all([
      read('/v1.0/users/ingrid@contoso.example/manager'),
      read('/v1.0/users/nobody@contoso.example/manager'),
    ]);
    expect([noManager.status, noUser.status]).toEqual([404, 404]);
    expect(member(noManager.json, 'error', 'message')).toContain("'manager'");
    expect(member(noUser.json, 'error', 'message')).toContain("'nobody@contoso.example'");
  });

  test('direct reports are typed and paged', async () => {
    const first = await read(
      '/v1.0/users/noor@contoso.example/directReports?$top=1&$select=userPrincipalName',
    );
    expect(member(first.json, 'value')).toEqual([
      { '@odata.type': '#microsoft.graph.user', userPrincipalName: 'adele@contoso.example' },
    ]);
    const link = new URL(String(member(first.json, '@odata.nextLink')));
    const second = await read(link.pathname + link.search);
    expect(member(second.json, 'value', '0', 'userPrincipalName')).toBe('tomas@contoso.example');
  });

  test('nobody below is an empty list, and an unknown user a 404', async () => {
    expect(member((await read('/v1.0/users/omar@contoso.example/directReports')).json, 'value')).toEqual([]);
    expect((await read('/v1.0/users/nobody@contoso.example/directReports')).status).toBe(404);
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => Date.UTC(2026, 2, 2, 8, 41, 17) });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const password = 'xWwvJ]6NMw+bWH-d';
const ben = {
  accountEnabled: true,
  displayName: 'Ben Okoro',
  mailNickname: 'beno',
  userPrincipalName: 'beno@contoso.example',
  passwordProfile: { forceChangePasswordNextSignIn: true, password },
};

async function create(body: unknown, as = token): Promise<RawAnswer> {
  return write(sandbox, as, 'POST', '/v1.0/users', body);
}

function message(answer: RawAnswer): unknown {
  return member(answer.json, 'error', 'message');
}

describe('POST /users', () => {
  test('answers 201 with the default properties, where the person is, and no password', async () => {
    const answer = await create({ ...ben, department: 'Finance' });
    expect(answer.status).toBe(201);
    const id = String(member(answer.json, 'id'));
    expect(answer.json).toEqual({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#users/$entity`,
      businessPhones: [],
      displayName: 'Ben Okoro',
      givenName: null,
      jobTitle: null,
      mail: null,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
      userPrincipalName: 'beno@contoso.example',
      id,
    });
    expect(answer.headers['location']).toContain(`/directoryObjects/${id}/`);
    expect(JSON.stringify([sandbox.log, sandbox.people()])).not.toContain(password);
  });

  test('leaves somebody who can be read by ID and by name, listed, counted and changed', async () => {
    const id = String(member((await create({ ...ben, department: 'Finance' })).json, 'id'));
    const select =
      '$select=id,accountEnabled,department,mailNickname,userType,createdDateTime,passwordPolicies,' +
      'onPremisesSyncEnabled,lastPasswordChangeDateTime,passwordProfile,signInActivity';
    for (const key of [id, id.toUpperCase()]) {
      expect((await get(sandbox, token, `/v1.0/users/${key}?${select}`)).json).toMatchObject({
        id,
        accountEnabled: true,
        department: 'Finance',
        mailNickname: 'beno',
        userType: 'Member',
        createdDateTime: '2026-03-02T08:41:17.000Z',
        lastPasswordChangeDateTime: '2026-03-02T08:41:17.000Z',
        onPremisesSyncEnabled: null,
        passwordPolicies: null,
        passwordProfile: { forceChangePasswordNextSignIn: true, password: null },
        signInActivity: null,
      });
    }
    const listed = await get(
      sandbox,
      token,
      "/v1.0/users?$filter=userPrincipalName eq 'BENO@contoso.example'".replaceAll(' ', '%20'),
    );
    expect(member(listed.json, 'value', '0', 'id')).toBe(id);
    const count = await get(sandbox, token, '/v1.0/users/$count', { consistencylevel: 'eventual' });
    expect(count.text).toBe('31');
    expect(
      (await write(sandbox, token, 'PATCH', '/v1.0/users/beno@contoso.example', { jobTitle: 'Clerk' }))
        .status,
    ).toBe(204);
    expect(sandbox.people().at(-1)).toMatchObject({ id, jobTitle: 'Clerk' });
  });

  test.each(['accountEnabled', 'displayName', 'mailNickname', 'userPrincipalName', 'passwordProfile'])(
    'refuses a body without %s',
    async (name) => {
      const answer = await create(Object.fromEntries(Object.entries(ben).filter(([key]) => key !== name)));
      expect([answer.status, message(answer)]).toEqual([
        400,
        `A value is required for property '${name}' of resource 'User'.`,
      ]);
    },
  );

  test('refuses a password profile without a password', async () => {
    const answer = await create({ ...ben, passwordProfile: { forceChangePasswordNextSignIn: true } });
    expect(message(answer)).toBe("A value is required for property 'passwordProfile' of resource 'User'.");
  });

  const invalid: [string, unknown][] = [
    ['accountEnabled', 'true'],
    ['accountEnabled', 1],
    ['displayName', ''],
    ['displayName', 'x'.repeat(257)],
    ['mailNickname', 'ben okoro'],
    ['mailNickname', 'ben@contoso'],
    ['mailNickname', 'bén'],
    ['mailNickname', 'x'.repeat(65)],
    ['passwordPolicies', 'AnythingGoes'],
    ['usageLocation', 'NOR'],
    ['onPremisesImmutableId', 'a_b'],
  ];
  test.each(invalid)('refuses a bad value for %s: %p', async (name, value) => {
    const answer = await create({ ...ben, [name]: value });
    expect([answer.status, message(answer)]).toEqual([
      400,
      `Invalid value specified for property '${name}' of resource 'User'.`,
    ]);
    expect(sandbox.people()).toHaveLength(30);
  });

  test.each(["ben'@contoso.example", "o'kor_o.#^~!-1@CONTOSO.example"])('takes the name %s', async (name) => {
    expect((await create({ ...ben, userPrincipalName: name })).status).toBe(201);
    const read = await get(sandbox, token, `/v1.0/users/${encodeURIComponent(name)}`);
    expect(member(read.json, 'userPrincipalName')).toBe(name);
  });

  test.each([
    'beno',
    'ben@o@contoso.example',
    'ben.@contoso.example',
    '$ben@contoso.example',
    'bén@contoso.example',
  ])('refuses the name %s', async (userPrincipalName) => {
    expect(message(await create({ ...ben, userPrincipalName }))).toBe(
      'Property userPrincipalName is invalid.',
    );
  });

  test('refuses a foreign domain, an unknown property and one that is read-only', async () => {
    expect(message(await create({ ...ben, userPrincipalName: 'ben@fabrikam.example' }))).toContain(
      'one of the verified domain names',
    );
    expect(message(await create({ ...ben, shoeSize: 43 }))).toBe(
      'One or more properties contains invalid values.',
    );
    expect(message(await create({ ...ben, createdDateTime: '2020-01-01T00:00:00Z' }))).toBe(
      "Property 'createdDateTime' is read-only and cannot be set.",
    );
    expect((await create([])).status).toBe(400);
  });

  test('refuses a name that is taken, in any case, with 400 and not 409', async () => {
    const text = 'Another object with the same value for property userPrincipalName already exists.';
    const taken = await create({ ...ben, userPrincipalName: 'ADELE@contoso.example' });
    expect([taken.status, member(taken.json, 'error')]).toMatchObject([
      400,
      {
        code: 'Request_BadRequest',
        message: text,
        details: [{ code: 'ObjectConflict', message: text, target: 'userPrincipalName' }],
      },
    ]);
    expect([(await create(ben)).status, (await create(ben)).status]).toEqual([201, 400]);
  });

  test('takes a permission, checked before the body, and of people an Entra role too', async () => {
    const refused = await create({}, await signIn(sandbox, 'reader'));
    expect([refused.status, member(refused.json, 'error', 'code')]).toEqual([
      403,
      'Authorization_RequestDenied',
    ]);
    const scopes = ['User.ReadWrite.All'];
    const adele = await sandbox.signIn({ user: 'adele@contoso.example', scopes });
    expect((await create(ben, adele.accessToken)).status).toBe(403);
    const nadia = await sandbox.signIn({ user: 'nadia.admin@contoso.example', scopes });
    expect((await create(ben, nadia.accessToken)).status).toBe(201);
  });
});

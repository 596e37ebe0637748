import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, send, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => clock });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

function user(name: string): string {
  return `/v1.0/users/${encodeURIComponent(name)}@contoso.example`;
}

async function patch(name: string, body: unknown, as = token): Promise<RawAnswer> {
  return write(sandbox, as, 'PATCH', user(name), body);
}

async function read(name: string, properties: string): Promise<unknown> {
  const { json } = await get(sandbox, token, `${user(name)}?$select=${properties}`);
  return Object.fromEntries(Object.entries(json ?? {}).filter(([key]) => !key.startsWith('@')));
}

function refusal(message: string) {
  return { error: { code: 'Request_BadRequest', message } };
}

describe('PATCH of a user', () => {
  test('is a 204 without body or content type, changes what was sent and nothing else', async () => {
    const before = await read('adele', '*');
    const answer = await patch('adele', { accountEnabled: false, jobTitle: 'Lead', mobilePhone: null });
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([204, '', undefined]);
    expect(await read('adele', '*')).toEqual({
      ...Object(before),
      accountEnabled: false,
      jobTitle: 'Lead',
      mobilePhone: null,
    });
    expect(sandbox.people()[2]).toMatchObject({ displayName: 'Adele Winterbourne', accountEnabled: false });
    expect(sandbox.log.find(({ method }) => method === 'PATCH')).toMatchObject({
      acted: true,
      status: 204,
      body: { accountEnabled: false, jobTitle: 'Lead', mobilePhone: null },
    });
  });

  const invalid: [string, unknown][] = [
    ['accountEnabled', 'false'],
    ['accountEnabled', null],
    ['accountEnabled', 0],
    ['displayName', null],
    ['displayName', ''],
    ['displayName', 'x'.repeat(257)],
    ['givenName', 'x'.repeat(65)],
    ['department', 7],
    ['businessPhones', '+47 1'],
    ['businessPhones', ['+47 1', '+47 2']],
    ['usageLocation', 'Norway'],
    ['usageLocation', null],
    ['employeeHireDate', 'yesterday'],
    ['userType', 'Robot'],
    ['passwordProfile', 'secret'],
  ];
  test.each(invalid)('refuses a bad value for %s: %p', async (name, value) => {
    const answer = await patch('adele', { [name]: value });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(
      refusal(`Invalid value specified for property '${name}' of resource 'User'.`),
    );
  });

  test('refuses a read-only property, an unknown one, and one in the wrong case', async () => {
    const readOnly = await patch('adele', { createdDateTime: '2020-01-01T00:00:00Z' });
    expect(readOnly.json).toMatchObject(
      refusal("Property 'createdDateTime' is read-only and cannot be set."),
    );
    for (const name of ['shoeSize', 'AccountEnabled', ' jobTitle']) {
      const answer = await patch('adele', { [name]: true });
      expect([answer.status, member(answer.json, 'error', 'message')]).toEqual([
        400,
        'One or more properties contains invalid values.',
      ]);
    }
  });

  test('changes nothing where one of the properties is refused', async () => {
    expect((await patch('adele', { jobTitle: 'Lead', usageLocation: '?' })).status).toBe(400);
    expect(await read('adele', 'jobTitle')).toEqual({ jobTitle: 'Security Analyst' });
    expect(sandbox.log.filter(({ acted }) => acted)).toEqual([]);
  });

  test('of a synchronized person refuses what the on-premises directory decides, and still disables', async () => {
    const answer = await patch('sylvie', { jobTitle: 'Lead' });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject(
      refusal(
        'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
      ),
    );
    expect((await patch('sylvie', { accountEnabled: false })).status).toBe(204);
  });

  test('needs a JSON object with a content type', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const bare = await send(sandbox.url, user('adele'), { method: 'PATCH', headers, body: '{}' });
    expect(member(bare.json, 'error', 'message')).toContain('Content-Type header declaration');
    for (const body of ['{', '[]', '"x"']) {
      const broken = await send(sandbox.url, user('adele'), {
        method: 'PATCH',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
      expect([broken.status, member(broken.json, 'error', 'code')]).toEqual([400, 'BadRequest']);
    }
  });

  test('of nobody is a 404, but a bad body comes first', async () => {
    expect((await patch('nobody', { accountEnabled: false })).status).toBe(404);
    expect((await patch('nobody', { accountEnabled: 'no' })).status).toBe(400);
  });

  test('renames: the new name works in any case, the old one and a taken one do not', async () => {
    const id = sandbox.people()[2]?.id;
    expect((await patch('adele', { userPrincipalName: 'Adele.W@contoso.example' })).status).toBe(204);
    expect(await read('ADELE.w', 'id')).toEqual({ id });
    expect((await get(sandbox, token, user('adele'))).status).toBe(404);

    const message = 'Another object with the same value for property userPrincipalName already exists.';
    const taken = await patch('noor', { userPrincipalName: 'adele.w@contoso.example' });
    expect(taken.status).toBe(400);
    expect(member(taken.json, 'error')).toMatchObject({
      code: 'Request_BadRequest',
      message,
      details: [{ code: 'ObjectConflict', message, target: 'userPrincipalName' }],
    });
    const elsewhere = await patch('noor', { userPrincipalName: 'noor@fabrikam.example' });
    expect(member(elsewhere.json, 'error', 'message')).toContain('one of the verified domain names');
    const accented = await patch('noor', { userPrincipalName: 'noór@contoso.example' });
    expect(member(accented.json, 'error', 'message')).toBe('Property userPrincipalName is invalid.');
  });

  test('sets a strong password without keeping or logging it, and refuses a weak one', async () => {
    const weak = await patch('adele', { passwordProfile: { password: 'password' } });
    expect(weak.status).toBe(400);
    expect(member(weak.json, 'error', 'message')).toContain('password complexity');
    clock += 60_000;
    const password = 'xWwvJ]6NMw+bWH-d';
    const strong = await patch('adele', {
      passwordProfile: { forceChangePasswordNextSignIn: true, password },
    });
    expect(strong.status).toBe(204);
    expect(await read('adele', 'passwordProfile,lastPasswordChangeDateTime')).toEqual({
      passwordProfile: {
        forceChangePasswordNextSignIn: true,
        forceChangePasswordNextSignInWithMfa: false,
        password: null,
      },
      lastPasswordChangeDateTime: '2026-03-02T08:42:17.000Z',
    });
    expect(JSON.stringify([sandbox.log, sandbox.people()])).not.toContain(password);
  });
});

describe('permission to change a user', () => {
  test('is asked per property: enabling and disabling has one of its own', async () => {
    const disabler = await signIn(sandbox, 'disabler');
    expect((await patch('adele', { accountEnabled: false }, disabler)).status).toBe(204);
    expect((await patch('adele', { jobTitle: 'Lead' }, disabler)).status).toBe(403);
    expect((await patch('adele', { accountEnabled: true, jobTitle: 'Lead' }, disabler)).status).toBe(403);
    const reader = await signIn(sandbox, 'reader');
    const refused = await patch('nobody', { accountEnabled: false }, reader);
    expect([refused.status, member(refused.json, 'error', 'code')]).toEqual([
      403,
      'Authorization_RequestDenied',
    ]);
  });

  test('does not reach administrators without an Entra role', async () => {
    for (const app of ['disabler', 'soar']) {
      const refused = await patch('breakglass', { accountEnabled: false }, await signIn(sandbox, app));
      expect([refused.status, member(refused.json, 'error', 'code')]).toEqual([
        403,
        'Authorization_RequestDenied',
      ]);
    }
    expect((await patch('nadia.admin', { jobTitle: 'Administrator' })).status).toBe(204);
    expect(
      (await patch('breakglass', { accountEnabled: false }, await signIn(sandbox, 'admin'))).status,
    ).toBe(204);
  });
});

describe('revokeSignInSessions', () => {
  test('answers 200 with true and sets from when sessions are good', async () => {
    const answer = await write(sandbox, token, 'POST', `${user('adele')}/revokeSignInSessions`);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#Edm.Boolean`,
      value: true,
    });
    expect(await read('adele', 'signInSessionsValidFromDateTime')).toEqual({
      signInSessionsValidFromDateTime: '2026-03-02T08:41:17.000Z',
    });
  });

  test('answers the same for a guest, for whom it changes nothing', async () => {
    const name = 'mia_fabrikam.example#EXT#';
    const before = await read(name, 'signInSessionsValidFromDateTime');
    const answer = await write(sandbox, token, 'POST', `${user(name)}/revokeSignInSessions`);
    expect(member(answer.json, 'value')).toBe(true);
    expect(await read(name, 'signInSessionsValidFromDateTime')).toEqual(before);
    expect(sandbox.log.find(({ path }) => path.endsWith('/revokeSignInSessions'))?.acted).toBe(false);
  });

  test('is a 404 for nobody, a 403 without permission, a 405 by GET', async () => {
    const nobody = await write(sandbox, token, 'POST', `${user('nobody')}/revokeSignInSessions`);
    const reader = await signIn(sandbox, 'reader');
    const refused = await write(sandbox, reader, 'POST', `${user('adele')}/revokeSignInSessions`);
    const read405 = await get(sandbox, token, `${user('adele')}/revokeSignInSessions`);
    expect([nobody.status, refused.status, read405.status]).toEqual([404, 403, 405]);
  });
});

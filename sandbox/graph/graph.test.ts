import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, send, signIn } from '../raw-client.js';

let sandbox: Sandbox;
let clock = Date.UTC(2026, 2, 2, 8, 41, 17);

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => clock });
});
afterAll(() => sandbox.close());

const adele = '/v1.0/users/adele@contoso.example';
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('a token', () => {
  const challenge = expect.stringContaining('client_id="00000003-0000-0000-c000-000000000000"');

  async function refusal(authorization: string | undefined) {
    const answer = await send(sandbox.url, adele, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toEqual(challenge);
    expect(member(answer.json, 'error', 'code')).toBe('InvalidAuthenticationToken');
    return member(answer.json, 'error', 'message');
  }

  test('that is missing, empty or no JWT is a 401 that says so', async () => {
    expect(await refusal(undefined)).toBe('Access token is empty.');
    expect(await refusal('Bearer ')).toBe('Access token is empty.');
    expect(await refusal('Bearer nonsense')).toBe('CompactToken parsing failed with error code: 80049217');
  });

  test('for another audience, or signed by somebody else, is a 401', async () => {
    const forged = new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h');
    expect(await refusal(`Bearer ${await forged.sign(new TextEncoder().encode('x'.repeat(32)))}`)).toBe(
      'Access token validation failure.',
    );
    const key = new TextEncoder().encode('the sandbox signs with this, and nothing else trusts it');
    const elsewhere = new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('https://vault.example')
      .setExpirationTime('1h');
    expect(await refusal(`Bearer ${await elsewhere.sign(key)}`)).toBe(
      'Access token validation failure. Invalid audience.',
    );
  });

  test('opens Graph for at least an hour and not after 95 minutes', async () => {
    const token = await signIn(sandbox);
    clock += 59 * 60_000;
    expect((await get(sandbox, token, adele)).status).toBe(200);
    clock += 37 * 60_000;
    expect(await refusal(`Bearer ${token}`)).toBe('Lifetime validation failed, the token is expired.');
  });

  test('is judged before anything else, so that strangers learn nothing', async () => {
    const token = await signIn(sandbox, 'unprivileged');
    const [bad, missing, query] = await Promise.all([
      send(sandbox.url, '/v1.0/no-such-thing'),
      get(sandbox, token, '/v1.0/users/nobody@contoso.example'),
      get(sandbox, token, '/v1.0/users?$top=1000'),
    ]);
    expect([bad.status, missing.status, query.status]).toEqual([401, 403, 403]);
  });

  test('with User.ReadBasic.All shows names and mail, null for the rest, and refuses what it names beyond', async () => {
    const token = await signIn(sandbox, 'basic-reader');
    const { json } = await get(sandbox, token, adele);
    expect(json).toMatchObject({
      displayName: 'Adele Winterbourne',
      mail: 'adele@contoso.example',
      jobTitle: null,
      mobilePhone: null,
    });
    const beyond = await Promise.all([
      get(sandbox, token, `${adele}?$select=id,department`),
      get(sandbox, token, "/v1.0/users?$filter=department%20eq%20'Security'"),
      get(sandbox, token, `${adele}/manager`),
    ]);
    expect(beyond.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('with User.Read.All reads profiles, but not the sign-in activity', async () => {
    const token = await signIn(sandbox, 'reader');
    expect((await get(sandbox, token, `${adele}?$select=department`)).json).toMatchObject({
      department: 'Security',
    });
    const id =
      sandbox.people().find(({ userPrincipalName }) => userPrincipalName.startsWith('adele@'))?.id ?? '';
    expect((await get(sandbox, token, `/v1.0/users/${id}?$select=signInActivity`)).status).toBe(403);
  });
});

describe('an answer', () => {
  test('repeats the client request ID in header and inner error, beside a request ID of its own', async () => {
    const token = await signIn(sandbox);
    const id = '8b1d0c7e-55aa-4e2f-9d35-0a1b2c3d4e5f';
    const { headers, json } = await get(sandbox, token, '/v1.0/users/nobody', { 'client-request-id': id });
    expect(headers['client-request-id']).toBe(id);
    expect(headers['request-id']).toMatch(guid);
    expect(headers['request-id']).not.toBe(id);
    expect(member(json, 'error', 'innerError')).toEqual({
      date: new Date(clock).toISOString().slice(0, 19),
      'request-id': headers['request-id'],
      'client-request-id': id,
    });
  });

  test('has the server’s ID in both places where the client sent none', async () => {
    const { headers } = await get(sandbox, await signIn(sandbox), adele);
    expect(headers['client-request-id']).toBe(headers['request-id']);
  });

  test('has the headers of Graph', async () => {
    const { headers } = await get(sandbox, await signIn(sandbox), '/v1.0/users');
    expect(headers).toMatchObject({
      'content-type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      'odata-version': '4.0',
      'cache-control': 'no-cache',
      'x-ms-resource-unit': '2',
    });
  });
});

describe('a path', () => {
  const cases: [string, string, string, number, string, string][] = [
    [
      '/me',
      'GET',
      '/v1.0/me',
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    ],
    [
      'an unknown segment',
      'GET',
      '/v1.0/teapots',
      400,
      'BadRequest',
      "Resource not found for the segment 'teapots'.",
    ],
    [
      'an unknown tail',
      'GET',
      `${adele}/teapots`,
      400,
      'BadRequest',
      "Resource not found for the segment 'teapots'.",
    ],
    ['another version', 'GET', '/v0.9/users', 400, 'BadRequest', 'Invalid version.'],
    [
      'a wrong method',
      'PUT',
      '/v1.0/users',
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    ],
  ];

  test.each(cases)('with %s is refused', async (_name, method, target, status, code, message) => {
    const authorization = `Bearer ${await signIn(sandbox)}`;
    const answer = await send(sandbox.url, target, { method, headers: { authorization } });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ error: { code, message } });
  });
});

describe('the log', () => {
  test('says what was asked, by whom, when, and how it ended', async () => {
    const id = '11111111-55aa-4e2f-9d35-0a1b2c3d4e5f';
    const { headers } = await get(sandbox, await signIn(sandbox, 'reader'), `${adele}?$select=id`, {
      'client-request-id': id,
    });
    expect(sandbox.log.at(-1)).toEqual({
      method: 'GET',
      host: new URL(sandbox.url).host,
      path: `${adele}?$select=id`,
      status: 200,
      requestId: headers['request-id'],
      clientRequestId: id,
      app: 'reader',
      at: new Date(clock).toISOString(),
      acted: false,
    });
  });
});

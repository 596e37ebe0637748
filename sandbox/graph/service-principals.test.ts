import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mfaClient, startSandbox, type Sandbox } from '../index.js';
import { claimsOf, get, member, postForm, redeem, signIn, write, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let token: string;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => now });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const filtered = `/v1.0/servicePrincipals?$filter=appId%20eq%20'${mfaClient.clientId}'&$select=id`;
const resource = 'https://adnotifications.windowsazure.com/StrongAuthenticationService.svc/Connector';

async function mfaPrincipal(): Promise<string> {
  const { json } = await get(sandbox, token, filtered);
  return String(member(json, 'value', '0', 'id'));
}

async function addPassword(
  passwordCredential: unknown = { displayName: 'MFA App Secret' },
): Promise<RawAnswer> {
  const path = `/v1.0/servicePrincipals/${await mfaPrincipal()}/addPassword`;
  return write(sandbox, token, 'POST', path, { passwordCredential });
}

const mfaToken = (client_secret: string, changes: Record<string, string | undefined> = {}) =>
  postForm(sandbox.url, `/${sandbox.tenantId}/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: mfaClient.clientId,
    client_secret,
    resource,
    scope: 'openid',
    ...changes,
  });

const codeOf = ({ json }: RawAnswer) => member(json, 'error_codes', '0');

describe('service principals', () => {
  test('are found by appId, with what was selected', async () => {
    const { json } = await get(sandbox, token, filtered);
    expect(json).toEqual({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#servicePrincipals(id)`,
      value: [{ id: expect.stringMatching(/^[\da-f-]{36}$/) }],
    });
    const none = await get(sandbox, token, filtered.replace('981f26a1', '00000000'));
    expect(member(none.json, 'value')).toEqual([]);
  });

  test('are read by object ID and by appId, and an appId is no object ID', async () => {
    const id = await mfaPrincipal();
    const base = '/v1.0/servicePrincipals';
    const answers = await Promise.all(
      [
        `${base}/${id}`,
        `${base}(appId='${mfaClient.clientId}')`,
        `${base}/${mfaClient.clientId}`,
        `${base}/x`,
      ].map((path) => get(sandbox, token, path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 400]);
    expect(answers[1]?.json).toMatchObject({ id, displayName: 'Azure Multi-Factor Auth Client' });
    expect(member(answers[3]?.json, 'error', 'message')).toBe("Invalid object identifier 'x'.");
  });

  test.each([
    ["$filter=tags/any(t:t eq 'x')", 400],
    ["$filter=homepage eq 'x'", 400],
    ['$select=secret', 400],
    ['$orderby=displayName', 400],
    ["$filter=startswith(displayName,'azure')", 200],
    ['$top=1', 200],
  ])('asked with %s answer %i', async (query, status) => {
    const answer = await get(sandbox, token, `/v1.0/servicePrincipals?${query.replaceAll(' ', '%20')}`);
    expect(answer.status).toBe(status);
    if (status === 200) expect(member(answer.json, 'value')).toHaveLength(1);
  });
});

describe('a new password', () => {
  test('is shown once, with a hint and an end in two years', async () => {
    const answer = await addPassword();
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#microsoft.graph.passwordCredential`,
      customKeyIdentifier: null,
      displayName: 'MFA App Secret',
      startDateTime: '2026-03-02T08:41:17.000Z',
      endDateTime: '2028-03-02T08:41:17.000Z',
    });
    const secret = String(member(answer.json, 'secretText'));
    expect(secret.length).toBeGreaterThanOrEqual(16);
    expect(member(answer.json, 'hint')).toBe(secret.slice(0, 3));
    const shown = await get(sandbox, token, `/v1.0/servicePrincipals/${await mfaPrincipal()}`);
    expect(member(shown.json, 'passwordCredentials', '0')).toMatchObject({
      keyId: member(answer.json, 'keyId'),
      secretText: null,
    });
    expect(shown.text).not.toContain(secret);
  });

  test('gets a token for the MFA service at the older endpoint, all numbers as text', async () => {
    const { json } = await addPassword();
    const answer = await mfaToken(String(member(json, 'secretText')));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ token_type: 'Bearer', resource });
    const claims = claimsOf(member(answer.json, 'access_token'));
    expect(claims).toMatchObject({ aud: resource, appid: mfaClient.clientId, ver: '1.0' });
    expect(member(answer.json, 'expires_on')).toBe(String(member(claims, 'exp')));
  });

  test('of another service principal opens the newer endpoint for that one', async () => {
    const app = sandbox.apps.find(({ name }) => name === 'reader');
    const path = `/v1.0/servicePrincipals(appId='${app?.clientId ?? ''}')/addPassword`;
    const made = await write(sandbox, token, 'POST', path, { passwordCredential: {} });
    const client_secret = String(member(made.json, 'secretText'));
    const form = {
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      client_secret,
    };
    expect((await redeem(sandbox, form, 'reader')).status).toBe(200);
    expect(codeOf(await redeem(sandbox, form, 'soar'))).toBe(7000215);
    expect(codeOf(await mfaToken(client_secret))).toBe(7000215);
  });

  test('is not known to the sign-in side at once, where the switch says so', async () => {
    sandbox.switches.appPasswordDelaySeconds = 30;
    const secret = String(member((await addPassword()).json, 'secretText'));
    const early = await mfaToken(secret);
    now += 30_000;
    const later = await mfaToken(secret);
    expect([early.status, codeOf(early), later.status]).toEqual([401, 7000215, 200]);
  });

  test('ends when it said it would', async () => {
    const { json } = await addPassword({ endDateTime: '2026-03-03T08:41:17Z' });
    now += 24 * 60 * 60 * 1000;
    expect(codeOf(await mfaToken(String(member(json, 'secretText'))))).toBe(7000222);
  });

  test('can be removed, once, and then opens nothing', async () => {
    const { json } = await addPassword();
    const path = `/v1.0/servicePrincipals/${await mfaPrincipal()}/removePassword`;
    const remove = () => write(sandbox, token, 'POST', path, { keyId: member(json, 'keyId') });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 400]);
    expect(codeOf(await mfaToken(String(member(json, 'secretText'))))).toBe(7000215);
  });

  test.each([
    [[]],
    [{ endDateTime: 'never' }],
    [{ endDateTime: '2020-01-01T00:00:00Z' }],
    [{ displayName: 1 }],
  ])('from %j is refused', async (credential) => {
    expect((await addPassword(credential)).status).toBe(400);
  });

  test('takes permissions, and for a person an Entra role', async () => {
    const path = `/v1.0/servicePrincipals/${await mfaPrincipal()}/addPassword`;
    const scopes = ['Application.ReadWrite.All'];
    const [global, lesser] = await Promise.all(
      ['breakglass', 'nadia.admin'].map((name) =>
        sandbox.signIn({ user: `${name}@contoso.example`, scopes }),
      ),
    );
    const tokens = [await signIn(sandbox, 'reader'), lesser?.accessToken ?? '', global?.accessToken ?? ''];
    const answers = await Promise.all(
      tokens.map((as) => write(sandbox, as, 'POST', path, { passwordCredential: {} })),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200]);
  });
});

describe('the older token endpoint', () => {
  test.each([
    ['without a resource', { resource: undefined }, 900144],
    ['for Graph', { resource: 'https://graph.microsoft.com' }, 500011],
    ['for an unknown client', { client_id: '11111111-1111-4111-a111-111111111111' }, 700016],
    ['without a secret', { client_secret: undefined }, 7000218],
    ['with a wrong secret', {}, 7000215],
    ['for a person', { grant_type: 'password' }, 70003],
  ])('refuses a request %s', async (_, changes, code) => {
    expect(codeOf(await mfaToken('wrong', changes))).toBe(code);
  });

  test('gives a token that Graph does not take', async () => {
    const { json } = await addPassword();
    const answer = await mfaToken(String(member(json, 'secretText')));
    const refused = await get(sandbox, String(member(answer.json, 'access_token')), '/v1.0/users');
    expect([refused.status, member(refused.json, 'error', 'message')]).toEqual([
      401,
      'Access token validation failure. Invalid audience.',
    ]);
  });
});

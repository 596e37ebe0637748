import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, send, signIn, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let clientId: string;
let clientSecret: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  clientId = sandbox.apps[0]?.clientId ?? '';
  clientSecret = sandbox.apps[0]?.clientSecret ?? '';
});
afterAll(() => sandbox.close());

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** Asks for a token; an undefined change leaves the parameter out. */
async function ask(
  changes: Record<string, string | undefined> = {},
  options: { tenant?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const parameters: Record<string, string | undefined> = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
    ...changes,
  };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) form.set(name, value);
  return send(sandbox.url, `/${options.tenant ?? sandbox.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { ...formType, ...options.headers },
    body: form.toString(),
  });
}

function claimsOf(answer: RawAnswer): unknown {
  const payload = String(member(answer.json, 'access_token')).split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}

describe('a token', () => {
  test('lives a random 60 to 90 minutes, says so as a number, and comes without refresh token or scope', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask()));
    const lifetimes = answers.map((answer) => member(answer.json, 'expires_in'));
    for (const lifetime of lifetimes) {
      expect(lifetime).toBeGreaterThanOrEqual(3600);
      expect(lifetime).toBeLessThanOrEqual(5400);
    }
    expect(new Set(lifetimes).size).toBeGreaterThan(1);
    expect(Object.keys(answers[0]?.json ?? {}).sort()).toEqual([
      'access_token',
      'expires_in',
      'ext_expires_in',
      'token_type',
    ]);
    expect(answers[0]?.headers['cache-control']).toContain('no-store');
  });

  test('carries the claims of an app-only Graph token', async () => {
    const answer = await ask();
    const claims = claimsOf(answer);
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${sandbox.tenantId}/`,
      appid: clientId,
      appidacr: '1',
      idtyp: 'app',
      tid: sandbox.tenantId,
      ver: '1.0',
    });
    expect(member(claims, 'roles')).toContain('User.Read.All');
    expect(member(claims, 'oid')).toBe(member(claims, 'sub'));
    expect(member(claims, 'scp')).toBeUndefined();
    expect(Number(member(claims, 'exp')) - Number(member(claims, 'iat'))).toBe(
      member(answer.json, 'expires_in'),
    );
  });

  test('is issued to an application without any role, and then Graph answers 403', async () => {
    const token = await signIn(sandbox, 'unprivileged');
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    expect(payload).not.toHaveProperty('roles');
    const answer = await get(sandbox, token, '/v1.0/users');
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({
      error: {
        code: 'Authorization_RequestDenied',
        message: 'Insufficient privileges to complete the operation.',
      },
    });
  });

  test('lacks what nobody had consented to when it was issued, and the next one has it', async () => {
    const rolesOf = async () => member(claimsOf(await ask()), 'roles');
    const withheld = 'User.ReadWrite.All';
    sandbox.switches.permissionsWithoutConsent = [withheld];
    expect(await rolesOf()).not.toContain(withheld);
    sandbox.switches.permissionsWithoutConsent = [];
    expect(await rolesOf()).toContain(withheld);
  });

  test('is given for the verified domain as tenant, for HTTP Basic, and for every spelling of the Graph resource', async () => {
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`);
    const answers = await Promise.all([
      ask({}, { tenant: sandbox.domain }),
      ask(
        { client_id: undefined, client_secret: undefined },
        { headers: { authorization: `Basic ${basic.toString('base64')}` } },
      ),
      ask({ scope: `${sandbox.url}/.default` }),
      ask({ scope: 'https://graph.microsoft.us/.default' }),
      ask({ scope: '00000003-0000-0000-c000-000000000000/.default' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('of one process opens the sandbox of the next', async () => {
    const token = await signIn(sandbox);
    const next = await startSandbox();
    const answer = await get(next, token, '/v1.0/users?$top=1');
    await next.close();
    expect(answer.status).toBe(200);
    expect({ tenantId: next.tenantId, apps: next.apps }).toEqual({
      tenantId: sandbox.tenantId,
      apps: sandbox.apps,
    });
  });
});

describe('a refusal', () => {
  const cases: [string, () => Promise<RawAnswer>, number, number, string][] = [
    ['a wrong secret', () => ask({ client_secret: 'wrong' }), 401, 7000215, 'invalid_client'],
    ['a missing secret', () => ask({ client_secret: undefined }), 401, 7000218, 'invalid_client'],
    ['an empty secret', () => ask({ client_secret: '' }), 401, 7000218, 'invalid_client'],
    [
      'an assertion without its type',
      () => ask({ client_assertion: 'e30.e30.x' }),
      400,
      900144,
      'invalid_request',
    ],
    ['an unknown client', () => ask({ client_id: sandbox.tenantId }), 400, 700016, 'unauthorized_client'],
    [
      'an unknown tenant',
      () => ask({}, { tenant: '11111111-2222-4333-8444-555555555555' }),
      400,
      90002,
      'invalid_request',
    ],
    ['an unknown domain', () => ask({}, { tenant: 'fabrikam.example' }), 400, 90002, 'invalid_request'],
    ['a malformed tenant', () => ask({}, { tenant: 'nonsense' }), 400, 900023, 'invalid_request'],
    ['a missing grant type', () => ask({ grant_type: undefined }), 400, 900144, 'invalid_request'],
    ['a missing client', () => ask({ client_id: undefined }), 400, 900144, 'invalid_request'],
    ['an unknown grant type', () => ask({ grant_type: 'telepathy' }), 400, 70003, 'unsupported_grant_type'],
    ['a scope without /.default', () => ask({ scope: 'User.Read.All' }), 400, 1002012, 'invalid_scope'],
    [
      'an unknown resource',
      () => ask({ scope: 'https://vault.contoso.example/.default' }),
      400,
      500011,
      'invalid_resource',
    ],
    [
      'a resource parameter',
      () => ask({ resource: 'https://graph.microsoft.com' }),
      400,
      901002,
      'invalid_request',
    ],
    ['/common', () => ask({}, { tenant: 'common' }), 400, 9001023, 'invalid_request'],
    ['/organizations', () => ask({}, { tenant: 'organizations' }), 400, 50194, 'invalid_request'],
    [
      'GET',
      () => send(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`),
      400,
      900561,
      'invalid_request',
    ],
    [
      'a JSON body',
      () =>
        send(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"grant_type":"client_credentials"}',
        }),
      400,
      900144,
      'invalid_request',
    ],
  ];

  test.each(cases)(
    'of a %s has its status, AADSTS number and error',
    async (_name, run, status, number, error) => {
      const answer = await run();
      expect(answer.status).toBe(status);
      expect(answer.json).toMatchObject({
        error,
        error_codes: [number],
        error_description: expect.stringContaining(`AADSTS${number}: `),
        error_uri: `https://login.microsoftonline.com/error?code=${number}`,
      });
      expect(answer.text).not.toMatch(/\{\w+\}/);
    },
  );

  test('can be traced: trace ID, time, and the caller’s GUID as correlation ID', async () => {
    const id = '8b1d0c7e-55aa-4e2f-9d35-0a1b2c3d4e5f';
    const { json, headers } = await ask({ client_secret: 'wrong' }, { headers: { 'client-request-id': id } });
    const description = String(member(json, 'error_description'));
    expect(member(json, 'correlation_id')).toBe(id);
    expect(description).toContain(`Correlation ID: ${id}`);
    expect(description).toContain(`Trace ID: ${String(member(json, 'trace_id'))}`);
    expect(description).toContain(`Timestamp: ${String(member(json, 'timestamp'))}`);
    expect(member(json, 'timestamp')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
    expect(headers['x-ms-request-id']).toBe(member(json, 'trace_id'));
  });

  test('of a secret whose plus sign was not encoded is the one for a wrong secret', async () => {
    const answer = await send(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: formType,
      body: `grant_type=client_credentials&client_id=${clientId}&scope=https://graph.microsoft.com/.default&client_secret=${clientSecret}`,
    });
    expect(answer.json).toMatchObject({ error_codes: [7000215] });
  });

  test('leaves no secret in the log', async () => {
    await ask({ client_secret: 'hunter2' });
    expect(JSON.stringify(sandbox.log)).not.toContain('hunter2');
    expect(JSON.stringify(sandbox.log)).not.toContain(clientSecret);
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'POST', status: 401 });
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { identityHeader, managedIdentities, startSandbox, type FaultKind, type Sandbox } from '../index.js';
import { claimsOf, get, member, send, type RawAnswer } from '../raw-client.js';

const now = Date.UTC(2026, 2, 2, 8, 0, 0);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterEach(() => sandbox.close());

async function ask(
  query: Record<string, string> = {},
  headers: Record<string, string> = { Metadata: 'true' },
): Promise<RawAnswer> {
  const all = new URLSearchParams({
    'api-version': '2018-02-01',
    resource: 'https://graph.microsoft.com/',
    ...query,
  });
  return send(sandbox.url, `/metadata/identity/oauth2/token?${all.toString()}`, { headers });
}

test('the machine’s own identity gets a token for Graph, with all numbers as text', async () => {
  const { status, json } = await ask();
  expect(status).toBe(200);
  const seconds = Math.floor(now / 1000);
  const lifetime = member(json, 'expires_in');
  expect(typeof lifetime).toBe('string');
  expect(json).toMatchObject({
    token_type: 'Bearer',
    resource: 'https://graph.microsoft.com/',
    client_id: managedIdentities.systemAssigned.clientId,
    expires_on: String(seconds + Number(lifetime)),
    not_before: String(seconds),
  });
  const token = String(member(json, 'access_token'));
  expect(claimsOf(token)).toMatchObject({ aud: 'https://graph.microsoft.com', appidacr: '2', idtyp: 'app' });
  expect((await get(sandbox, token, '/v1.0/users?$top=1')).status).toBe(200);
});

test('client_id chooses the assigned identity', async () => {
  const { clientId } = managedIdentities.userAssigned;
  expect(member((await ask({ client_id: clientId })).json, 'client_id')).toBe(clientId);
  const unknown = await ask({ client_id: '11111111-2222-4333-8444-555555555555' });
  expect([unknown.status, member(unknown.json, 'error_description')]).toEqual([400, 'Identity not found']);
});

test('a token can be for the Graph of another cloud', async () => {
  const { json } = await ask({ resource: 'https://graph.microsoft.us' });
  expect(claimsOf(member(json, 'access_token'))).toMatchObject({ aud: 'https://graph.microsoft.us' });
});

describe('a request is refused', () => {
  test.each([
    ['without the header', {}, {}, 'Required metadata header not specified'],
    [
      'through a proxy',
      {},
      { Metadata: 'true', 'X-Forwarded-For': '10.0.0.1' },
      'X-Forwarded-For is not allowed',
    ],
    [
      'without a resource',
      { resource: '' },
      { Metadata: 'true' },
      'Required audience parameter not specified',
    ],
    ['without a version', { 'api-version': '' }, { Metadata: 'true' }, 'Unsupported or missing api-version'],
  ])('%s', async (_name, query, headers, description) => {
    const answer = await ask(query, headers);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({ error: 'invalid_request', error_description: description });
  });

  test('for a resource the tenant does not know', async () => {
    const answer = await ask({ resource: 'https://vault.contoso.example' });
    expect(answer.json).toMatchObject({ error: 'invalid_resource' });
  });

  test.each<[FaultKind, number]>([
    ['404', 404],
    ['410', 410],
    ['throttle', 429],
    ['500', 500],
  ])('by the fault %s', async (kind, status) => {
    sandbox.faults = [{ kind, times: 1 }];
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(member(answer.json, 'error_description')).toBeTruthy();
    expect((await ask()).status).toBe(200);
  });
});

describe('as App Service', () => {
  const query = 'api-version=2019-08-01&resource=https://graph.microsoft.com';

  test('a token is for who knows the header of the environment', async () => {
    const { status, json } = await send(sandbox.url, `/msi/token?${query}`, {
      headers: { 'X-IDENTITY-HEADER': identityHeader },
    });
    expect(status).toBe(200);
    expect(typeof member(json, 'expires_on')).toBe('string');
    expect(claimsOf(member(json, 'access_token'))).toMatchObject({ aud: 'https://graph.microsoft.com' });
  });

  test.each([
    ['without the header', query, {}, 401],
    ['with another header', query, { 'X-IDENTITY-HEADER': 'x' }, 401],
    ['for the version of the machine', query.replace('2019-08', '2018-02'), undefined, 400],
  ])('nothing is given %s', async (_name, asked, headers, status) => {
    const own = { 'X-IDENTITY-HEADER': identityHeader };
    expect((await send(sandbox.url, `/msi/token?${asked}`, { headers: headers ?? own })).status).toBe(status);
  });
});

describe('as the agent of Azure Arc', () => {
  const path = '/metadata/identity/oauth2/token?api-version=2020-06-01&resource=https://graph.microsoft.com';
  let folder: string;
  let arc: Sandbox;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-arc-'));
    arc = await startSandbox({ arcKeyFolder: folder });
  });
  afterEach(async () => {
    await arc.close();
    await rm(folder, { recursive: true });
  });
  const askArc = (headers = {}) => send(arc.url, path, { headers: { Metadata: 'true', ...headers } });

  test('a token is for who reads the file of the challenge, and its key serves once', async () => {
    const challenged = await askArc();
    expect(challenged.status).toBe(401);
    const [, file = ''] =
      /^Basic realm=(.+\.key)$/.exec(String(challenged.headers['www-authenticate'])) ?? [];
    expect(dirname(file)).toBe(folder);
    const shown = { Authorization: `Basic ${await readFile(file, 'utf8')}` };
    expect((await askArc(shown)).status).toBe(200);
    expect((await askArc(shown)).status).toBe(401);
  });

  test('a key that was made up is challenged anew', async () => {
    expect((await askArc({ Authorization: 'Basic x' })).status).toBe(401);
  });

  test('it is there only where it was asked for', async () => {
    expect((await send(sandbox.url, path, { headers: { Metadata: 'true' } })).status).toBe(400);
  });
});

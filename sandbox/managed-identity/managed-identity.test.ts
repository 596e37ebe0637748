import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { managedIdentities, startSandbox, type FaultKind, type Sandbox } from '../index.js';
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

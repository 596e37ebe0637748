import { createCipheriv, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type FaultKind, type Sandbox } from '../index.js';
import { claimsOf, get, member, send, type RawAnswer } from '../raw-client.js';
import { openToken } from './open-token.js';

const now = Date.UTC(2026, 2, 2, 8, 0, 0);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
});
afterEach(() => sandbox.close());

function seal(token: string, key: string, at = now): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce);
  const sealed = [cipher.update(`${Math.floor(at / 1000)}:${token}`, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64');
}

function registration(appName: string) {
  const found = sandbox.oproxy.find((entry) => entry.appName === appName);
  if (!found) throw new Error('There is no such registration.');
  return found;
}

async function post(body: unknown): Promise<RawAnswer> {
  return send(sandbox.url, '/oproxy/obtain-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function ask(appName: string, changes: Record<string, unknown> = {}): Promise<RawAnswer> {
  const { id, token, key } = registration(appName);
  return post({
    app_name: appName,
    registration_id: id,
    encrypted_token: seal(token, key),
    scope: null,
    resource: '',
    ...changes,
  });
}

test('the published vector opens', () => {
  const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
  const sealed =
    'AAECAwQFBgcICQoLdjXmK/XV8iu9ca26gNhJXLLnthnCSW1OFVTWti5ENIY1JIPJmvQnrUGRSti9sh0atGDOHQlngfkX6nN8nhum';
  expect(openToken(sealed, key)).toEqual({
    sealedAt: 1_700_000_000,
    token: '11111111-2222-3333-4444-555555555555',
  });
  expect(openToken(sealed.replace('djXm', 'djXn'), key)).toBeUndefined();
});

test('the users product gets the token of an application, and no refresh token', async () => {
  const answer = await ask('ms-graph-user');
  expect(answer.status).toBe(200);
  expect(Object.keys(answer.json ?? {}).sort()).toEqual(['access_token', 'expires_in']);
  expect(answer.headers['function-execution-id']).toBeTruthy();
  const token = String(member(answer.json, 'access_token'));
  expect(claimsOf(token)).toMatchObject({ idtyp: 'app' });
  expect((await get(sandbox, token, '/v1.0/users?$top=1')).status).toBe(200);
});

test('the chats product acts for a person, and its next request brings the token of the last', async () => {
  const first = await ask('ms-graph-teams');
  expect(claimsOf(member(first.json, 'access_token'))).toMatchObject({ upn: 'adele@contoso.example' });
  const { key } = registration('ms-graph-teams');
  const next = String(member(first.json, 'refresh_token'));
  const second = await ask('ms-graph-teams', { encrypted_token: seal(next, key) });
  expect(second.status).toBe(200);
  expect(member(second.json, 'refresh_token')).not.toBe(next);
});

describe('a refusal has a title and a detail', () => {
  const wrongKey = Buffer.alloc(32).toString('base64');
  const cases: [string, () => Promise<RawAnswer>, number, RegExp][] = [
    ['of a body that is no JSON', () => post('nonsense'), 400, /JSON/],
    ['of a missing field', () => ask('ms-graph-user', { app_name: undefined }), 400, /app_name/],
    [
      'of an unknown registration',
      () => ask('ms-graph-user', { registration_id: 'nobody' }),
      401,
      /registration/,
    ],
    [
      'of another product’s registration',
      () => ask('ms-graph-user', { app_name: 'ms-graph-teams' }),
      401,
      /registration/,
    ],
    [
      'of another key',
      () => ask('ms-graph-user', { encrypted_token: seal(sandbox.tenantId, wrongKey) }),
      401,
      /decrypted/,
    ],
    ['of no ciphertext', () => ask('ms-graph-user', { encrypted_token: 'AAAA' }), 401, /decrypted/],
    [
      'of another tenant’s token',
      () => ask('ms-graph-user', { encrypted_token: seal('other', registration('ms-graph-user').key) }),
      401,
      /not the registered one/,
    ],
    [
      'of a clock that is six minutes slow',
      () => {
        const { token, key } = registration('ms-graph-user');
        return ask('ms-graph-user', { encrypted_token: seal(token, key, now - 6 * 60_000) });
      },
      401,
      /clock/,
    ],
  ];
  test.each(cases)('%s', async (_name, run, status, detail) => {
    const answer = await run();
    expect(answer.status).toBe(status);
    expect(member(answer.json, 'title')).toBeTruthy();
    expect(member(answer.json, 'detail')).toMatch(detail);
  });

  test.each<[FaultKind, number, string | undefined]>([
    ['throttle', 429, '10'],
    ['503', 503, undefined],
    ['500', 500, undefined],
  ])('of the fault %s has a message', async (kind, status, retryAfter) => {
    sandbox.faults = [{ kind, match: { path: /obtain-token/ } }];
    const answer = await ask('ms-graph-user');
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, retryAfter]);
    expect(member(answer.json, 'message')).toBeTruthy();
    expect(sandbox.log.at(-1)).toMatchObject({ fault: kind });
  });
});

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { importJWK, jwtVerify } from 'jose';
import { startSandbox, type Sandbox, type SignInRequest } from '../index.js';
import { claimsOf, get, member, redeem, send, signIn, write, type RawAnswer } from '../raw-client.js';

const start = Date.UTC(2026, 2, 2, 8, 0, 0);
const minute = 60_000;
const day = 24 * 60 * minute;

let sandbox: Sandbox;
let clock: number;

beforeEach(async () => {
  clock = start;
  sandbox = await startSandbox({ now: () => clock });
});
afterEach(() => sandbox.close());

const adele = { user: 'adele@contoso.example' };

async function redeemCode(
  request: SignInRequest = adele,
  changes: Record<string, string | undefined> = {},
): Promise<RawAnswer> {
  const { code, redirectUri } = await sandbox.authorize(request);
  return redeem(sandbox, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    ...changes,
  });
}

async function refresh(token: unknown, changes: Record<string, string | undefined> = {}, app?: string) {
  return redeem(sandbox, { grant_type: 'refresh_token', refresh_token: String(token), ...changes }, app);
}

function codesOf(answer: RawAnswer): unknown {
  return member(answer.json, 'error_codes');
}

describe('a code', () => {
  test('gives a token that speaks for the person, and says so', async () => {
    const { status, json } = await redeemCode({
      ...adele,
      scopes: ['User.Read', 'Chat.ReadWrite', 'openid', 'profile', 'offline_access'],
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      token_type: 'Bearer',
      scope: 'User.Read Chat.ReadWrite openid profile',
      refresh_token: expect.stringMatching(/^1\./),
    });
    expect(member(json, 'expires_in')).toBeGreaterThanOrEqual(3600);
    expect(member(json, 'expires_in')).toBeLessThanOrEqual(5400);
    const claims = claimsOf(member(json, 'access_token'));
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${sandbox.tenantId}/`,
      idtyp: 'user',
      appidacr: '1',
      scp: 'User.Read Chat.ReadWrite openid profile',
      oid: '6b040b31-c824-42aa-a299-50169bd05fc5',
      upn: 'adele@contoso.example',
      unique_name: 'adele@contoso.example',
      name: 'Adele Winterbourne',
      given_name: 'Adele',
      family_name: 'Winterbourne',
      tid: sandbox.tenantId,
      ver: '1.0',
    });
    expect(claims).not.toHaveProperty('roles');
    expect(member(claims, 'sub')).not.toBe(member(claims, 'oid'));
  });

  test('gives no refresh token and no ID token unless they were asked for', async () => {
    const { json } = await redeemCode({ ...adele, scopes: ['User.Read'] });
    expect(Object.keys(json ?? {}).sort()).toEqual([
      'access_token',
      'expires_in',
      'ext_expires_in',
      'scope',
      'token_type',
    ]);
  });

  test('names what it granted with the prefix it was asked with, and echoes .default', async () => {
    const { json } = await redeemCode({ ...adele, scopes: ['https://graph.microsoft.com/.default'] });
    const scope = String(member(json, 'scope')).split(' ');
    expect(scope).toContain('https://graph.microsoft.com/User.Read');
    expect(scope).toContain('https://graph.microsoft.com/.default');
  });

  test('gives an ID token that the published keys verify, and the account’s ID to MSAL', async () => {
    const { json } = await redeemCode(adele, { client_info: '1' });
    const keys = await send(sandbox.url, `/${sandbox.tenantId}/discovery/v2.0/keys`);
    const [n, e] = ['n', 'e'].map((name) => String(member(keys.json, 'keys', '0', name)));
    const key = await importJWK({ kty: 'RSA', n: n ?? '', e: e ?? '' }, 'RS256');
    const { payload } = await jwtVerify(String(member(json, 'id_token')), key, {
      audience: sandbox.apps[0]?.clientId ?? '',
      issuer: `${sandbox.url}/${sandbox.tenantId}/v2.0`,
      currentDate: new Date(clock),
    });
    expect(payload).toMatchObject({
      oid: '6b040b31-c824-42aa-a299-50169bd05fc5',
      preferred_username: 'adele@contoso.example',
      ver: '2.0',
    });
    const info = Buffer.from(String(member(json, 'client_info')), 'base64url').toString('utf8');
    expect(JSON.parse(info)).toEqual({ uid: payload['oid'], utid: sandbox.tenantId });
  });

  test('works once', async () => {
    const { code, redirectUri } = await sandbox.authorize(adele);
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const answers = await Promise.all([redeem(sandbox, form), redeem(sandbox, form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(codesOf(await redeem(sandbox, form))).toEqual([54005]);
  });

  test('works for ten minutes', async () => {
    const { code, redirectUri } = await sandbox.authorize(adele);
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    clock += 10 * minute + 1;
    expect(codesOf(await redeem(sandbox, form))).toEqual([70008]);
    clock -= 1;
    expect((await redeem(sandbox, form)).status).toBe(200);
  });

  test('is for one application, one address, one tenant, and a client that shows its secret', async () => {
    const { code, redirectUri } = await sandbox.authorize(adele);
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect(codesOf(await redeem(sandbox, form, 'admin'))).toEqual([70000]);
    expect(codesOf(await redeem(sandbox, { ...form, redirect_uri: `${redirectUri}/` }))).toEqual([500112]);
    expect(codesOf(await redeem(sandbox, { ...form, redirect_uri: undefined }))).toEqual([900144]);
    expect(codesOf(await redeem(sandbox, { ...form, client_secret: undefined }))).toEqual([7000218]);
    expect(codesOf(await redeem(sandbox, { ...form, client_secret: 'wrong' }))).toEqual([7000215]);
    expect(codesOf(await redeem(sandbox, { ...form, code: code.slice(0, -9) }))).toEqual([9002313]);
    expect((await redeem(sandbox, form)).status).toBe(200);
  });

  test('needs the verifier of its challenge', async () => {
    const verifier = 'v'.repeat(64);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const s256 = { code_challenge: challenge, code_challenge_method: 'S256' };
    const withChallenge = { ...adele, parameters: s256 };
    expect((await redeemCode(withChallenge, { code_verifier: verifier })).status).toBe(200);
    expect(codesOf(await redeemCode(withChallenge, { code_verifier: 'w'.repeat(64) }))).toEqual([501481]);
    expect(codesOf(await redeemCode(withChallenge))).toEqual([50148]);
    const plain = { ...adele, parameters: { code_challenge: verifier } };
    expect((await redeemCode(plain, { code_verifier: verifier })).status).toBe(200);
    expect(codesOf(await redeemCode(adele, { code_verifier: verifier }))).toEqual([501481]);
  });

  test('of somebody who was disabled meanwhile is refused', async () => {
    const { code, redirectUri } = await sandbox.authorize(adele);
    const token = await signIn(sandbox);
    await write(sandbox, token, 'PATCH', '/v1.0/users/adele@contoso.example', { accountEnabled: false });
    const answer = await redeem(sandbox, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    });
    expect(codesOf(answer)).toEqual([50057]);
  });

  test('of an application without consent is refused', async () => {
    const answer = sandbox.signIn({ ...adele, app: 'unprivileged' });
    await expect(answer).rejects.toThrow('AADSTS65001');
  });
});

describe('a refresh token', () => {
  let token: string;
  beforeEach(async () => {
    token = (await sandbox.signIn(adele)).refreshToken ?? '';
  });

  test('is replaced at every use, and the old one keeps working', async () => {
    const first = await refresh(token);
    const second = await refresh(token);
    expect([first.status, second.status]).toEqual([200, 200]);
    const all = [token, member(first.json, 'refresh_token'), member(second.json, 'refresh_token')];
    expect(new Set(all).size).toBe(3);
    expect((await refresh(member(first.json, 'refresh_token'))).status).toBe(200);
    expect((await get(sandbox, String(member(first.json, 'access_token')), '/v1.0/me')).status).toBe(200);
  });

  test('dies after 90 days without use, and using it starts a new 90 days', async () => {
    clock += 89 * day;
    const next = member((await refresh(token)).json, 'refresh_token');
    clock += 2 * day;
    const dead = await refresh(token);
    expect(codesOf(dead)).toEqual([700082]);
    expect(member(dead.json, 'error_description')).toContain('90.00:00:00');
    expect((await refresh(next)).status).toBe(200);
  });

  test('can be narrowed to some of the permissions, and not widened beyond consent', async () => {
    const narrow = await refresh(token, { scope: 'User.Read' });
    expect(member(narrow.json, 'scope')).toBe('User.Read openid profile');
    const other = await sandbox.signIn({ ...adele, app: 'reader', scopes: ['User.Read', 'offline_access'] });
    const wide = await refresh(other.refreshToken, { scope: 'User.ReadWrite.All' }, 'reader');
    expect(wide.json).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
  });

  test('that was cut off, or belongs to another application, is refused', async () => {
    const cut = await refresh(token.slice(0, -5));
    expect(cut.json).toMatchObject({ error: 'invalid_grant', suberror: 'bad_token', error_codes: [9002313] });
    expect(codesOf(await refresh(token, {}, 'admin'))).toEqual([70000]);
    expect(codesOf(await refresh(token, { client_secret: undefined }))).toEqual([7000218]);
  });

  test.each([
    ['sessions are revoked', 'POST', '/revokeSignInSessions', undefined],
    [
      'an administrator sets the password',
      'PATCH',
      '',
      { passwordProfile: { password: 'Violet-Harbor-771!', forceChangePasswordNextSignIn: false } },
    ],
  ])('dies when %s, even at the same instant; a new sign-in lives', async (_name, method, path, body) => {
    const admin = await signIn(sandbox);
    const answer = await write(sandbox, admin, method, `/v1.0/users/adele@contoso.example${path}`, body);
    expect(answer.status).toBeLessThan(300);
    const dead = await refresh(token);
    expect(codesOf(dead)).toEqual([50173]);
    expect(member(dead.json, 'error_description')).toContain('TokensValidFrom');
    const { refreshToken } = await sandbox.signIn(adele);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  test('sleeps while the account is disabled', async () => {
    const admin = await signIn(sandbox);
    const set = (accountEnabled: boolean) =>
      write(sandbox, admin, 'PATCH', '/v1.0/users/adele@contoso.example', { accountEnabled });
    await set(false);
    expect(codesOf(await refresh(token))).toEqual([50057]);
    await set(true);
    expect((await refresh(token)).status).toBe(200);
  });

  test('leaves no trace in the log', async () => {
    await refresh(token, { claims: '{"access_token":{}}' });
    expect(JSON.stringify(sandbox.log)).not.toContain(token);
    expect(sandbox.log.at(-1)?.body).toMatchObject({
      grant_type: 'refresh_token',
      claims: '{"access_token":{}}',
    });
  });
});

test('grants outlive the process in the state file, as hashes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-grants-'));
  const stateFile = join(folder, 'state.json');
  const before = await startSandbox({ stateFile });
  const { code, redirectUri } = await before.authorize(adele);
  const { refreshToken = '' } = await before.signIn(adele);
  await before.close();
  const stored = await readFile(stateFile, 'utf8');
  expect(stored).not.toContain(code);
  expect(stored).not.toContain(refreshToken);

  const after = await startSandbox({ stateFile });
  const answers = await Promise.all([
    redeem(after, { grant_type: 'refresh_token', refresh_token: refreshToken }),
    redeem(after, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
  ]);
  await after.close();
  await rm(folder, { recursive: true });
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

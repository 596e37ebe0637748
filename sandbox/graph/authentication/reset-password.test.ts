import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../index.js';
import { get, member, redeem, signIn, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let admin: string;
let now: number;

const scopes = ['UserAuthenticationMethod.ReadWrite.All'];
const tokenOf = async (name: string) =>
  (await sandbox.signIn({ user: `${name}@contoso.example`, scopes })).accessToken;

beforeEach(async () => {
  now = Date.UTC(2026, 2, 2, 8, 41, 17);
  sandbox = await startSandbox({ now: () => now });
  admin = await tokenOf('nadia.admin');
});
afterEach(() => sandbox.close());

const passwordMethod = '28c10230-6103-485e-b985-444c60001490';
const pathOf = (name: string, method = passwordMethod) =>
  `/v1.0/users/${name}@contoso.example/authentication/methods/${method}/resetPassword`;
const newPassword = 'Str0ng-enough';

const reset = (name: string, body: unknown = { newPassword }, as = admin) =>
  write(sandbox, as, 'POST', pathOf(name), body);

function locationOf({ headers }: RawAnswer): string {
  return String(headers['location']).slice(sandbox.url.length);
}

async function progressOf(answer: RawAnswer): Promise<unknown[]> {
  const { json } = await get(sandbox, admin, locationOf(answer));
  return [member(json, 'status'), member(json, 'statusDetail')];
}

function changedAt(name: string): string | null | undefined {
  return sandbox.people().find(({ mailNickname }) => mailNickname === name)?.lastPasswordChangeDateTime;
}

describe('a reset', () => {
  test('is accepted with the address of an operation, and shows no password that was given', async () => {
    const answer = await reset('adele');
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({});
    expect(locationOf(answer)).toMatch(
      /^\/v1\.0\/users\/[\da-f-]{36}\/authentication\/operations\/[\da-f-]{36}\?aadgdc=\w+&aadgsu=[\w-]+$/,
    );
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.stringify(sandbox.log)).not.toContain(newPassword);
  });

  test('goes from notStarted through running to succeeded as time passes', async () => {
    const answer = await reset('adele');
    const seen = [await progressOf(answer)];
    now += 2000;
    seen.push(await progressOf(answer));
    now += 3000;
    seen.push(await progressOf(answer));
    expect(seen.map(([status]) => status)).toEqual(['notStarted', 'running', 'succeeded']);
    const { json } = await get(sandbox, admin, locationOf(answer));
    expect(json).toMatchObject({
      createdDateTime: '2026-03-02T08:41:17.000Z',
      lastActionDateTime: '2026-03-02T08:41:22.000Z',
      resourceLocation: null,
    });
  });

  test('is forgotten after a day', async () => {
    const answer = await reset('adele');
    now += 25 * 60 * 60 * 1000;
    const forgotten = await get(sandbox, await tokenOf('nadia.admin'), locationOf(answer));
    expect([forgotten.status, member(forgotten.json, 'error', 'code')]).toEqual([404, 'resourceNotFound']);
  });

  test('ends the sessions of the person', async () => {
    const before = await sandbox.signIn({ user: 'adele@contoso.example' });
    await reset('adele');
    const refreshed = await redeem(sandbox, {
      grant_type: 'refresh_token',
      refresh_token: before.refreshToken,
    });
    expect(member(refreshed.json, 'error_codes', '0')).toBe(50173);
    expect(changedAt('adele')).toBe('2026-03-02T08:41:17.000Z');
  });

  test.each([[undefined], [{}], [{ newPassword: null }]])(
    'with the body %j makes a password and shows it',
    async (body) => {
      const answer = await write(sandbox, admin, 'POST', pathOf('adele'), body);
      expect(answer.status).toBe(202);
      expect(member(answer.json, 'newPassword')).toMatch(/^[A-Z][a-z]{3}\d{4}$/);
      expect(member(answer.json, '@odata.context')).toContain('#microsoft.graph.passwordResetResponse');
    },
  );

  test('can fail after it was accepted: a weak password', async () => {
    const before = changedAt('adele');
    const answer = await reset('adele', { newPassword: 'password' });
    expect(answer.status).toBe(202);
    now += 5000;
    expect(await progressOf(answer)).toEqual(['failed', 'PasswordDoesnotComplyFuzzyPolicy']);
    expect(changedAt('adele')).toBe(before);
  });

  test('can fail after it was accepted: no write-back for a synchronized person', async () => {
    const works = await reset('sylvie');
    sandbox.switches.isPasswordWriteBackOn = false;
    const fails = await reset('sylvie');
    const cloudOnly = await reset('adele');
    now += 5000;
    expect(await Promise.all([works, fails, cloudOnly].map(progressOf))).toEqual([
      ['succeeded', null],
      ['failed', 'OnPremisesPasswordWritebackNotEnabled'],
      ['succeeded', null],
    ]);
  });

  test('is over at once where the switch says so', async () => {
    sandbox.switches.passwordResetSeconds = 0;
    expect(await progressOf(await reset('adele'))).toEqual(['succeeded', null]);
  });
});

describe('what is refused', () => {
  test.each([
    ['short', { newPassword: 'Sh0rt!' }],
    ['of the wrong type', { newPassword: 8 }],
    ['with an unknown parameter', { newPassword, requireChangeOnNextSignIn: true }],
    ['a list', []],
  ])('a body that is %s', async (_, body) => {
    const answer = await reset('adele', body);
    expect([answer.status, member(answer.json, 'error', 'code')]).toEqual([400, 'badRequest']);
  });

  test('a synchronized person without a password', async () => {
    expect((await reset('sylvie', {})).status).toBe(400);
  });

  test('an unknown person, an unknown method, an unknown operation, that of somebody else', async () => {
    const answer = await reset('adele');
    const other = locationOf(answer).replace(/users\/[\da-f-]+/, 'users/noor@contoso.example');
    const nothing = locationOf(answer).replace(/operations\/[\da-f-]+/, 'operations/constructor');
    const answers = await Promise.all([
      reset('nobody'),
      write(sandbox, admin, 'POST', pathOf('adele', '3179e48a-750b-4051-897c-87b9720928f7'), { newPassword }),
      get(sandbox, admin, other),
      get(sandbox, admin, nothing),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('an application, whatever it may do otherwise', async () => {
    const app = await signIn(sandbox, 'admin');
    const location = locationOf(await reset('adele'));
    const answers = [await reset('adele', { newPassword }, app), await get(sandbox, app, location)];
    expect(answers.map(({ status, json }) => [status, member(json, 'error', 'code')])).toEqual([
      [403, 'accessDenied'],
      [403, 'accessDenied'],
    ]);
  });

  test('oneself, an employee, and an administrator by a lesser one', async () => {
    const helpdesk = await tokenOf('helpdesk');
    const employee = await tokenOf('adele');
    const answers = [
      await reset('nadia.admin'),
      await reset('noor', { newPassword }, employee),
      await reset('noor', { newPassword }, helpdesk),
      await reset('breakglass', { newPassword }, helpdesk),
      await reset('breakglass'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 202, 403, 202]);
  });
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { get, member, postForm, redeem, send, type RawAnswer } from '../raw-client.js';

let sandbox: Sandbox;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 0, 0);
  sandbox = await startSandbox({ now: () => clock });
});
afterEach(() => sandbox.close());

async function start(appName = 'soar', scope = 'User.Read offline_access'): Promise<RawAnswer> {
  const clientId = sandbox.apps.find(({ name }) => name === appName)?.clientId;
  return postForm(sandbox.url, `/${sandbox.tenantId}/oauth2/v2.0/devicecode`, { client_id: clientId, scope });
}

async function poll(started: RawAnswer, appName = 'soar'): Promise<RawAnswer> {
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: String(member(started.json, 'device_code')),
    client_secret: undefined,
  };
  return redeem(sandbox, form, appName);
}

async function enter(started: RawAnswer, fields: Record<string, string>): Promise<RawAnswer> {
  const code = String(member(started.json, 'user_code'));
  return postForm(sandbox.url, `/devicelogin?code=${code.toLowerCase()}`, fields);
}

const adele = { user: 'adele@contoso.example', decision: 'continue' };

test('a device gets a code to show, and where to enter it', async () => {
  const { status, json } = await start();
  expect(status).toBe(200);
  expect(json).toMatchObject({
    device_code: expect.any(String),
    user_code: expect.stringMatching(/^[A-Z2-9]{9}$/),
    verification_uri: `${sandbox.url}/devicelogin`,
    expires_in: 900,
    interval: 5,
  });
  expect(member(json, 'message')).toContain(String(member(json, 'user_code')));
  expect(json).not.toHaveProperty('verification_uri_complete');
});

test('it waits until the person has signed in, then gets tokens once, and can refresh them without a secret', async () => {
  const started = await start();
  expect((await poll(started)).json).toMatchObject({ error: 'authorization_pending', error_codes: [70016] });
  const page = await send(sandbox.url, `/devicelogin?code=${String(member(started.json, 'user_code'))}`);
  expect(page.text).toContain('<label for="user">');
  expect((await enter(started, adele)).text).toContain('Adele Winterbourne is signed in');

  const answer = await poll(started);
  expect(answer.status).toBe(200);
  const me = await get(sandbox, String(member(answer.json, 'access_token')), '/v1.0/me');
  expect(member(me.json, 'userPrincipalName')).toBe('adele@contoso.example');
  expect((await poll(started)).json).toMatchObject({ error: 'bad_verification_code' });

  const refreshed = await redeem(sandbox, {
    grant_type: 'refresh_token',
    refresh_token: String(member(answer.json, 'refresh_token')),
    client_secret: undefined,
  });
  expect(refreshed.status).toBe(200);
});

test('polling faster than told is slow_down, at the pace told it is not', async () => {
  const started = await start();
  const errors: unknown[] = [];
  for (const pause of [0, 1000, 5000, 4500, 100]) {
    clock += pause;
    errors.push(member((await poll(started)).json, 'error'));
  }
  expect(errors).toEqual([
    'authorization_pending',
    'slow_down',
    'authorization_pending',
    'authorization_pending',
    'slow_down',
  ]);
});

test('declined is the end of it', async () => {
  const started = await start();
  await enter(started, { ...adele, decision: 'cancel' });
  expect((await poll(started)).json).toMatchObject({ error: 'authorization_declined' });
  expect((await enter(started, adele)).text).toContain('That code didn’t work');
});

test('after fifteen minutes neither the device nor the person gets anywhere', async () => {
  const started = await start();
  clock += 15 * 60_000 + 1;
  expect((await enter(started, adele)).text).toContain('That code didn’t work');
  expect((await poll(started)).json).toMatchObject({ error: 'expired_token', error_codes: [70020] });
});

test('a wrong code is refused on the page and at the endpoint', async () => {
  const page = await send(sandbox.url, '/devicelogin?code=%3Cscript%3E');
  expect(page.text).toContain('role="alert"');
  expect(page.text).not.toContain('<script');
  const wrong = await poll({ status: 0, headers: {}, text: '', json: { device_code: '1.invented' } });
  expect(wrong.json).toMatchObject({ error: 'bad_verification_code', error_codes: [70018] });
});

test('the page does not let a disabled user in, nor anybody consent for administrators', async () => {
  const started = await start();
  const disabled = await enter(started, { ...adele, user: 'former.employee@contoso.example' });
  expect(disabled.text).toContain('AADSTS50057');
  const powerful = await start('unprivileged', 'User.ReadWrite.All');
  expect((await enter(powerful, adele)).text).toContain('AADSTS90094');
  expect((await poll(powerful, 'unprivileged')).json).toMatchObject({ error: 'authorization_pending' });
});

test('an application that allows no public clients is refused', async () => {
  const started = await start('reader');
  expect((await poll(started, 'reader')).json).toMatchObject({ error_codes: [7000218] });
});

test('the code field without a value, an unknown client and a bad scope are refused', async () => {
  const endpoint = `/${sandbox.tenantId}/oauth2/v2.0/devicecode`;
  const clientId = sandbox.apps[0]?.clientId;
  const answers = await Promise.all([
    postForm(sandbox.url, endpoint, { client_id: clientId }),
    postForm(sandbox.url, endpoint, { client_id: sandbox.tenantId, scope: 'User.Read' }),
    start('soar', 'User.Fly'),
    send(sandbox.url, endpoint),
  ]);
  expect(answers.map(({ json }) => member(json, 'error_codes', '0'))).toEqual([
    900144, 700016, 70011, 900561,
  ]);
});

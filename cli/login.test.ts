import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome, textOfAll } from '../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { type RunningExecutable, runExecutable, startExecutable } from '../test_data/executable.js';

// Each test starts the executable several times, on a machine that may be busy.
jest.setTimeout(60_000);

const ADELE = 'adele@contoso.example';
const SYLVIE = 'sylvie@contoso.example';

let sandbox: Sandbox;
let home: string;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => rm(home, { recursive: true }));

/** Waits take no time: the executable's clock is preloaded. */
const hurried = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(
    `import timers from 'node:timers/promises';
     import { syncBuiltinESMExports } from 'node:module';
     const real = timers.setTimeout;
     timers.setTimeout = (milliseconds, ...rest) => real(Math.min(milliseconds, 20), ...rest);
     syncBuiltinESMExports();`,
  )}`,
};

async function add(changes: Record<string, string> = {}): Promise<void> {
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow', ...changes };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
}

const login = (...args: string[]): RunningExecutable => startExecutable(['login', ...args], home);
const userTest = () => runExecutable(['!msgraph-user-test'], home);
const tokenRequests = (): number =>
  sandbox.log.filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;

/** The login address that the executable prints. */
async function addressFrom(running: RunningExecutable): Promise<string> {
  const stdout = await running.printed('\n\n');
  return /^http\S+$/m.exec(stdout)?.[0] ?? '';
}

/** Decides on the sign-in page; gives the address to which the browser is sent back. */
async function decide(address: string, decision: 'accept' | 'cancel', user = ADELE): Promise<string> {
  const body = new URLSearchParams({ user, decision });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

describe('msgraph-soar login', () => {
  test('signs in through the browser, after which the commands work', async () => {
    await add();
    const running = login('--instance', 'own');
    const back = await decide(await addressFrom(running), 'accept');
    expect(back).toMatch(/^http:\/\/localhost:\d+\/\?code=/);
    const page = await fetch(back);
    expect(page.status).toBe(200);

    const { code, stdout, stderr } = await running.finished;
    expect({ code, last: stdout.split('\n').at(-2) }).toEqual({
      code: 0,
      last: `Signed in as ${ADELE}. Try it: msgraph-soar --instance own '!msgraph-user-test'`,
    });
    const secret = new URL(back).searchParams.get('code') ?? 'none';
    expect(stdout + stderr + (await page.text()) + (await textOfAll(home))).not.toContain(secret);

    const before = tokenRequests();
    const tested = await userTest();
    expect(tested.code).toBe(0);
    expect(tested.stdout).toContain('Success!');
    expect(tested.stdout).toContain(ADELE);
    // The test signs in anew, by the refresh token.
    expect(tokenRequests()).toBe(before + 1);
  });

  test('takes the place of the code in the parameters, which is never sent', async () => {
    const { code } = await sandbox.authorize({ user: SYLVIE });
    await add({ creds_auth_code: code, redirect_uri: 'http://localhost/callback' });
    const running = login();
    const back = await decide(await addressFrom(running), 'accept');
    expect(back).toMatch(/^http:\/\/localhost:\d+\/callback\?code=/);
    await fetch(back);
    expect((await running.finished).code).toBe(0);
    const tested = await userTest();
    expect(tested.stdout).toContain(ADELE);
    expect(tested.stdout).not.toContain(SYLVIE);
  });

  test('turns an answer to another login away and goes on waiting', async () => {
    await add();
    const running = login();
    const back = new URL(await decide(await addressFrom(running), 'accept'));
    const foreign = new URL(back);
    foreign.searchParams.set('state', 'another');
    const before = tokenRequests();
    expect((await fetch(foreign)).status).toBe(400);
    expect(tokenRequests()).toBe(before);
    expect((await fetch(back)).status).toBe(200);
    const { code, stderr } = await running.finished;
    expect(code).toBe(0);
    expect(stderr).toContain('An answer to another login was turned away. Still waiting.');
  });

  test('says that the person declined, and what to do', async () => {
    await add();
    const running = login();
    const before = tokenRequests();
    const page = await fetch(await decide(await addressFrom(running), 'cancel'));
    expect(await page.text()).toContain('The sign-in was not granted.');
    const { code, stdout, stderr } = await running.finished;
    expect({ code, before }).toEqual({ code: 1, before: tokenRequests() });
    expect(stdout).not.toContain('Signed in');
    expect(stderr).toMatch(
      /The sign-in was refused: access_denied[\s\S]*AADSTS65004[\s\S]*Run msgraph-soar login again and accept/,
    );
  });

  test('says so where the code cannot be redeemed, and names itself as the way on', async () => {
    await add();
    const running = login();
    const back = new URL(await decide(await addressFrom(running), 'accept'));
    back.searchParams.set('code', 'no-such-code');
    await fetch(back);
    const { code, stderr } = await running.finished;
    expect(code).toBe(1);
    expect(stderr).toMatch(/The sign-in was refused/);
    expect(stderr).toContain('Run msgraph-soar login again.');
    expect(stderr).not.toContain('generate-login-url');
  });

  test('gives up after ten minutes', async () => {
    await add();
    const { code, stderr } = await startExecutable(['login'], home, hurried).finished;
    expect(code).toBe(1);
    expect(stderr).toMatch(/Nobody signed in within 10 minutes\.\nRun msgraph-soar login again\./);
  });

  test('is cancelled by Ctrl-C', async () => {
    await add();
    const running = login();
    await addressFrom(running);
    running.process.kill('SIGINT');
    const { code, stderr } = await running.finished;
    expect(code).toBe(130);
    expect(stderr).toMatch(/The login was cancelled\.\n$/);
  });

  test('signs in on another device', async () => {
    await add({ auth_type: 'device_code', creds_enc_key: '' });
    const running = startExecutable(['login', '--device'], home, hurried);
    const stdout = await running.printed('and sign in.');
    const [, page = '', userCode = ''] = /open (\S+), enter the code (\w+) and/.exec(stdout) ?? [];
    await fetch(`${page}?code=${userCode}`, {
      method: 'POST',
      body: new URLSearchParams({ user: ADELE, decision: 'continue' }),
    });
    expect(await running.finished).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Signed in as ${ADELE}.`),
    });
    expect((await userTest()).stdout).toContain(ADELE);
  });

  test('says that the person declined on the other device', async () => {
    await add({ auth_type: 'device_code', creds_enc_key: '' });
    const running = startExecutable(['login', '--device'], home, hurried);
    const stdout = await running.printed('and sign in.');
    const [, page = '', userCode = ''] = /open (\S+), enter the code (\w+) and/.exec(stdout) ?? [];
    const body = new URLSearchParams({ user: ADELE, decision: 'cancel' });
    await fetch(`${page}?code=${userCode}`, { method: 'POST', body });
    const { code, stderr } = await running.finished;
    expect(code).toBe(1);
    expect(stderr).toMatch(/The sign-in was declined\.\nRun msgraph-soar login again\.\n$/);
  });

  test('can be tried out on the sandbox, and says what it was', async () => {
    const running = login('--instance', 'sandbox');
    await fetch(await decide(await addressFrom(running), 'accept', SYLVIE));
    const { code, stdout } = await running.finished;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SANDBOX: nothing was done on a real tenant\n/);
    expect(stdout).toContain(`Signed in as ${SYLVIE}. The sandbox forgets it at once`);
  });

  test('takes no sandbox that nobody named', async () => {
    const { code, stdout, stderr } = await login().finished;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^There is no instance to sign in to\.\n.*msgraph-soar instance add/);
  });

  test.each([
    [['--port', '0'], /^Usage: /],
    [['--port', '65536'], /^Usage: /],
    [['--port', '80.5'], /^Usage: /],
    [['--device', '--port', '4711'], /^Usage: /],
    [['now'], /now/],
  ])('is misused with %j', async (args, message) => {
    const { code, stdout, stderr } = await login(...args).finished;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome, textOfAll } from '../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { type Finished, runExecutable } from '../test_data/executable.js';

// Each test starts the executable several times, on a machine that may be busy.
jest.setTimeout(60_000);

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

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> =>
  runExecutable(args, home, { environment });
const instance = (...args: string[]) => run(['instance', ...args]);

/** The words that add an instance on the running sandbox. */
function words(changes: Record<string, string> = {}): string[] {
  const params = { ...sandbox.params(), ...changes };
  return Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
}

const tokenRequests = (): number =>
  sandbox.log.filter(({ path }) => path.includes('/oauth2/v2.0/token')).length;

test('an instance is added, listed, shown, tested, used and removed', async () => {
  const secret = String(sandbox.params()['creds_enc_key']);
  const added = await instance('add', 'prod', ...words());
  expect(added).toEqual({
    code: 0,
    stdout: 'Saved the instance prod. Try it: msgraph-soar instance test prod\n',
    stderr: 'creds_enc_key may now stand in the history of the shell. Next time write creds_enc_key=?.\n',
  });
  const listed = await instance('list');
  expect(listed.stdout).toMatch(
    new RegExp(`│ prod +│ Custom +│ ${sandbox.tenantId} +│ client_credentials +│`),
  );
  const shown = await instance('show', 'prod');
  expect(shown.stdout).toMatch(/│ creds_enc_key +│ \*\*\* +│/);
  expect(await instance('test', 'prod')).toEqual({ code: 0, stdout: 'ok\n', stderr: '' });
  const used = await run(['!msgraph-user-get user=adele@contoso.example', '-o', 'json']);
  expect(JSON.parse(used.stdout)).toMatchObject({ target: { kind: 'tenant', instance: 'prod' } });
  expect([added, listed, shown, used].map(({ stdout, stderr }) => stdout + stderr).join()).not.toContain(
    secret,
  );
  expect(await instance('remove', 'prod')).toMatchObject({ code: 0, stderr: '' });
  expect((await instance('show', 'prod')).code).toBe(1);
});

test('commands share one token through the state file', async () => {
  await instance('add', 'prod', ...words());
  const before = tokenRequests();
  for (let time = 0; time < 3; time += 1) {
    expect((await run(['!msgraph-user-list', '-o', 'raw'])).code).toBe(0);
  }
  expect(tokenRequests() - before).toBe(1);
  await writeFile(join(home, 'state', 'prod.json'), 'damaged');
  expect((await run(['!msgraph-user-list', '-o', 'raw'])).code).toBe(0);
  expect(tokenRequests() - before).toBe(1);
  await rm(join(home, 'state', 'prod.json'));
  expect((await run(['!msgraph-user-list', '-o', 'raw'])).code).toBe(0);
  expect(tokenRequests() - before).toBe(2);
});

test('the test of an instance whose secret is wrong says so and is exit code 1', async () => {
  const added = await instance('add', 'prod', ...words({ creds_enc_key: `wrong-${randomUUID()}` }));
  expect(added.code).toBe(0);
  const { code, stdout } = await instance('test', 'prod');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Error: .*AADSTS7000215/s);
});

test('the embedded tenant can be tested too, and says what it is', async () => {
  expect(await instance('test', 'sandbox-app')).toEqual({
    code: 0,
    stdout: 'SANDBOX: nothing was done on a real tenant\n\nok\n',
    stderr: '',
  });
});

describe('the key', () => {
  const key = Buffer.alloc(32, 7).toString('base64');

  test('of the environment opens what it sealed; another one is a clear error', async () => {
    await run(['instance', 'add', 'prod', ...words()], { MSGRAPH_SOAR_KEY: key });
    const right = await run(['instance', 'test', 'prod'], { MSGRAPH_SOAR_KEY: key });
    expect(right).toMatchObject({ code: 0, stdout: 'ok\n' });
    const wrong = await instance('test', 'prod');
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toMatch(
      /^The parameter creds_tenant_id of the instance prod was sealed with another key\./,
    );
    const exec = await runExecutable(['exec'], home, {
      input: '{"id":1,"command":"test-module"}\n{"id":2,"command":"test-module"}\n',
    });
    expect(exec.code).toBe(0);
    expect(exec.stdout.match(/was sealed with another key/g)).toHaveLength(2);
  });

  test('that is none is refused by its variable', async () => {
    const { code, stderr } = await run(['instance', 'list'], { MSGRAPH_SOAR_KEY: 'my pass phrase' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^MSGRAPH_SOAR_KEY is not a key/);
    expect(stderr).not.toContain('pass phrase');
  });
});

test('a question without a terminal is an error, and nothing is saved', async () => {
  const { code, stderr } = await instance('add', 'prod', ...words({ creds_enc_key: '?' }));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^creds_enc_key is to be asked for, and there is no terminal to ask on\./);
  expect((await instance('list')).stdout).not.toContain('prod');
});

test.each([
  [],
  ['list', 'more'],
  ['show'],
  ['test', 'a', 'b'],
  ['frobnicate', 'a'],
  ['remove', 'a', '--replace'],
])('misuse is exit code 2 with the usage: %j %j %j', async (...args) => {
  const { code, stdout, stderr } = await instance(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Usage: msgraph-soar instance add NAME/);
});

test('no secret that was given shows up in any file or output, whatever comes of it', async () => {
  const canary = `canary-${randomUUID()}`;
  const environment = { CANARY: canary };
  const userSignIn = {
    auth_type: 'user_auth_flow',
    redirect_uri: 'https://soar.contoso.example/back',
    creds_auth_code: canary,
  };
  const outputs: Finished[] = [];
  for (const args of [
    ['add', 'typed', ...words({ creds_enc_key: canary })],
    ['add', 'typed', ...words({ creds_enc_key: canary })],
    ['add', 'old', ...words({ creds_enc_key: '', enc_key: canary })],
    ['add', 'referred', ...words({ creds_enc_key: '${env:CANARY}' })],
    ['add', 'broken', ...words({ creds_enc_key: canary, url: 'nowhere' })],
    ['add', 'nameless', ...words(), canary],
    ['add', 'key', ...words({ creds_enc_key: '', private_key: canary, certificate_thumbprint: 'ab' })],
    ['add', 'code', ...words(userSignIn)],
    ['add', 'hosted', 'auth_id=registration', `tenant_id=${canary}`, `enc_key=${'A'.repeat(43)}=`],
    ['list'],
    ...['typed', 'old', 'referred', 'code', 'hosted'].map((name) => ['show', name]),
    ...['typed', 'old', 'referred', 'code', 'hosted'].map((name) => ['test', name]),
    ['remove', 'typed'],
  ]) {
    outputs.push(await run(['instance', ...args], environment));
  }
  outputs.push(await run(['!test-module', '-i', 'old', '--debug'], environment));
  expect(outputs.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain(canary);
  expect(await textOfAll(home)).not.toContain(canary);
  // Without these the test could not fail: the instances were there, and the canary was sent.
  expect(outputs.slice(0, 9).map(({ code }) => code)).toEqual([0, 1, 0, 0, 1, 1, 1, 0, 0]);
  expect(await textOfAll(home)).toContain('"hosted"');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { runExecutable, startExecutable } from '../test_data/executable.js';
import { loadedCode } from '../test_data/loaded-code.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(90_000);

let home: string;
let sandbox: Sandbox;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-one-'));
  sandbox = await startSandbox();
  const params = Object.entries(sandbox.params()).map(([name, value]) => `${name}=${value}`);
  const { code } = await runExecutable(['instance', 'add', 'contoso', ...params], home);
  expect(code).toBe(0);
});
afterEach(async () => {
  await sandbox.close();
  await rm(home, { recursive: true });
});

const tokenRequests = () => sandbox.log.filter(({ path }) => path.includes('/oauth2/')).length;

const get = (user: string, environment = {}) =>
  runExecutable(['--instance', 'contoso', '-o', 'raw', 'msgraph-user-get', `user=${user}`], home, {
    environment,
  });

test('eight commands at once on one instance all work, and sign in once', async () => {
  const users = sandbox
    .people()
    .slice(0, 8)
    .map(({ id }) => id);
  const results = await Promise.all(users.map((user) => get(user)));
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(users.map(() => [0, '']));
  results.forEach(({ stdout }, index) => {
    expect(stdout).toContain(users[index]);
  });
  expect(tokenRequests()).toBe(1);
});

test('the next command uses the token of the last one, and loads nothing that signs in or signs an assertion', async () => {
  const loadedBy = async (name: string) => {
    const coverage = join(home, name);
    await get('adele@contoso.example', { NODE_V8_COVERAGE: coverage });
    return (await loadedCode(coverage)).join('\n');
  };
  const signsIn = /node_modules\/@azure\/msal-node\//;
  expect(await loadedBy('first')).toMatch(signsIn);
  expect(await loadedBy('next')).not.toMatch(signsIn);
  expect(tokenRequests()).toBe(1);
});

test('a command that is killed at any moment leaves an instance that works unaided', async () => {
  for (const milliseconds of [20, 60, 90, 110, 130, 150, 180]) {
    const killed = startExecutable(['--instance', 'contoso', 'msgraph-user-test'], home);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    killed.process.kill('SIGKILL');
    await killed.finished;
    const { code, stderr } = await get('adele@contoso.example');
    expect([code, stderr]).toEqual([0, '']);
  }
});

import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import { makeHome } from '../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { browserTest, openPage } from '../test_data/browser.js';
import { type RunningExecutable, runExecutable, startExecutable } from '../test_data/executable.js';
import { sendTo } from '../test_data/serve-bench.js';

jest.setTimeout(90_000);

const ADELE = 'adele@contoso.example';

let sandbox: Sandbox;
let home: string;
let server: RunningExecutable | undefined;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  home = await makeHome();
});
afterEach(async () => {
  server?.process.kill('SIGKILL');
  await server?.finished;
  await rm(home, { recursive: true });
});

browserTest('a person signs in in a real browser through a link of the server, with its cookie', async () => {
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
  const key = (await runExecutable(['keys', 'add', 'doer', '--scope', 'effects'], home)).stdout.trim();
  server = startExecutable(['serve', '--port', '0'], home);
  const [url = ''] = (await server.printed('\n')).split('\n');

  const made = await sendTo(url, { method: 'POST', path: '/oauth/links', key, body: {} });
  const page = await openPage();
  await page.goto(String(made.body['url']));
  await page.getByLabel('User name').fill(ADELE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/^http:\/\/localhost:\d+\/oauth\/callback\?/);
  expect(await page.getByRole('heading').textContent()).toBe('Signed in');
  expect(await page.getByRole('paragraph').textContent()).toContain(ADELE);

  const body = { command: 'msgraph-teams-test' };
  const tested = await sendTo(url, { method: 'POST', path: '/commands', key, body });
  expect(JSON.stringify(tested.body['results'])).toContain('Success!');
});

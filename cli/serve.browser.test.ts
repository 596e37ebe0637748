import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
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

async function addOwn(): Promise<void> {
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
}

browserTest('a person signs in in a real browser through a link of the server, with its cookie', async () => {
  await addOwn();
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

describe('the War Room page of a running server', () => {
  /** Starts the server and opens its page by the link that it prints. */
  async function openRoom(...args: string[]): Promise<Page> {
    server = startExecutable(['serve', '--port', '0', ...args], home);
    const [, link = ''] = /(http:\S+#open=[\w-]+)\n/.exec(await server.warned('#open=')) ?? [];
    const page = await openPage();
    await page.goto(link);
    await page.getByRole('textbox', { name: 'Command or note' }).waitFor();
    return page;
  }

  async function run(page: Page, line: string): Promise<string> {
    const cards = page.locator('.card');
    const before = await cards.count();
    await page.getByRole('textbox', { name: 'Command or note' }).fill(line);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await cards.nth(before).locator('.entry').first().waitFor();
    return (await cards.nth(before).textContent()) ?? '';
  }

  browserTest('says how each instance signs in, and has a button where a browser can', async () => {
    const params = { ...sandbox.params(), auth_type: 'device_code' };
    const words = Object.entries(params)
      .filter(([name]) => name !== 'creds_enc_key')
      .map(([name, value]) => `${name}=${value}`);
    expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
    const page = await openRoom('--instance', 'own');
    const instances = page.getByRole('region', { name: 'Instances' });
    await instances.getByText('!msgraph-user-auth-start begins it').waitFor();
    expect(await instances.getByRole('button', { name: /Sign in/ }).count()).toBe(0);
  });

  browserTest('lets a person sign in at Microsoft and come back, and then acts for them', async () => {
    await addOwn();
    const page = await openRoom('--instance', 'own');
    const instances = page.getByRole('region', { name: 'Instances' });
    await instances.getByText('Nobody has signed in').waitFor();
    expect(await run(page, '!msgraph-teams-test')).not.toContain('Success!');

    const [login] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Sign in to own' }).click(),
    ]);
    await login.getByLabel('User name').fill(ADELE);
    await login.getByRole('button', { name: 'Continue' }).click();
    await login.waitForURL(/^http:\/\/localhost:\d+\/oauth\/callback\?/);
    expect(await login.getByRole('heading').textContent()).toBe('Signed in');
    await instances.getByText(`Signed in as ${ADELE}`).waitFor();
    await login.close();

    const tested = await run(page, '!msgraph-teams-test');
    expect(tested).toContain('Success!');
    expect(tested).toContain(ADELE);
  });
});

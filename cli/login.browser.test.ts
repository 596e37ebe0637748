import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { makeHome, textOfAll } from '../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { browserTest, openPage } from '../test_data/browser.js';
import { type RunningExecutable, runExecutable, startExecutable } from '../test_data/executable.js';

jest.setTimeout(90_000);

const ADELE = 'adele@contoso.example';

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

async function add(): Promise<void> {
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
}

/** Opens the login address that the executable prints, and says who one is. */
async function signInAt(running: RunningExecutable, user: string): Promise<Page> {
  const stdout = await running.printed('\n\n');
  const page = await openPage();
  await page.goto(/^http\S+$/m.exec(stdout)?.[0] ?? '');
  await page.getByLabel('User name').fill(user);
  return page;
}

describe('msgraph-soar login in a real browser', () => {
  browserTest('signs a person in, after which the Teams test succeeds with the same instance', async () => {
    await add();
    const running = startExecutable(['login', '--instance', 'own'], home);
    const page = await signInAt(running, ADELE);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/^http:\/\/localhost:\d+\/\?/);
    expect(await page.getByRole('heading').textContent()).toBe('Back to the terminal');
    const { code, stdout, stderr } = await running.finished;
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Waiting for the browser') });
    expect(stdout).toContain(`Signed in as ${ADELE}.`);

    const tested = await runExecutable(['--instance', 'own', '!msgraph-teams-test'], home);
    expect(tested.code).toBe(0);
    expect(tested.stdout).toContain('Success!');
    expect(tested.stdout).toContain(ADELE);
    const spent = new URL(page.url()).searchParams.get('code') ?? '';
    expect(spent).not.toBe('');
    expect(await textOfAll(home)).not.toContain(spent);
  });

  browserTest('lets a person whose name is not known try again on the page', async () => {
    await add();
    const running = startExecutable(['login', '--instance', 'own'], home);
    const page = await signInAt(running, 'nobody@contoso.example');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('nobody@contoso.example');
    await page.getByLabel('User name').fill(ADELE);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await running.finished).toMatchObject({ code: 0 });
  });

  browserTest('tells the person who cancels, on the page and in the terminal', async () => {
    await add();
    const running = startExecutable(['login', '--instance', 'own'], home);
    const page = await signInAt(running, ADELE);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The sign-in was not granted.').waitFor();
    const { code, stderr } = await running.finished;
    expect(code).toBe(1);
    expect(stderr).toContain('Run msgraph-soar login again');
  });

  browserTest('reaches the built-in instance of a signed-in user', async () => {
    const running = startExecutable(['login', '--instance', 'sandbox'], home);
    const page = await signInAt(running, ADELE);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await running.finished).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Signed in as ${ADELE}.`),
    });
    const tested = await runExecutable(['--instance', 'sandbox', '!msgraph-teams-test'], home);
    expect(tested.code).toBe(0);
    expect(tested.stdout).toContain('Success!');
  });
});

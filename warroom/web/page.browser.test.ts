import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest } from '@jest/globals';
import axe from 'axe-core';
import fastify from 'fastify';
import { type Page } from 'playwright-core';
import { type Clock } from '../../integration/clock.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { fileEntry } from '../../integration/results/raw-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { browserTest, openPage } from '../../test_data/browser.js';
import { type CuttableWay, openCuttableWay } from '../../test_data/cuttable-way.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { type ServedRoom, serveRoom } from '../../test_data/served-room.js';
import { builtPage, type WebRoom } from '../../test_data/web-room.js';
import { type PageAssets } from './assets.js';

jest.setTimeout(90_000);

/** A clock whose sleeps end when a test says so. */
function createHandClock(): Clock & { wake: () => boolean } {
  let now = Date.parse('2026-03-02T08:00:00Z');
  const sleepers: { readonly end: number; readonly done: () => void }[] = [];
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((done, fail) => {
        sleepers.push({ end: now + milliseconds, done });
        signal?.addEventListener('abort', () => {
          fail(new Error('aborted'));
        });
      }),
    wake() {
      const next = sleepers.shift();
      if (!next) return false;
      now = Math.max(now, next.end);
      next.done();
      return true;
    },
  };
}

let assets: PageAssets;
let clock: ReturnType<typeof createHandClock>;
let sandbox: Sandbox;
let room: ServedRoom | undefined;
let page: Page;
let problems: string[];
beforeAll(async () => {
  assets = await builtPage();
});
beforeEach(async () => {
  clock = createHandClock();
  sandbox = await startSandbox({ now: () => clock.now() });
});
afterEach(async () => {
  await room?.close();
  room = undefined;
  await sandbox.close();
});
afterAll(async () => {
  await page.context().close();
});

const builtIn = () => ({ ...sandboxInstance(sandbox), name: 'sandbox', kind: 'sandbox' as const });

async function openAt(link: string): Promise<void> {
  page = await openPage();
  problems = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('dialog', (dialog) => {
    problems.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(link);
  await prompt().waitFor();
}

async function open(options: Partial<WebRoom> = {}): Promise<void> {
  room = await serveRoom({ assets, clock, on: [builtIn()], ...options });
  await openAt(room.link());
}

const prompt = () => page.getByRole('textbox', { name: 'Command or note' });
const cards = () => page.locator('.card');

async function type(line: string): Promise<void> {
  await prompt().fill(line);
  await prompt().press('Escape');
  await prompt().press('Enter');
}

/** Runs a line and waits until it has an entry and no longer runs. */
async function run(line: string): Promise<void> {
  const before = await cards().count();
  await type(line);
  const card = cards().nth(before);
  await card.locator('.entry').first().waitFor();
  await card.locator('.progress').waitFor({ state: 'hidden' });
}

async function violations(): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not run'];
}

describe('the page', () => {
  browserTest('lets a command be typed, completed and run with the keyboard alone', async () => {
    await open();
    await page.keyboard.type('!msgraph-user-ge');
    const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await options.first().waitFor();
    const offered = await options.allTextContents();
    const wanted = offered.findIndex((text) => text.startsWith('!msgraph-user-get Retrieves'));
    expect(offered.length).toBeGreaterThan(1);
    for (let steps = 0; steps <= wanted; steps++) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[role=option][aria-selected=true]').textContent()).toBe(offered[wanted]);
    await page.keyboard.press('Tab');
    expect(await prompt().inputValue()).toBe('!msgraph-user-get ');
    await page.keyboard.type('use');
    await page.keyboard.press('Tab');
    expect(await prompt().inputValue()).toBe('!msgraph-user-get user=');
    expect(await page.locator('#hint').textContent()).toContain('Object ID or user principal name');
    await page.keyboard.type('adele@contoso.example properties=id,displayName');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'Adele Winterbourne' }).waitFor();
    expect(await prompt().inputValue()).toBe('');
    await page.keyboard.press('ArrowUp');
    expect(await prompt().inputValue()).toBe(
      '!msgraph-user-get user=adele@contoso.example properties=id,displayName',
    );
  });

  browserTest('completes paths of the context, and shows what stands there', async () => {
    await open();
    await run('!msgraph-user-get user=adele@contoso.example properties=id,displayName');
    await page.getByRole('button', { name: 'Contents of MSGraphUser', exact: true }).waitFor();
    await prompt().focus();
    await page.keyboard.type('!Print value=${MSG');
    await page.keyboard.press('Tab');
    expect(await prompt().inputValue()).toBe('!Print value=${MSGraphUser.');
    const offered = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    expect(await offered.allTextContents()).toContainEqual('MSGraphUser.DisplayName}Adele Winterbourne');
    await page.keyboard.type('Di');
    await page.keyboard.press('Tab');
    expect(await prompt().inputValue()).toBe('!Print value=${MSGraphUser.DisplayName}');
    await page.keyboard.press('Enter');
    await cards().last().getByText('Adele Winterbourne').waitFor();
  });

  browserTest('takes the key out of the address, and the link works once', async () => {
    await open();
    expect(page.url()).toBe(`${room?.origin ?? ''}/`);
    const used = room?.link() ?? '';
    await openAt(used);
    page = await openPage();
    await page.goto(used);
    expect(await page.getByRole('alert').textContent()).toContain('used already');
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  browserTest('always says that it is the sandbox, and at first what to type', async () => {
    await open();
    const hint = page.getByText('Type !msgraph-user-list limit=5 to begin');
    await hint.waitFor();
    expect(await violations()).toEqual([]);
    await page.getByText('SANDBOX: nothing was done on a real tenant').waitFor();
    await run('!msgraph-user-get user=adele@contoso.example');
    expect(await page.locator('.entry .chip').first().textContent()).toBe('sandbox');
    expect(await hint.count()).toBe(0);
  });

  browserTest('says which tenant it only reads, and changes nothing there', async () => {
    await open({ on: [{ ...sandboxInstance(sandbox), name: 'contoso' }] });
    await page.getByText(/contoso · tenant .* · read-only/).waitFor();
    await run('!msgraph-user-account-disable user=adele@contoso.example');
    expect(await page.locator('.entry.error').textContent()).toContain('only reads on a real tenant');
  });

  browserTest('copies a path of the context by a click, and finds it by its value', async () => {
    await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await run('!msgraph-user-get user=adele@contoso.example properties=id,displayName');
    await page.getByRole('button', { name: 'Contents of MSGraphUser', exact: true }).click();
    await page.getByRole('button', { name: 'DisplayName', exact: true }).click();
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    expect(await copied()).toBe('${MSGraphUser.DisplayName}');
    expect(await page.getByRole('status').textContent()).toBe('Copied ${MSGraphUser.DisplayName}');
    await page.getByRole('searchbox', { name: 'Search the context' }).fill('winterb');
    const found = page.locator('.found button');
    expect(await found.first().textContent()).toBe('MSGraphUser.DisplayName');
    await run('!Print value=${MSGraphUser.DisplayName}');
    expect(await cards().last().textContent()).toContain('Adele Winterbourne');
  });

  browserTest('shows what is behind an entry', async () => {
    await open();
    await run('!msgraph-user-get user=adele@contoso.example properties=id,displayName');
    await page.getByRole('button', { name: 'Raw' }).click();
    await page.locator('.entry pre').filter({ hasText: '"displayName": "Adele Winterbourne"' }).waitFor();
    await page
      .getByRole('group', { name: 'Views of entry 1' })
      .getByRole('button', { name: 'Context' })
      .click();
    await page.locator('.entry pre').filter({ hasText: 'MSGraphUser(val.ID' }).waitFor();
    await page.getByRole('button', { name: 'Readable' }).click();
    await page.getByRole('cell', { name: 'Adele Winterbourne' }).waitFor();
  });

  browserTest('keeps what is next to an error in view', async () => {
    await open();
    await run('!msgraph-user-get usr=adele@contoso.example');
    const text = await page.locator('.entry.error').textContent();
    expect(text).toContain('did you mean "user"?');
    expect(text).toContain('Usage: !msgraph-user-get user=…');
  });

  browserTest('hands out a file', async () => {
    await open();
    await run('!export case.md');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download case.md' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('case.md');
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^# Incident INC-/);
  });

  browserTest('lets a person sign in, and shows it when they come back', async () => {
    let isSignedIn = false;
    const login = fastify();
    login.get('/', () => {
      isSignedIn = true;
      return 'signed in';
    });
    const address = await login.listen({ host: '127.0.0.1', port: 0 });
    await open({
      signIns: {
        statusOf: () =>
          Promise.resolve({
            text: isSignedIn ? 'Signed in as Adele' : 'Nobody is signed in',
            canSignIn: true,
          }),
        begin: () => Promise.resolve(address),
        onSignIn: () => undefined,
      },
    });
    await page.getByText('Nobody is signed in').waitFor();
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Sign in to sandbox' }).click(),
    ]);
    await opened.waitForLoadState();
    expect(await opened.evaluate('window.opener')).toBeNull();
    await opened.close();
    const link = page.getByRole('link', { name: 'Open the sign-in page' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await run('!use sandbox');
    await page.getByText('Signed in as Adele').waitFor();
    await login.close();
  });
});

describe('a secret', () => {
  const PASSWORD = 'Kettle,moss=7;Traveller';

  browserTest('shows as stars while it is typed, and as a question mark afterwards', async () => {
    await open();
    await page.keyboard.type(
      `!msgraph-user-change-password dry_run=true user=adele@contoso.example password=${PASSWORD}`,
    );
    const mask = page.locator('.mask');
    expect(await mask.textContent()).toMatch(/password=\*{23}$/);
    expect(await page.evaluate("getComputedStyle(document.querySelector('#line')).color")).toBe(
      'rgba(0, 0, 0, 0)',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await cards().first().getByText('password=?').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await prompt().inputValue()).toMatch(/password=\?$/);
    expect(await page.content()).not.toContain('moss');
  });

  browserTest('may be asked for in a field of its own, and declined', async () => {
    await open();
    await type('!msgraph-user-change-password user=adele@contoso.example password=?');
    const field = page.getByLabel('password (not shown)');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.entry.error').getByText('cancelled').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a long command', () => {
  browserTest('is confirmed, followed to its end and updated in its place', async () => {
    sandbox.switches.passwordResetSeconds = 100;
    const admin = { ...(await signedInInstance(sandbox)), name: 'admin', kind: 'sandbox' as const };
    await open({ on: [admin] });
    await type(
      '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=Kettle,moss=7;Traveller',
    );
    await page.getByRole('dialog').getByText('sylvie@contoso.example').waitFor();
    expect(await page.getByRole('button', { name: 'Go on' }).isDisabled()).toBe(true);
    await page.getByLabel('Type yes to go on').fill('yes');
    await page.keyboard.press('Enter');
    const card = cards().first();
    await card.getByText('Password reset initiated').waitFor();
    await card.getByText(/runs again in 10 s/).waitFor();
    await card.getByText('Followed to its end …').waitFor();
    clock.wake();
    await card.getByText(/Look 1\./).waitFor();
    clock.wake();
    await card.getByText(/Look 2\./).waitFor();
    expect(await card.locator('.entry').count()).toBe(2);
    const hasEnded = async () => (await card.getByText('Password reset succeeded').count()) > 0;
    for (let looks = 0; looks < 200 && !(await hasEnded()); looks++) {
      clock.wake();
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
    expect(await hasEnded()).toBe(true);
    await card.locator('.progress').waitFor({ state: 'hidden' });
    expect(await card.getByText('Followed to its end: see below.').count()).toBe(2);
    expect(await card.getByText('Followed to its end …').count()).toBe(0);
  });

  browserTest('for several people is followed for each of them, in their own places', async () => {
    const adele = await signedInInstance(sandbox, 'adele@contoso.example');
    await open({ on: [{ ...adele, name: 'adele', kind: 'sandbox' as const }] });
    await type(
      '!msgraph-teams-ask user=`["noor@contoso.example","george@contoso.example"]` text="Was that you?" options=yes,no timeout=60',
    );
    const card = cards().first();
    await card.getByText('George Ashdown was asked').waitFor();
    const hasEnded = async () => (await card.getByText('Noor Haddad did not answer').count()) > 0;
    for (let looks = 0; looks < 200 && !(await hasEnded()); looks++) {
      clock.wake();
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
    await card.locator('.progress').waitFor({ state: 'hidden' });
    expect(await card.getByText('Noor Haddad was asked').count()).toBe(1);
    expect(await card.getByText('Noor Haddad has not answered yet').count()).toBe(1);
    expect(await card.getByText('George Ashdown was asked').count()).toBe(1);
    expect(await card.getByText('Answered: no').count()).toBe(1);
    expect(await card.getByText('Followed to its end …').count()).toBe(0);
  });

  browserTest.each(['its button', 'Ctrl-C'])('can be cancelled by %s', async (how) => {
    sandbox.switches.passwordResetSeconds = 100;
    const admin = { ...(await signedInInstance(sandbox)), name: 'admin', kind: 'sandbox' as const };
    await open({ on: [admin] });
    await type(
      '!msgraph-user-change-password-on-premise user=sylvie@contoso.example password=Kettle,moss=7;Traveller',
    );
    await page.getByLabel('Type yes to go on').fill('yes');
    await page.keyboard.press('Enter');
    await page
      .locator('.progress')
      .getByText(/runs again in 10 s/)
      .waitFor();
    if (how === 'Ctrl-C') await prompt().press('Control+c');
    else await page.getByRole('button', { name: 'Cancel line 1' }).click();
    await page.locator('.entry.error').getByText('was cancelled').waitFor();
    await page.getByText('No longer followed.').waitFor();
  });
});

describe('a connection', () => {
  let way: CuttableWay;
  afterEach(() => {
    way.close();
  });

  browserTest('that is lost and found again loses no entry and shows none twice', async () => {
    let port = 0;
    way = await openCuttableWay(() => port);
    const origin = `http://127.0.0.1:${way.port}`;
    const served = await serveRoom({ assets, clock, on: [builtIn()] }, origin);
    room = served;
    port = Number(new URL(served.origin).port);
    await openAt(served.link().replace(served.origin, origin));
    await run('before');
    // A second window that is not cut off goes on.
    const cutOff = page;
    await openAt(served.link());
    way.cut();
    await cutOff.getByText('Connection lost, trying again …').waitFor();
    await run('meanwhile');
    expect(await cutOff.locator('.card').count()).toBe(1);
    way.mend();
    await cutOff.locator('.card').filter({ hasText: 'meanwhile' }).waitFor();
    await cutOff.getByText('Connection lost, trying again …').waitFor({ state: 'hidden' });
    page = cutOff;
    await run('after');
    const texts = await page.locator('.card .body').allTextContents();
    expect(texts).toEqual(['before', 'meanwhile', 'after']);
  });
});

describe('for everybody', () => {
  const answers = {
    'msgraph-user-list': [
      noteEntry(
        '### T\n|a|b|\n|---|---|\n| 1 | [x](https://portal.example) |\n\n- one\n- `two`\n\n> quoted\n\n```\ncode\n```',
      ),
      fileEntry('report.txt', 'x'),
    ],
  };

  browserTest.each(['light', 'dark'] as const)('has no faults that axe finds, %s', async (colorScheme) => {
    await open({
      answers,
      signIns: {
        statusOf: () => Promise.resolve({ text: 'Nobody is signed in', canSignIn: true }),
        begin: () => Promise.resolve('https://login.example/'),
        onSignIn: () => undefined,
      },
    });
    await page.emulateMedia({ colorScheme });
    await run('!msgraph-user-list');
    await run('!msgraph-user-get usr=x');
    await run('!msgraph-user-account-disable user=sylvie@contoso.example');
    await run('a note');
    await page.getByRole('button', { name: 'Contents of MSGraphUserAction', exact: true }).click();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('F6');
    await prompt().focus();
    await page.keyboard.type('!msgraph-user-get ');
    await page.keyboard.press('ArrowDown');
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Context', exact: true }).first().click();
    await page.getByRole('searchbox', { name: 'Search the context' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await violations()).toEqual([]);
  });

  browserTest('remembers who wants it dark', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Colors' }).selectOption('dark');
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await ground();
    await page.reload();
    await prompt().waitFor();
    expect(await ground()).toBe(dark);
    await page.getByRole('combobox', { name: 'Colors' }).selectOption('light');
    expect(await ground()).not.toBe(dark);
  });

  browserTest('does not hold the keyboard: Tab leaves the command line', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Run');
    await prompt().focus();
    await page.keyboard.type('!msgraph-user-get user=x');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Run');
  });
});

describe('hostile text', () => {
  const SCRIPT = `<script>window.hit=1</script><img src=x onerror="window.hit=1"><svg onload=window.hit=1>`;

  async function nothingHappened(): Promise<void> {
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('.entry :is(script, img, svg, iframe, object, style, form)').count()).toBe(0);
    expect(problems).toEqual([]);
  }

  browserTest('in a name of a person is text, in the table, behind it and in the context', async () => {
    await open();
    const name = '<img src=x onerror=window.hit=1>';
    await run(`!msgraph-user-update user=adele@contoso.example updated_fields=\`displayName=${name}\``);
    await run('!msgraph-user-get user=adele@contoso.example properties=id,displayName');
    await cards().last().getByRole('cell', { name }).waitFor();
    await cards().last().getByRole('button', { name: 'Raw' }).click();
    await cards().last().locator('pre').filter({ hasText: name }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the context' }).fill('onerror');
    await page.locator('.found').getByText(name).first().waitFor();
    await nothingHappened();
  });

  browserTest('in a message that Teams really keeps is text', async () => {
    const adele = await signedInInstance(sandbox, 'adele@contoso.example');
    await open({ on: [{ ...adele, name: 'adele', kind: 'sandbox' as const }] });
    const chat = sandbox.chats().find(({ topic }) => topic === 'Incident 4711 war room');
    await sandbox.reply(chat?.id ?? '', {
      by: 'tomas@contoso.example',
      say: `<p>look</p>${SCRIPT}`,
      contentType: 'html',
    });
    await run('!msgraph-teams-list-messages chat="Incident 4711 war room" limit=1');
    await cards().last().getByRole('cell', { name: 'look' }).waitFor();
    await cards().last().getByRole('button', { name: 'Raw' }).click();
    await cards().last().locator('pre').filter({ hasText: 'look' }).waitFor();
    await nothingHappened();
  });

  browserTest('in a message of a chat is text, and only links of the web are links', async () => {
    const body = [
      SCRIPT,
      '[a](javascript:window.hit=1)',
      '[b](data:text/html,<script>window.hit=1</script>)',
      '[c](vbscript:x)',
      '![d](https://tracker.example/pixel.png)',
      '[https://login.microsoftonline.com](https://login.microsoftonline.com@fabrikam.example/)',
      '[portal](https://portal.example/a)',
      '<a href="javascript:window.hit=1">e</a>',
    ].join('\n\n');
    await open({ answers: { 'msgraph-user-list': [noteEntry(body)] } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await run('!msgraph-user-list');
    expect(await page.locator('.entry').textContent()).toContain(SCRIPT);
    const links = await page.locator('.entry .body a').all();
    const shown = await Promise.all(
      links.map(async (link) => [await link.getAttribute('href'), await link.getAttribute('rel')]),
    );
    expect(shown).toEqual([['https://portal.example/a', 'noopener noreferrer']]);
    expect(asked.filter((url) => !url.startsWith(room?.origin ?? ' '))).toEqual([]);
    await nothingHappened();
  });

  browserTest('that steers terminals or turns the writing around is shown for what it is', async () => {
    const bomb = `\u001b[2J\u001b]0;owned\u0007${'\u001b[31m'.repeat(2000)}\u202egnp.exe\u0000`;
    await open({ answers: { 'msgraph-user-list': [noteEntry(bomb)] } });
    await run('!msgraph-user-list');
    const text = (await page.locator('.entry .body').textContent()) ?? '';
    expect(text).toContain('␛[2J␛]0;owned␇');
    expect(text).toContain('⟨U+202E⟩gnp.exe');
    expect(text).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
    await nothingHappened();
  });

  browserTest('could do nothing even if it became markup', async () => {
    await open();
    const attempts = await page.evaluate(`(() => {
      try { document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); return 'inserted'; } catch { return 'refused'; }
    })()`);
    expect(attempts).toBe('refused');
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      try { script.textContent = 'window.hit = 1'; } catch { return; }
      document.body.append(script);
    })()`);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });
});

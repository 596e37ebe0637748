import { existsSync } from 'node:fs';
import { afterAll, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian's package puts it, unless the environment names another file. */
const file = process.env['MSGRAPH_SOAR_CHROMIUM'] || '/usr/bin/chromium';

/**
 * As `test`, for one that drives a real browser: skipped on a machine without a Chromium. Such tests stand in files named
 * `*.browser.test.ts`, whose skipped tests the run counts at its end.
 */
export const browserTest: typeof test | typeof test.skip = existsSync(file) ? test : test.skip;

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
});

/** Opens an empty page in a Chromium without a window, with nothing kept of the pages before it. */
export async function openPage(): Promise<Page> {
  browser ??= chromium.launch({ executablePath: file, args: ['--headless', '--no-sandbox'] });
  const context = await (await browser).newContext();
  return context.newPage();
}

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RedirectListener, listenForRedirect } from './redirect-listener.js';

const STATE = 'the-state';
let listener: RedirectListener;
let foreign: number;
beforeEach(async () => {
  foreign = 0;
  listener = await listenForRedirect({
    host: '127.0.0.1',
    port: undefined,
    rest: '/callback',
    isConfigured: true,
  });
});
afterEach(() => listener.close());

const come = (query: string): Promise<Response> => fetch(`${listener.redirectUri}?${query}`);
const wait = (): ReturnType<RedirectListener['answerTo']> =>
  listener.answerTo(STATE, () => {
    foreign += 1;
  });

describe('the browser that comes back', () => {
  test('gets a plain page that holds nothing of the answer and that nobody may keep, frame or refer to', async () => {
    const answer = wait();
    const page = await come(`code=canary-code&state=${STATE}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('You may close this window.');
    expect(text).not.toMatch(/canary|the-state|<script|<img|<link/);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await answer).reveal()).toBe(`${listener.redirectUri}?code=canary-code&state=${STATE}`);
  });

  test('is turned away the second time, and the first answer stands', async () => {
    const answer = wait();
    await come(`code=first&state=${STATE}`);
    const second = await come(`code=second&state=${STATE}`);
    expect(second.status).toBe(410);
    expect(await second.text()).toContain('Already answered');
    expect((await answer).reveal()).toContain('code=first');
  });

  test('with the state of another login is turned away and told of, and the right one still counts', async () => {
    const answer = wait();
    expect((await come('code=theirs&state=other')).status).toBe(400);
    expect(foreign).toBe(1);
    expect((await come(`code=ours&state=${STATE}`)).status).toBe(200);
    expect((await answer).reveal()).toContain('code=ours');
  });

  test('is turned away before there is a login', async () => {
    expect((await come('code=early&state=')).status).toBe(400);
  });

  test('finds nothing at another path, and no other method', async () => {
    const { origin } = new URL(listener.redirectUri);
    expect((await fetch(`${origin}/favicon.ico`)).status).toBe(404);
    const posted = await fetch(`${listener.redirectUri}?code=a&state=${STATE}`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

test('a port that is taken is an error that names --port', async () => {
  const port = Number(new URL(listener.redirectUri).port);
  const second = listenForRedirect({ host: 'localhost', port, rest: '/', isConfigured: false });
  await expect(second).rejects.toMatchObject({
    message: `Port ${port} of this machine is taken, or may not be used.`,
    nextStep: expect.stringContaining('--port'),
  });
});

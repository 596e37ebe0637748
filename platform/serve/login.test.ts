import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { type BenchAnswer, openServeBench, type ServeBench } from '../../test_data/serve-bench.js';
import { addSample, textOfAll } from '../instances/sample-home.js';
import { createOneTimeBox } from './login/one-time.js';

const ADELE = 'adele@contoso.example';

let bench: ServeBench;
beforeAll(async () => {
  bench = await openServeBench({ params: { auth_type: 'user_auth_flow' } });
});
afterAll(() => bench.close());

const locationOf = ({ headers }: BenchAnswer): string => headers.location ?? '';

async function makeLink(instance = 'own'): Promise<string> {
  const answer = await bench.send({
    method: 'POST',
    path: '/oauth/links',
    key: bench.keys.effects,
    body: { instance },
  });
  expect(answer.status).toBe(201);
  return String(answer.body['url']);
}

/** A browser of one person: it keeps its cookie. */
async function openLink(link: string): Promise<{ address: string; cookie: string; answer: BenchAnswer }> {
  const { pathname, search } = new URL(link);
  const answer = await bench.send({ path: `${pathname}${search}` });
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return { address: locationOf(answer), cookie, answer };
}

/** Decides on Microsoft's page; gives path and query that the browser is sent back to. */
async function decide(address: string, decision: 'accept' | 'cancel' = 'accept'): Promise<string> {
  const body = new URLSearchParams({ user: ADELE, decision });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.port).toBe(new URL(bench.server.url).port);
  return `${back.pathname}${back.search}`;
}

const comeBack = (path: string, cookie = '') =>
  bench.send({ path, headers: cookie === '' ? {} : { cookie: cookie.split(';')[0] ?? '' } });

describe('a link', () => {
  test('leads through the sign-in page to a sign-in that the commands use', async () => {
    const { address, cookie, answer } = await openLink(await makeLink());
    expect(answer.status).toBe(302);
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/^[\w-]{32}$/);
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\/oauth\/callback$/);
    expect(cookie).toMatch(/; Path=\/oauth\/callback; Max-Age=600; HttpOnly; SameSite=Lax$/);

    const back = await decide(address);
    const page = await comeBack(back, cookie);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`The instance own now acts for ${ADELE}.`);
    const code = new URLSearchParams(back.split('?')[1]).get('code') ?? 'none';
    expect(page.text).not.toContain(code);
    expect(JSON.stringify(page.headers)).not.toContain(code);
    expect(await textOfAll(bench.home)).not.toContain(code);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });

    const tested = await bench.run('msgraph-teams-test');
    expect(JSON.stringify(tested.body)).toContain(ADELE);
  });

  test('works once', async () => {
    const link = await makeLink();
    expect((await openLink(link)).answer.status).toBe(302);
    const again = await openLink(link);
    expect(again.answer).toMatchObject({ status: 410, text: expect.stringContaining('works once') });
  });

  test('that nobody made leads nowhere', async () => {
    const { answer } = await openLink(
      `${bench.server.url}/oauth/start?link=${randomBytes(32).toString('base64url')}`,
    );
    expect(answer.status).toBe(410);
  });

  test('is not made for an instance that does not exist', async () => {
    const body = { instance: 'owm' };
    const answer = await bench.send({ method: 'POST', path: '/oauth/links', key: bench.keys.effects, body });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Did you mean');
  });
});

describe('the browser that comes back', () => {
  test('has one answer: the same one again is turned away, and nothing is sent', async () => {
    const { address, cookie } = await openLink(await makeLink());
    const back = await decide(address);
    const answers = await Promise.all([comeBack(back, cookie), comeBack(back, cookie)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const before = bench.sandbox.log.length;
    expect((await comeBack(back, cookie)).status).toBe(400);
    expect(bench.sandbox.log).toHaveLength(before);
  });

  test('is not another one than the one that opened the link', async () => {
    const { address, cookie } = await openLink(await makeLink());
    const other = await openLink(await makeLink());
    const back = await decide(address);
    const before = bench.sandbox.log.length;
    expect((await comeBack(back)).status).toBe(400);
    expect((await comeBack(back, other.cookie)).status).toBe(400);
    expect(bench.sandbox.log).toHaveLength(before);
    expect((await comeBack(back, cookie)).status).toBe(200);
  });

  test.each([
    [
      'another state',
      (query: URLSearchParams) => {
        query.set('state', 'another');
      },
    ],
    [
      'no state',
      (query: URLSearchParams) => {
        query.delete('state');
      },
    ],
    [
      'two states',
      (query: URLSearchParams) => {
        query.append('state', 'x');
      },
    ],
    [
      'no code',
      (query: URLSearchParams) => {
        query.delete('code');
      },
    ],
    [
      'two codes',
      (query: URLSearchParams) => {
        query.append('code', 'x');
      },
    ],
    [
      'a code and an error',
      (query: URLSearchParams) => {
        query.set('error', 'access_denied');
      },
    ],
  ])('with %s is turned away, and the right answer still counts', async (_, change) => {
    const { address, cookie } = await openLink(await makeLink());
    const back = await decide(address);
    const [path = '', search] = back.split('?');
    const query = new URLSearchParams(search);
    change(query);
    const before = bench.sandbox.log.length;
    expect((await comeBack(`${path}?${query.toString()}`, cookie)).status).toBe(400);
    expect(bench.sandbox.log).toHaveLength(before);
    expect((await comeBack(back, cookie)).status).toBe(200);
  });

  test('without a sign-in is told why, and what to do', async () => {
    const { address, cookie } = await openLink(await makeLink());
    const page = await comeBack(await decide(address, 'cancel'), cookie);
    expect(page.text).toContain('<h1>Not signed in</h1>');
    expect(page.text).toContain('AADSTS65004');
    expect(page.text).toContain('Ask for a new link and open it and accept what is asked for.');
  });

  test('with markup in its error is shown it as text', async () => {
    const { address, cookie } = await openLink(await makeLink());
    const state = new URL(address).searchParams.get('state') ?? '';
    const query = new URLSearchParams({
      state,
      error: 'server_error',
      error_description: '<script>alert(1)</script>"\'&',
    });
    const page = await comeBack(`/oauth/callback?${query.toString()}`, cookie);
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(page.text).not.toContain('<script');
  });

  test('with a code that Microsoft refuses is told so, and the sign-in of before stays', async () => {
    const { address, cookie } = await openLink(await makeLink());
    const state = new URL(address).searchParams.get('state') ?? '';
    const page = await comeBack(`/oauth/callback?code=canary-code&state=${state}`, cookie);
    expect(page.status).toBe(400);
    expect(page.text).toContain('The sign-in was refused');
    expect(page.text).not.toContain('canary-code');
    expect(JSON.stringify((await bench.run('msgraph-user-test')).body)).toContain(ADELE);
  });
});

describe('with a key for effects', () => {
  test('a program gets the address to sign in at, and hands it on', async () => {
    const begun = await bench.send({ path: '/oauth/start?instance=own', key: bench.keys.effects });
    expect(begun.status).toBe(302);
    expect(begun.headers['set-cookie']).toBeUndefined();
    expect((await comeBack(await decide(locationOf(begun)))).status).toBe(200);
  });

  test.each([
    ['client_credentials', 'auth_type is client_credentials'],
    ['managed_identity', 'auth_type is managed_identity'],
  ])('nobody signs in for an instance of %s', async (flow, text) => {
    const params = { ...bench.sandbox.params(), auth_type: flow };
    const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
    await addSample(bench.home, 'other', words, { replace: true });
    const answer = await bench.send({ path: '/oauth/start?instance=other', key: bench.keys.effects });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain(text);
  });
});

test('behind a proxy the browser comes back to the public address, with a cookie for https only', async () => {
  const behind = await openServeBench({
    params: { auth_type: 'user_auth_flow' },
    publicUrl: 'https://soar.contoso.example/graph',
  });
  const made = await behind.send({
    method: 'POST',
    path: '/oauth/links',
    key: behind.keys.effects,
    body: {},
  });
  const link = new URL(String(made.body['url']));
  const headers = { host: 'soar.contoso.example' };
  const begun = await behind.send({ path: `/oauth/start${link.search}`, headers });
  await behind.close();
  expect(link.origin + link.pathname).toBe('https://soar.contoso.example/graph/oauth/start');
  const redirectUri = new URL(begun.headers.location ?? '').searchParams.get('redirect_uri');
  expect(redirectUri).toBe('https://soar.contoso.example/graph/oauth/callback');
  expect(begun.headers['set-cookie']).toEqual([
    expect.stringMatching(/; Path=\/graph\/oauth\/callback; .*; Secure$/),
  ]);
});

describe('a one-time secret', () => {
  test('works for ten minutes, once', () => {
    const clock = createFakeClock();
    const box = createOneTimeBox<string>(clock);
    const [one, other] = [box.put('one'), box.put('other')];
    clock.advance(599_999);
    expect([box.look(one.secret), box.take(one.secret), box.take(one.secret)]).toEqual([
      'one',
      'one',
      undefined,
    ]);
    clock.advance(1);
    expect([box.look(other.secret), box.take(other.secret)]).toEqual([undefined, undefined]);
    expect(one.secret).toMatch(/^[\w-]{43}$/);
  });

  test('of a thousand others still works; the oldest of more does not', () => {
    const box = createOneTimeBox<number>(createFakeClock());
    const secrets = Array.from({ length: 1_001 }, (_, index) => box.put(index).secret);
    expect(box.take(secrets[0] ?? '')).toBeUndefined();
    expect(box.take(secrets[1] ?? '')).toBe(1);
    expect(box.take(secrets[1_000] ?? '')).toBe(1_000);
  });
});

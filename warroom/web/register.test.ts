import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { noteEntry } from '../../integration/results/note-entry.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { type ServedRoom, serveRoom } from '../../test_data/served-room.js';
import { builtPage, type WebRoom } from '../../test_data/web-room.js';
import { type PageAssets } from './assets.js';
import { askPage, enterPage, keyOf, readEvents } from './page-client.js';

let assets: PageAssets;
let sandbox: Sandbox;
beforeAll(async () => {
  assets = await builtPage();
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

let page: ServedRoom;
let link: string;
async function start(options: Partial<WebRoom> = {}): Promise<void> {
  const on = [{ ...sandboxInstance(sandbox), name: 'sandbox', kind: 'sandbox' as const }];
  page = await serveRoom({ assets, on, ...options });
  link = page.link();
}
beforeEach(() => start());
afterEach(() => page.close());

async function restart(options: Partial<WebRoom>): Promise<void> {
  await page.close();
  await start(options);
}

const isDone = ({ type, state }: Record<string, unknown>) => type === 'progress' && state === 'done';

/** Runs a line and gives everything that happened until it was done. */
async function run(headers: Record<string, string>, line: string) {
  const { status } = await askPage(page.origin, '/room/api/lines', { headers, body: { line } });
  expect(status).toBe(200);
  return (await readEvents(page.origin, headers, isDone)).map(({ event }) => event);
}

describe('the link', () => {
  test('lets one browser in, once', async () => {
    const first = await askPage(page.origin, '/room/api/open', { body: { key: keyOf(link) } });
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^msgraph_soar_room=[\w-]{43}; Path=\/room; HttpOnly; SameSite=Strict$/,
    );
    const second = await askPage(page.origin, '/room/api/open', { body: { key: keyOf(link) } });
    expect(second).toMatchObject({ status: 410, json: { error: expect.stringContaining('used already') } });
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('carries its key where no server sees it', () => {
    const { pathname, search, hash } = new URL(link);
    expect([pathname, search]).toEqual(['/', '']);
    expect(hash).toMatch(/^#open=[\w-]{43}$/);
  });

  test('cannot be guessed', async () => {
    for (const key of ['', 'x', keyOf(link).slice(1)]) {
      expect(await askPage(page.origin, '/room/api/open', { body: { key } })).toMatchObject({ status: 410 });
    }
  });

  test('of another browser leaves the first one in', async () => {
    const first = await enterPage(page.origin, link);
    const second = await enterPage(page.origin, page.link());
    expect(first['x-csrf-token']).not.toBe(second['x-csrf-token']);
    for (const headers of [first, second]) {
      expect(await askPage(page.origin, '/room/api/context', { headers })).toMatchObject({ status: 200 });
    }
  });
});

describe('whoever was not let in', () => {
  test.each(['room', 'events', 'context', 'instances', 'entries/1', 'files/x'])(
    'gets nothing from %s',
    async (path) => {
      const cookie = 'msgraph_soar_room=guess';
      for (const headers of [{}, { cookie }]) {
        const answer = await askPage(page.origin, `/room/api/${path}`, { headers });
        expect(answer).toMatchObject({ status: 401, json: { next: expect.stringContaining('new link') } });
      }
    },
  );

  test('sees a page that holds nothing of the room', async () => {
    const { status, text } = await askPage(page.origin, '/');
    expect(status).toBe(200);
    expect(text).not.toMatch(/INC-|msgraph-user|csrf/);
  });
});

describe('a request from elsewhere', () => {
  test('under another name of this server is turned away, as after DNS rebinding', async () => {
    const headers = await enterPage(page.origin, link);
    for (const path of ['/', '/room/api/room', `/room/assets/${assets.script.name}`]) {
      const answer = await askPage(page.origin, path, { headers: { ...headers, host: 'evil.example' } });
      expect(answer.status).toBe(421);
    }
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])(
    'with the origin %s runs nothing',
    async (origin) => {
      const headers = await enterPage(page.origin, link);
      const body = { line: 'Called her.' };
      const answer = await askPage(page.origin, '/room/api/lines', { headers: { ...headers, origin }, body });
      expect(answer.status).toBe(403);
      expect((await run(headers, 'Mine.')).filter(({ type }) => type === 'line')).toMatchObject([
        { text: 'Mine.' },
      ]);
    },
  );

  test('that names no origin runs nothing', async () => {
    const { cookie = '', 'x-csrf-token': token = '' } = await enterPage(page.origin, link);
    const { hostname, port } = new URL(page.origin);
    const answer = await fetch(`http://${hostname}:${port}/room/api/lines`, {
      method: 'POST',
      headers: { cookie, 'x-csrf-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ line: 'x' }),
    });
    expect(answer.status).toBe(403);
  });

  test('that a browser marks as cross-site reads nothing', async () => {
    const headers = await enterPage(page.origin, link);
    for (const site of ['cross-site', 'same-site']) {
      const marked = { ...headers, 'sec-fetch-site': site };
      expect(await askPage(page.origin, '/room/api/context', { headers: marked })).toMatchObject({
        status: 403,
      });
    }
  });

  test('without the token of the page, or with that of another visit, does nothing', async () => {
    const { cookie = '', ...mine } = await enterPage(page.origin, link);
    const other = await enterPage(page.origin, page.link());
    for (const token of [{}, { 'x-csrf-token': 'x' }, { 'x-csrf-token': other['x-csrf-token'] ?? '' }]) {
      const headers = { cookie, ...token };
      for (const path of ['lines', 'lines/1/cancel', 'questions/1', 'instances/sandbox/sign-in']) {
        const answer = await askPage(page.origin, `/room/api/${path}`, { headers, body: { line: 'x' } });
        expect(answer).toMatchObject({ status: 403, json: { error: expect.stringContaining('token') } });
      }
    }
    const headers = { cookie, ...mine };
    expect(await askPage(page.origin, '/room/api/lines', { headers, body: { line: 'x' } })).toMatchObject({
      status: 200,
    });
  });

  test('in a form is not read', async () => {
    const headers = { ...(await enterPage(page.origin, link)), 'content-type': 'text/plain' };
    const answer = await askPage(page.origin, '/room/api/lines', { headers, body: { line: 'x' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

test('every answer keeps scripts, frames and caches away', async () => {
  const headers = await enterPage(page.origin, link);
  for (const path of ['/', '/room/api/room', '/room/api/entries/9', `/room/assets/${assets.style.name}`]) {
    const answer = await askPage(page.origin, path, { headers });
    const policy = answer.headers['content-security-policy'];
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toMatch(path.includes('assets') ? /immutable/ : /^no-store$/);
  }
});

test('the page itself has no script and no style inside', async () => {
  const { text } = await askPage(page.origin, '/');
  expect(text).not.toMatch(/<style|style=|<script(?![^>]* src=)| on\w+=/);
});

describe('a line', () => {
  test('runs, and its entries come as blocks without markup', async () => {
    const headers = await enterPage(page.origin, link);
    const events = await run(
      headers,
      '!msgraph-user-get user=adele@contoso.example properties=id,displayName',
    );
    expect(events.find(({ type }) => type === 'line')).toMatchObject({
      text: '!msgraph-user-get user=adele@contoso.example properties=id,displayName',
    });
    expect(events.find(({ type }) => type === 'entry')).toMatchObject({
      entry: {
        number: 1,
        target: { kind: 'sandbox', instance: 'sandbox' },
        hasContext: true,
        readable: { tone: 'note', blocks: [{ kind: 'heading' }, { kind: 'table' }] },
      },
    });
    const { json } = await askPage(page.origin, '/room/api/entries/1', { headers });
    expect(json).toMatchObject({ raw: expect.stringContaining('"displayName": "Adele Winterbourne"') });
    expect((await askPage(page.origin, '/room/api/context', { headers })).json).toMatchObject({
      MSGraphUser: { DisplayName: 'Adele Winterbourne' },
    });
  });

  test('shows no secret, neither in its echo nor behind an entry nor in the context', async () => {
    await restart({
      answers: { 'msgraph-user-get': [noteEntry('Kettle,moss=7', { 'A.B': 'Kettle,moss=7' })] },
    });
    const headers = await enterPage(page.origin, link);
    await run(
      headers,
      '!msgraph-user-change-password user=nobody@contoso.example password=Kettle,moss=7 dry_run=true',
    );
    await run(headers, '!msgraph-user-get user=adele@contoso.example');
    const { text: context } = await askPage(page.origin, '/room/api/context', { headers });
    const { text: source } = await askPage(page.origin, '/room/api/entries/2', { headers });
    const events = await readEvents(page.origin, headers, isDone);
    const all = `${JSON.stringify(events)}${context}${source}`;
    expect(all).toContain('password=?');
    expect(all).toContain('"B":"***"');
    expect(all).not.toContain('moss');
  });

  test('is followed by the next one, in the order typed', async () => {
    const headers = await enterPage(page.origin, link);
    for (const line of ['one', 'two', 'three']) {
      await askPage(page.origin, '/room/api/lines', { headers, body: { line } });
    }
    const events = await readEvents(page.origin, headers, (event) => isDone(event) && event['line'] === 3);
    const entries = events.filter(({ event }) => event['type'] === 'entry');
    expect(entries.map(({ event }) => event['line'])).toEqual([1, 2, 3]);
  });

  test.each([{ line: '' }, { line: 7 }, {}, { line: 'x'.repeat(200_001) }])(
    'is refused as %#',
    async (body) => {
      const headers = await enterPage(page.origin, link);
      expect(await askPage(page.origin, '/room/api/lines', { headers, body })).toMatchObject({ status: 400 });
    },
  );

  test('that changes something is refused on a real tenant, without a question', async () => {
    await restart({ on: [{ ...sandboxInstance(sandbox), name: 'contoso' }] });
    const headers = await enterPage(page.origin, link);
    const events = await run(headers, '!msgraph-user-delete user=sylvie@contoso.example');
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'state',
        state: expect.objectContaining({
          allowsEffects: false,
          banner: expect.stringMatching(/contoso.*read-only/),
        }),
      }),
    );
    expect(JSON.stringify(events)).toContain('only reads on a real tenant');
    expect(events.filter(({ type }) => type === 'question' || type === 'answered')).toEqual([]);
    expect(
      sandbox.people().some(({ userPrincipalName }) => userPrincipalName === 'sylvie@contoso.example'),
    ).toBe(true);
  });

  test('that changes something runs on a real tenant where effects are allowed', async () => {
    await restart({ on: [{ ...sandboxInstance(sandbox), name: 'contoso' }], allowEffects: true });
    const headers = await enterPage(page.origin, link);
    const events = await run(headers, '!msgraph-user-session-revoke user=adele@contoso.example');
    expect(JSON.stringify(events)).toMatch(/revoked/i);
    expect(JSON.stringify(events)).toContain('changes are real');
  });
});

describe('a question', () => {
  const DELETE = '!msgraph-user-delete user=tomas@contoso.example';
  const isQuestion = ({ type }: Record<string, unknown>) => type === 'question';

  async function ask(headers: Record<string, string>, line: string): Promise<Record<string, unknown>> {
    await askPage(page.origin, '/room/api/lines', { headers, body: { line } });
    const events = await readEvents(page.origin, headers, isQuestion);
    return events.at(-1)?.event ?? {};
  }
  const answer = (headers: Record<string, string>, value: unknown) =>
    askPage(page.origin, '/room/api/questions/1', { headers, body: { answer: value } });

  test('names the person, and a no leaves them alone', async () => {
    const headers = await enterPage(page.origin, link);
    expect(JSON.stringify(await ask(headers, DELETE))).toMatch(
      /deletes on the sandbox.*tomas@contoso\.example/,
    );
    expect(await answer(headers, 'yes')).toMatchObject({ status: 404 });
    expect(await answer(headers, false)).toMatchObject({ status: 200 });
    expect(await answer(headers, true)).toMatchObject({ status: 404 });
    const events = await readEvents(page.origin, headers, isDone);
    expect(JSON.stringify(events)).toContain('nothing was done');
    expect(
      sandbox.people().some(({ userPrincipalName }) => userPrincipalName === 'tomas@contoso.example'),
    ).toBe(true);
  });

  test('for a secret takes it, and nothing that is sent holds it', async () => {
    const headers = await enterPage(page.origin, link);
    const line = '!msgraph-user-change-password user=tomas@contoso.example password=?';
    expect(await ask(headers, line)).toMatchObject({ question: { kind: 'secret', prompt: 'password' } });
    await answer(headers, 'Kettle,moss=7;Traveller');
    const isConfirmation = (event: Record<string, unknown>) =>
      JSON.stringify(event).includes('"confirmation"');
    await readEvents(page.origin, headers, isConfirmation);
    await askPage(page.origin, '/room/api/questions/2', { headers, body: { answer: true } });
    const text = JSON.stringify(await readEvents(page.origin, headers, isDone));
    expect(text).toMatch(/password/i);
    expect(text).not.toContain('Kettle');
  });

  test('is taken back when its line is cancelled', async () => {
    const headers = await enterPage(page.origin, link);
    await ask(headers, DELETE);
    expect(await askPage(page.origin, '/room/api/lines/1/cancel', { headers, body: {} })).toMatchObject({
      status: 200,
    });
    const isCancelled = ({ state }: Record<string, unknown>) => state === 'cancelled';
    const events = await readEvents(page.origin, headers, isCancelled);
    expect(events.map(({ event }) => event['type'])).toContain('answered');
    expect(await askPage(page.origin, '/room/api/lines/1/cancel', { headers, body: {} })).toMatchObject({
      status: 404,
    });
  });
});

test('whoever comes back gets what they missed, and nothing twice', async () => {
  const headers = await enterPage(page.origin, link);
  await run(headers, 'one');
  const first = await readEvents(page.origin, headers, isDone);
  const last = String(first.at(-1)?.id);
  await askPage(page.origin, '/room/api/lines', { headers, body: { line: 'two' } });
  const missed = await readEvents(page.origin, { ...headers, 'last-event-id': last }, isDone);
  const lines = missed.filter(({ event }) => event['type'] === 'line').map(({ event }) => event['text']);
  expect(lines).toEqual(['two']);
  expect(missed.every(({ id }) => id > Number(last))).toBe(true);
});

test('an export is a file to download, and nothing is written on the server', async () => {
  const headers = await enterPage(page.origin, link);
  const events = await run(headers, '!export ../../case.md');
  const shown = events.find(({ type }) => type === 'entry');
  expect(shown).toMatchObject({ entry: { file: { name: 'case.md' } } });
  const id = /"file":\{"id":"([^"]+)"/.exec(JSON.stringify(shown))?.[1] ?? '';
  const file = await askPage(page.origin, `/room/api/files/${id}`, { headers });
  expect(file.text).toMatch(/^# Incident INC-/);
  expect(file.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''case.md",
  });
});

test('a generated password is in a file to download, and nowhere else', async () => {
  const admin = { ...(await signedInInstance(sandbox)), name: 'admin', kind: 'sandbox' as const };
  await restart({ on: [admin] });
  const headers = await enterPage(page.origin, link);
  const line =
    '!msgraph-user-change-password user=tomas@contoso.example password=generate zip_password="open sesame 7"';
  await askPage(page.origin, '/room/api/lines', { headers, body: { line } });
  await readEvents(page.origin, headers, ({ type }) => type === 'question');
  await askPage(page.origin, '/room/api/questions/1', { headers, body: { answer: true } });
  const text = JSON.stringify(await readEvents(page.origin, headers, isDone));
  expect(text).toMatch(/"file":\{"id"/);
  const id = /"file":\{"id":"([^"]+)"/.exec(text)?.[1] ?? '';
  const file = await askPage(page.origin, `/room/api/files/${id}`, { headers });
  expect(file.text.slice(0, 4)).toBe('PK\u0003\u0004');
  expect(text).not.toContain('open sesame 7');
});

describe('instances', () => {
  test('come with their sign-in, and a sign-in can be begun', async () => {
    await restart({
      signIns: {
        statusOf: () => Promise.resolve({ text: 'Nobody is signed in', canSignIn: true }),
        begin: (name) => Promise.resolve(`https://login.example/${name}`),
        onSignIn: () => undefined,
      },
    });
    const headers = await enterPage(page.origin, link);
    expect((await askPage(page.origin, '/room/api/instances', { headers })).json).toEqual([
      { name: 'sandbox', isCurrent: true, signIn: 'Nobody is signed in', canSignIn: true },
    ]);
    const begun = await askPage(page.origin, '/room/api/instances/sandbox/sign-in', { headers, body: {} });
    expect(begun.json).toEqual({ url: 'https://login.example/sandbox' });
    const unknown = await askPage(page.origin, '/room/api/instances/none/sign-in', { headers, body: {} });
    expect(unknown.status).toBe(404);
  });
});

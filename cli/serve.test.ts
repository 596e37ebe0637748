import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Agent, request } from 'node:https';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome, textOfAll } from '../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { type RunningExecutable, runExecutable, startExecutable } from '../test_data/executable.js';
import { loadedCode } from '../test_data/loaded-code.js';
import { type BenchAnswer, sendTo } from '../test_data/serve-bench.js';
import { authorityFile, serverFiles } from '../test_data/tls.js';

// Each test starts the executable several times, on a machine that may be busy.
jest.setTimeout(90_000);

const ADELE = 'adele@contoso.example';

let sandbox: Sandbox;
let home: string;
const running: RunningExecutable[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  home = await makeHome();
});
afterEach(async () => {
  for (const { process: child, finished } of running.splice(0)) {
    child.kill('SIGKILL');
    await finished;
  }
  await rm(home, { recursive: true });
});

async function addInstance(): Promise<void> {
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
}

async function addKey(name: string, scope: string): Promise<string> {
  const { code, stdout, stderr } = await runExecutable(['keys', 'add', name, '--scope', scope], home);
  expect(code).toBe(0);
  expect(stderr).toContain('It is shown only now');
  return stdout.trim();
}

/** Starts the server at a free port. @returns It and its address. */
async function serve(...args: string[]): Promise<{ server: RunningExecutable; url: string }> {
  const server = startExecutable(['serve', '--port', '0', ...args], home);
  running.push(server);
  const [url = ''] = (await server.printed('\n')).split('\n');
  return { server, url };
}

const run = (url: string, key: string, command: string, args = {}): Promise<BenchAnswer> =>
  sendTo(url, { method: 'POST', path: '/commands', key, body: { command, args } });

/** Signs a person in through a one-time link. @returns What must stand nowhere afterwards. */
async function signIn(url: string, key: string): Promise<{ code: string; page: BenchAnswer }> {
  const made = await sendTo(url, { method: 'POST', path: '/oauth/links', key, body: {} });
  const link = new URL(String(made.body['url']));
  const begun = await sendTo(url, { path: `${link.pathname}${link.search}` });
  const [cookie = ''] = begun.headers['set-cookie'] ?? [];
  const decided = await fetch(begun.headers.location ?? '', {
    method: 'POST',
    body: new URLSearchParams({ user: ADELE, decision: 'accept' }),
    redirect: 'manual',
  });
  const back = new URL(decided.headers.get('location') ?? '');
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const page = await sendTo(url, { path: `${back.pathname}${back.search}`, headers });
  return { code: back.searchParams.get('code') ?? 'none', page };
}

describe('msgraph-soar serve', () => {
  test('says its address on the first line, answers there, and ends with 0 when it is told to', async () => {
    const key = await addKey('soar', 'effects');
    const { server, url } = await serve('--sandbox');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await run(url, key, 'msgraph-user-get', { user: ADELE })).toMatchObject({
      status: 200,
      body: {
        results: [{ Type: 1, Tags: ['sandbox'] }],
        target: { kind: 'sandbox', instance: 'sandbox-app' },
      },
    });
    server.process.kill('SIGTERM');
    expect(await server.finished).toEqual({
      code: 0,
      stdout: `${url}\n`,
      stderr: expect.stringMatching(`^War Room, for one browser: ${url}/#open=[\\w-]+\\n$`),
    });
  });

  test('keeps keys and sign-in when it is killed and started again', async () => {
    await addInstance();
    const [reader, doer] = [await addKey('reader', 'read'), await addKey('doer', 'effects')];
    const first = await serve('--instance', 'own');
    const { page } = await signIn(first.url, doer);
    expect(page.text).toContain(`now acts for ${ADELE}`);
    first.server.process.kill('SIGKILL');
    await first.server.finished;

    const second = await serve('--instance', 'own');
    const tested = await run(second.url, reader, 'msgraph-teams-test');
    expect(tested.status).toBe(200);
    expect(JSON.stringify(tested.body)).toContain(ADELE);
    expect((await run(second.url, reader, 'msgraph-user-account-disable', { user: ADELE })).status).toBe(403);
    expect((await runExecutable(['keys', 'revoke', 'reader'], home)).code).toBe(0);
    expect((await run(second.url, reader, 'msgraph-teams-test')).status).toBe(401);
    expect((await run(second.url, doer, 'msgraph-teams-test')).status).toBe(200);
  });

  test('of one instance serves no other', async () => {
    await addInstance();
    const key = await addKey('doer', 'effects');
    const { url } = await serve('--instance', 'own');
    const body = { command: 'msgraph-user-get', args: { user: ADELE }, instance: 'sandbox' };
    const answer = await sendTo(url, { method: 'POST', path: '/commands', key, body });
    expect(answer.body).toMatchObject({
      results: [{ Type: 4, Contents: expect.stringContaining('does not serve the instance "sandbox"') }],
      target: null,
    });
  });

  test('on a sandbox that nobody asked for changes nothing', async () => {
    const key = await addKey('doer', 'effects');
    const { url } = await serve();
    const answer = await run(url, key, 'msgraph-user-account-disable', { user: ADELE });
    expect(JSON.stringify(answer.body['results'])).toContain('No instance is configured');
  });

  test('speaks TLS with the certificate it is given', async () => {
    const { certificate, key } = serverFiles;
    const { url } = await serve(
      '--sandbox',
      '--host',
      '0.0.0.0',
      '--tls-cert',
      certificate,
      '--tls-key',
      key,
    );
    const { port } = new URL(url);
    expect(url).toBe(`https://0.0.0.0:${port}`);
    const agent = new Agent({ ca: await readFile(authorityFile) });
    const status = await new Promise((resolve, reject) => {
      const sent = request(`https://localhost:${port}/healthz`, { agent }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(status).toBe(200);
  });

  test('says at its start that there is no key yet', async () => {
    const { server } = await serve('--sandbox');
    server.process.kill('SIGINT');
    expect(await server.finished).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('no API key yet'),
    });
  });

  test.each<[readonly string[], number, RegExp]>([
    [['serve', '--port', '70000'], 2, /--port takes/],
    [['serve', '--port', 'x'], 2, /--port takes/],
    [['serve', '--requests-per-minute', '0'], 2, /--requests-per-minute takes/],
    [['serve', '--sandbox', '--instance', 'own'], 2, /exclude each other/],
    [['serve', '--tls-cert', 'x'], 2, /go together/],
    [['serve', 'now'], 2, /now/],
    [['serve', '--host', '0.0.0.0'], 1, /--tls-cert/],
    [['serve', '--tls-cert', '/nowhere', '--tls-key', '/nowhere'], 1, /cannot be read/],
    [['serve', '--public-url', 'http://soar.contoso.example'], 1, /must be an https address/],
    [['serve', '--instance', 'nowhere'], 1, /There is no instance "nowhere"/],
    [['keys'], 2, /^Usage: /],
    [['keys', 'add', 'x'], 2, /^Usage: /],
    [['keys', 'add', 'x', '--scope', 'all'], 2, /^Usage: /],
    [['keys', 'revoke', 'x'], 1, /There is no key "x"/],
  ])('%j is refused', async (args, code, message) => {
    const finished = await runExecutable(args, home);
    expect(finished).toEqual({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(finished.stderr).not.toMatch(/^\s+at /m);
  });
});

test('keys are listed without anything of theirs', async () => {
  const key = await addKey('soar', 'effects');
  const { stdout } = await runExecutable(['keys', 'list'], home);
  expect(stdout).toContain('soar');
  expect(stdout).toContain('effects');
  expect(stdout).not.toContain(key.slice(5, 20));
});

test('secrets show up in no answer, log, audit record or file', async () => {
  await addInstance();
  const key = await addKey('doer', 'effects');
  const { server, url } = await serve('--instance', 'own', '--debug');
  const { code, page } = await signIn(url, key);
  const answers = [
    page,
    await run(url, key, 'msgraph-user-test'),
    await run(url, key, 'msgraph-user-get', { user: ADELE }),
    await run(url, key, 'msgraph-user-unblock', { user: ADELE, reason: 'test' }),
    await run(url, `${key}x`, 'msgraph-user-test'),
    await sendTo(url, { path: '/metrics', key }),
    await sendTo(url, { path: '/manifest', key }),
    await sendTo(url, { path: '/openapi.json', key }),
    await sendTo(url, { path: `/oauth/callback?code=${code}&state=x` }),
  ];
  server.process.kill('SIGTERM');
  const { stdout, stderr } = await server.finished;
  // Without these the test could not fail: there is a log to look through, and effects were written down.
  expect(stderr).toContain('http answer');
  const files = await textOfAll(home);
  expect(files).toContain('msgraph-user-unblock');
  const everything = [
    stdout,
    stderr,
    files,
    ...answers.map(({ text, headers }) => text + JSON.stringify(headers)),
  ];
  const secret = sandbox.params()['creds_enc_key'];
  for (const canary of [key, code, String(secret)]) {
    for (const form of [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64')]) {
      expect(everything.join('\n')).not.toContain(form);
    }
  }
});

test('a command typed in a shell loads nothing of the server', async () => {
  const coverage = join(home, 'coverage');
  const environment = { NODE_V8_COVERAGE: coverage };
  const { code } = await runExecutable(['--sandbox', `!msgraph-user-get user=${ADELE}`], home, {
    environment,
  });
  expect(code).toBe(0);
  const texts = await loadedCode(coverage);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) expect(text).not.toMatch(/node_modules\/(fastify|prom-client|@fastify)\//);
});

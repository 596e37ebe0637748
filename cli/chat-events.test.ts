import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { makeHome } from '../platform/instances/sample-home.js';
import { type Chat, type Sandbox, startSandbox } from '../sandbox/index.js';
import { clientCertificate } from '../test_data/certificates/read.js';
import { type RunningExecutable, runExecutable, startExecutable } from '../test_data/executable.js';
import { incidentsFrom } from '../test_data/incident-stream.js';
import { killedWhile } from '../test_data/killed-while.js';
import { sendTo } from '../test_data/serve-bench.js';

// Each test starts the executable several times, on a machine that may be busy, and looks every five seconds.
jest.setTimeout(120_000);

let sandbox: Sandbox;
let chat: Chat;
let home: string;
let key: string;
/** That the server listens at. */
let port: string;
const running: RunningExecutable[] = [];
beforeEach(async () => {
  sandbox = await startSandbox({ replies: [] });
  home = await makeHome();
  const found = sandbox.chats().find(({ topic }) => topic === 'Incident 4711 war room');
  if (!found) throw new Error('There is no such chat.');
  chat = found;
  port = '0';
  key = (await runExecutable(['keys', 'add', 'soar', '--scope', 'read'], home)).stdout.trim();
});
afterEach(async () => {
  for (const one of running.splice(0)) await kill(one);
  await rm(home, { recursive: true });
  await sandbox.close();
});

async function addInstance(more: Readonly<Record<string, string>>): Promise<void> {
  const params = {
    ...sandbox.params(),
    auth_type: 'client_credentials',
    chat_events_chats: chat.id,
    ...more,
  };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
}

const POLLING = { chat_events: 'Polling', chat_events_interval: '5' };

async function kill({ process: child, finished }: RunningExecutable): Promise<void> {
  child.kill('SIGKILL');
  await finished;
}

async function serve(environment = {}): Promise<{ server: RunningExecutable; url: string }> {
  // The tests ask again and again whether it is so far.
  const words = ['serve', '--port', port, '--instance', 'own', '--debug', '--requests-per-minute', '1000000'];
  const server = startExecutable(words, home, environment);
  running.push(server);
  const [url = ''] = (await server.printed('\n')).split('\n');
  return { server, url };
}

/** Resolves once the server says something of its health, by default that it knows which messages are new. */
async function begun(url: string, said = '"begun":1'): Promise<void> {
  for (;;) {
    const { text } = await sendTo(url, { path: '/healthz', key });
    if (text.includes(said)) return;
  }
}

async function say(...texts: readonly string[]): Promise<void> {
  for (const say of texts) await sandbox.reply(chat.id, { by: 'noor@contoso.example', say });
}

const early = ['a', 'b', 'c', 'd', 'e'];
const late = ['v', 'w', 'x', 'y', 'z'];
const ten = Array.from({ length: 10 }, (_one, index) => `word ${index + 1}`);

const pem = ({ cert, key: privateKey }: { readonly cert: string; readonly key: string }): string =>
  cert + privateKey;

/** A line of the private key that notifications are encrypted for. */
const keyLine = (): string => clientCertificate().key.split('\n')[3] ?? '';

async function filesUnder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join(
    '\n',
  );
}

/** One that nobody listens at. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return String(typeof address === 'object' ? address?.port : '');
}

const toldIn = (incidents: readonly { readonly details: string; readonly sequence: number }[]): unknown[] =>
  incidents.map(({ details, sequence }) => [sequence, details]);

const numbered = (texts: readonly string[]): unknown[] => texts.map((text, index) => [index + 1, text]);

describe('chat events of serve', () => {
  test('make exactly ten incidents, in order, of ten messages sent while it was killed', async () => {
    await addInstance(POLLING);
    const first = await serve();
    await begun(first.url);
    await kill(first.server);
    await say(...ten);
    const second = await serve();
    await incidentsFrom(second.url, key, 10);
    // What would come twice comes before this.
    await say('last');
    const all = await incidentsFrom(second.url, key, 11);
    expect(toldIn(all)).toEqual(numbered([...ten, 'last']));
    const listed = await sendTo(second.url, { path: '/incidents?instance=own&after=9&limit=1', key });
    expect(listed.body).toMatchObject({ instance: 'own', last: 11, incidents: [{ sequence: 10 }] });
    expect((await stat(join(home, 'incidents', 'own.jsonl'))).mode & 0o777).toBe(0o600);
  });

  test.each(['before-mark', 'half-line'] as const)(
    'make each message one incident although it is killed at the point "%s"',
    async (point) => {
      await addInstance(POLLING);
      const first = await serve();
      await begun(first.url);
      await kill(first.server);
      await say(...ten);
      const killed = await serve(killedWhile(point, home));
      await killed.server.finished;
      const written = await readFile(join(home, 'incidents', 'own.jsonl'), 'utf8');
      expect(written.endsWith('\n')).toBe(point === 'before-mark');
      const second = await serve();
      await incidentsFrom(second.url, key, 10);
      await say('last');
      const all = await incidentsFrom(second.url, key, 11);
      expect(toldIn(all)).toEqual(numbered([...ten, 'last']));
    },
  );

  test.each([
    ['without content', {}],
    ['with encrypted content', { notification_certificate: pem(clientCertificate()) }],
  ])(
    'by notifications %s that come twice and out of order do so too, before and after it was killed',
    async (_kind, more) => {
      port = await freePort();
      // Looked at so rarely that only notifications, and the look at each start, find anything.
      await addInstance({ chat_events: 'Notifications', chat_events_interval: '86400', ...more });
      const first = await serve();
      await begun(first.url, '"subscriptions":1');
      const [{ id } = { id: '' }] = sandbox.subscriptions;
      Object.assign(sandbox.switches, { notificationCopies: 2, notificationsHeld: 5 });
      await say(...early);
      await sandbox.notify();
      expect(toldIn(await incidentsFrom(first.url, key, 5))).toEqual(numbered(early));
      await kill(first.server);
      await say(...ten);
      await sandbox.notify();
      const second = await serve();
      await incidentsFrom(second.url, key, 15);
      await say(...late);
      await sandbox.notify();
      const all = await incidentsFrom(second.url, key, 20);
      expect(toldIn(all)).toEqual(numbered([...early, ...ten, ...late]));
      expect(sandbox.subscriptions.map((one) => one.id)).toEqual([id]);
      second.server.process.kill('SIGTERM');
      const { code, stdout, stderr } = await second.server.finished;
      expect(code).toBe(0);
      // What guards notifications stands nowhere in clear, the debug log included.
      expect(stderr).toContain('http answer');
      const secrets = [sandbox.subscriptions[0]?.clientState ?? '', keyLine()];
      for (const secret of secrets) {
        expect(secret.length).toBeGreaterThan(40);
        expect([stdout, stderr, await filesUnder(home)].join('\n')).not.toContain(secret);
      }
    },
  );
});

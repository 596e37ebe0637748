import { afterEach, describe, expect, test } from '@jest/globals';
import { incidentsFrom } from '../../test_data/incident-stream.js';
import { openServeBench, type ServeBench } from '../../test_data/serve-bench.js';
import { type ServerOptions } from './server.js';

let bench: ServeBench;
afterEach(() => bench.close());

const CHAT = 'Incident 4711 war room';

/** Opens a server whose instance `own` watches a chat by notifications. */
async function open(
  more: Readonly<Record<string, string>> = {},
  page?: NonNullable<ServerOptions['page']>,
): Promise<string> {
  const chatId = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';
  bench = await openServeBench({
    sandbox: { replies: [] },
    ...(page && { page }),
    params: {
      auth_type: 'client_credentials',
      chat_events: 'Notifications',
      chat_events_chats: chatId,
      ...more,
    },
  });
  expect(bench.sandbox.chats().find(({ topic }) => topic === CHAT)?.id).toBe(chatId);
  // Nobody waits for a sign-in that is under way when the server ends.
  await healthHolds('"begun":1');
  return chatId;
}

/** Asks until the health of the server holds a text. */
async function healthHolds(text: string): Promise<void> {
  for (;;) {
    if ((await bench.send({ path: '/healthz', key: bench.keys.read })).text.includes(text)) return;
  }
}

const say = (chatId: string, text: string): Promise<void> =>
  bench.sandbox.reply(chatId, { by: 'noor@contoso.example', say: text });

describe('/incidents', () => {
  test('lists the new messages of a watched chat, and follows them as events', async () => {
    const chatId = await open();
    await healthHolds('"subscriptions":1');
    const following = incidentsFrom(bench.server.url, bench.keys.read, 3);
    await say(chatId, 'one');
    await say(chatId, 'two');
    await bench.sandbox.notify();
    await incidentsFrom(bench.server.url, bench.keys.read, 2);
    await say(chatId, 'three');
    await bench.sandbox.notify();
    const told = (await following).map(({ sequence, details }) => [sequence, details]);
    expect(told).toEqual([[1, 'one'], [2, 'two'], [3, 'three']]); // prettier-ignore
    const { body } = await bench.send({
      path: '/incidents?instance=own&after=1&limit=1',
      key: bench.keys.read,
    });
    expect(body).toMatchObject({ instance: 'own', last: 3, incidents: [{ sequence: 2, details: 'two' }] });
    const { text } = await bench.send({ path: '/metrics', key: bench.keys.read });
    expect(text).toContain('msgraph_soar_chat_incidents{instance="own"} 3\n');
    expect(text).toContain('msgraph_soar_chat_subscriptions{instance="own"} 1\n');
    expect(text).toContain('msgraph_soar_chat_events_healthy{instance="own"} 1\n');
  });

  test('goes on behind the event that a client had when it lost the connection', async () => {
    const chatId = await open();
    await healthHolds('"subscriptions":1');
    await say(chatId, 'one');
    await say(chatId, 'two');
    await bench.sandbox.notify();
    await incidentsFrom(bench.server.url, bench.keys.read, 2);
    const [next] = await incidentsFrom(bench.server.url, bench.keys.read, 1, 1);
    expect(next).toMatchObject({ sequence: 2, details: 'two' });
  });

  test('asks for a key, for a number, and for an instance that watches chats', async () => {
    await open();
    const status = async (path: string, key?: string): Promise<number> =>
      (await bench.send({ path, key })).status;
    expect(await status('/incidents')).toBe(401);
    expect(await status('/incidents', bench.keys.read)).toBe(200);
    expect(await status('/incidents?after=-1', bench.keys.read)).toBe(400);
    expect(await status('/incidents?limit=0', bench.keys.read)).toBe(400);
    expect(await status('/incidents?instance=other', bench.keys.read)).toBe(404);
  });
});

test('a page is told of each new message, in order', async () => {
  const told: unknown[] = [];
  const chatId = await open({}, (_app, { follow }) => {
    follow((instance, { details }) => told.push([instance, details]));
    return Promise.resolve();
  });
  await healthHolds('"subscriptions":1');
  for (const text of ['one', 'two', 'three']) await say(chatId, text);
  await bench.sandbox.notify();
  await incidentsFrom(bench.server.url, bench.keys.read, 3);
  expect(told).toEqual([['own', 'one'], ['own', 'two'], ['own', 'three']]); // prettier-ignore
});

describe('the notification address', () => {
  test('needs no key, whatever the name of the proxy in front, and counts against no key', async () => {
    await open();
    const wish = { method: 'POST', path: '/notifications/own', body: { value: [{ clientState: 'x' }] } };
    const headers = { host: 'hooks.contoso.example', origin: 'https://fabrikam.example' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => bench.send({ ...wish, headers })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await healthHolds('"ignored":50');
  });

  test('is not there where nothing is watched', async () => {
    bench = await openServeBench();
    const answer = await bench.send({ method: 'POST', path: '/notifications/own?validationToken=x' });
    expect(answer.status).toBe(401);
    const { body } = await bench.send({ path: '/incidents', key: bench.keys.read });
    expect(JSON.stringify(body)).toContain('Set its parameter chat_events');
  });
});

describe('/healthz', () => {
  test('tells everybody that the server answers, and what is wrong with the chats only to those with a key', async () => {
    await open({ notification_url: 'http://127.0.0.1:1' });
    await healthHolds('This server itself does not reach');
    expect((await bench.send({ path: '/healthz' })).text).toBe('{"status":"ok"}');
    expect((await bench.send({ path: '/healthz', key: 'msgraph_guess' })).text).toBe('{"status":"ok"}');
    const { text } = await bench.send({ path: '/metrics', key: bench.keys.read });
    expect(text).toContain('msgraph_soar_chat_events_healthy{instance="own"} 0\n');
    expect(bench.warnings.join('\n')).toContain('Chat events of own: Notifications of chat');
  });
});

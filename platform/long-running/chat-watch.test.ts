import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createServer, type Server } from 'node:https';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isJsonObject, type JsonObject } from '../../integration/json.js';
import { type Chat, type Sandbox, startSandbox } from '../../sandbox/index.js';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { closedAddress } from '../../test_data/closed-port.js';
import { createMovedClock, type MovedClock, untilSo } from '../../test_data/moved-clock.js';
import { type LoopContainer, startContainer } from '../../test_data/loop-container.js';
import { type KeptContext, keptContext, type PlayedServer } from '../../test_data/played-server.js';

let clock: MovedClock;
let sandbox: Sandbox;
let chat: Chat;
let kept: KeptContext;
let ends: (() => Promise<void>)[];
beforeEach(async () => {
  clock = createMovedClock();
  sandbox = await startSandbox({ replies: [], now: () => clock.now() });
  const found = sandbox.chats().find(({ topic }) => topic === 'Incident 4711 war room');
  if (!found) throw new Error('There is no such chat.');
  chat = found;
  kept = keptContext();
  ends = [];
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  await sandbox.close();
});

/** Starts the container of an instance that watches the chat. */
function container(params: JsonObject): LoopContainer {
  const server = startContainer(kept, clock);
  server.send(
    JSON.stringify({
      command: 'long-running-execution',
      args: {},
      params: {
        ...sandbox.params(),
        auth_type: 'client_credentials',
        longRunning: true,
        chat_events_chats: chat.id,
        ...params,
      },
      context: { Inv: { id: '' }, IntegrationInstance: 'prod' },
    }),
  );
  ends.push(() => server.end());
  return server;
}

const argumentsOf = ({ messages }: PlayedServer, wanted: string): JsonObject[] =>
  messages.flatMap(({ command, args }) => (command === wanted && isJsonObject(args) ? [args] : []));
const incidentsIn = (server: PlayedServer): string[] =>
  argumentsOf(server, 'createIncidents').flatMap(({ incidents }) =>
    (Array.isArray(incidents) ? incidents : []).filter(isJsonObject).map(({ details }) => String(details)),
  );
const healthOf = (server: PlayedServer): string[] =>
  argumentsOf(server, 'updateModuleHealth').map(({ err }) => String(err));
const until = (what: string, isSo: () => boolean) => untilSo(clock, what, isSo);

async function say(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    clock.advance(2_000);
    await sandbox.reply(chat.id, { by: 'noor@contoso.example', say: text });
  }
}

const isBegun = (): boolean =>
  Object.keys(kept.value).some((key) => JSON.stringify(kept.value[key]).includes('readTo'));

test('chats are polled without a port, and each message becomes one incident, also of those said between two containers', async () => {
  const first = container({ chat_events: 'Polling', chat_events_interval: '30' });
  await until('it has begun', isBegun);
  await say('one', 'two');
  await until('two incidents', () => incidentsIn(first).length >= 2);
  const told = clock.now();
  await until('it is noted how far the chat was read', () => clock.now() > told + 5_000);
  await first.end();
  await say('three', 'four');
  const second = container({ chat_events: 'Polling', chat_events_interval: '30' });
  await until('two more incidents', () => incidentsIn(second).length >= 2);
  expect([...incidentsIn(first), ...incidentsIn(second)]).toEqual(['one', 'two', 'three', 'four']);
  expect([...new Set([...healthOf(first), ...healthOf(second)])]).toEqual(['']);
});

test('notifications come through whatever a proxy leaves of the path', async () => {
  const port = new URL(await closedAddress()).port;
  const front = await startFront(port, '/instance/execute/prod');
  const url = `${front}/instance/execute/prod`;
  const server = container({
    chat_events: 'Notifications',
    chat_events_interval: '86400',
    notification_url: url,
    longRunningPort: port,
  });
  await until('it is subscribed', () => sandbox.subscriptions.length === 1);
  await until('it has begun', isBegun);
  await say('one');
  await sandbox.notify();
  await say('two');
  await sandbox.notify();
  await until('two incidents', () => incidentsIn(server).length >= 2);
  expect(incidentsIn(server)).toEqual(['one', 'two']);
  expect(healthOf(server).at(-1)).toBe('');
});

test('what is wrong with the chats is shown beside what is wrong with the rest, and goes when it is over', async () => {
  const server = container({ chat_events: 'Polling', chat_events_interval: '5' });
  await until('it has begun', isBegun);
  sandbox.faults = [{ kind: 'no-authorization', match: { path: /\/messages/ } }];
  await until('it is shown', () => healthOf(server).at(-1)?.includes(`Chat ${chat.id}`) === true);
  sandbox.faults = [];
  await until('it is over', () => healthOf(server).at(-1) === '');
});

/** What stands in front of a container: it speaks https, and takes the beginning of the path away. */
async function startFront(port: string, prefix: string): Promise<string> {
  const { cert, key } = clientCertificate();
  const front: Server = createServer({ cert, key }, (incoming, answer) => {
    const path = (incoming.url ?? '').slice(prefix.length);
    const { method, headers } = incoming;
    const onwards = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onwards.on('error', () => answer.writeHead(502).end());
    incoming.pipe(onwards);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  ends.unshift(async () => {
    front.closeAllConnections();
    await new Promise((resolve) => front.close(resolve));
  });
  const address = front.address();
  return `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

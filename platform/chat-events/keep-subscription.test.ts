import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { isJsonObject, type JsonObject, parseJson } from '../../integration/json.js';
import { silentLog } from '../../integration/log.js';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { createMovedClock, type MovedClock, untilSo } from '../../test_data/moved-clock.js';
import { openScriptedGraph, type ScriptedGraph } from '../../test_data/scripted-graph.js';
import { type ScriptedAnswer, type SeenRequest } from '../../test_data/scripted-server.js';
import { type ChatEvents, startChatEvents } from './start.js';

const CHAT = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';
const ADDRESS = 'https://hooks.contoso.example';
const MINUTE_MS = 60_000;

let sandbox: Sandbox;
let graph: ScriptedGraph;
let instance: Instance;
let clock: MovedClock;
let ending: AbortController;
let health: (string | undefined)[];
let events: ChatEvents;
/** What Graph answers, besides what it answers usually. */
let answer: (request: SeenRequest) => ScriptedAnswer | undefined;
/** The subscriptions that Graph has. */
let existing: JsonObject[];

beforeEach(async () => {
  clock = createMovedClock();
  sandbox = await startSandbox();
  answer = () => undefined;
  existing = [];
  health = [];
  graph = await openScriptedGraph(sandbox, (request) => answer(request) ?? usual(request));
  const params = { chat_events: 'Notifications', chat_events_chats: CHAT, notification_url: ADDRESS };
  instance = { ...graph.instance, params: { ...graph.instance.params, ...params } };
});
afterEach(async () => {
  ending.abort();
  await events.done;
  await graph.close();
  await sandbox.close();
});

function usual({ method, url, body }: SeenRequest): ScriptedAnswer {
  if (url.includes('/messages')) return { status: 200, body: { value: [] } };
  const sent = parseJson(body);
  if (method === 'POST' && isJsonObject(sent)) {
    existing.push({ ...sent, id: `subscription-${existing.length + 1}`, clientState: null });
    return { status: 201, body: { ...sent, id: `subscription-${existing.length}`, applicationId: 'app' } };
  }
  if (method === 'GET') return { status: 200, body: { value: existing } };
  if (method === 'PATCH' && isJsonObject(sent)) return { status: 200, body: sent };
  return { status: 204 };
}

function start(): void {
  ending = new AbortController();
  events = startChatEvents({
    ...{ instance, clock, log: silentLog, signal: ending.signal, notificationUrl: undefined },
    deliver: () => Promise.resolve(),
    health: (text) => health.push(text),
    remark: () => undefined,
  });
}

const until = (what: string, isSo: () => boolean): Promise<void> => untilSo(clock, what, isSo);
const live = (): boolean => events.figures().subscriptions === 1;
const asked = (method: string): readonly SeenRequest[] =>
  graph.seen().filter((request) => request.method === method && request.url.includes('subscriptions'));
const bodyOf = (request: SeenRequest | undefined): JsonObject => {
  const body = parseJson(request?.body ?? '');
  return isJsonObject(body) ? body : {};
};

/** Ends the watch as a crash does, and starts it again. */
async function restart(): Promise<void> {
  ending.abort();
  await events.done;
  start();
}

describe('a subscription', () => {
  test('is made for new messages, with a secret of its own and an address for its life', async () => {
    start();
    await until('notifications come', live);
    expect(bodyOf(asked('POST')[0])).toEqual({
      changeType: 'created',
      resource: `/chats/${CHAT}/messages`,
      notificationUrl: `${ADDRESS}/notifications/test`,
      lifecycleNotificationUrl: `${ADDRESS}/notifications/test/lifecycle`,
      clientState: expect.stringMatching(/^[\w-]{43}$/),
      expirationDateTime: expect.any(String),
      latestSupportedTlsVersion: 'v1_2',
    });
    const lifetime = Date.parse(String(bodyOf(asked('POST')[0])['expirationDateTime'])) - clock.now();
    // Graph takes no more than an hour everywhere.
    expect(lifetime).toBeLessThan(60 * MINUTE_MS);
    expect(lifetime).toBeGreaterThan(45 * MINUTE_MS);
  });

  test('is renewed at half its time, and again and again', async () => {
    start();
    await until('notifications come', live);
    const made = clock.now();
    clock.advance(26 * MINUTE_MS);
    await new Promise(setImmediate);
    expect(asked('PATCH')).toHaveLength(0);
    await until('a renewal', () => asked('PATCH').length === 1);
    expect(clock.now() - made).toBeLessThan(30 * MINUTE_MS);
    await until('that it is through', () =>
      clock.sleeping().some((end) => end > clock.now() + 20 * MINUTE_MS),
    );
    clock.advance(27 * MINUTE_MS);
    await until('another one', () => asked('PATCH').length === 2);
    expect(live()).toBe(true);
    expect(asked('POST')).toHaveLength(1);
  });

  test('that a former process made is taken up, its secret sealed in the context', async () => {
    start();
    await until('notifications come', live);
    await restart();
    await until('a renewal', () => asked('PATCH').length === 1);
    await until('notifications come', live);
    expect(asked('POST')).toHaveLength(1);
    expect(asked('PATCH')[0]?.url).toContain('/subscriptions/subscription-1');
  });

  test('that is gone by then is made anew, and the chat is read', async () => {
    start();
    await until('notifications come', live);
    answer = ({ method }) =>
      method === 'PATCH'
        ? { status: 404, body: { error: { code: 'ResourceNotFound', message: 'The object was not found.' } } }
        : undefined;
    await restart();
    await until('another one', () => asked('POST').length === 2);
    await until('a look at the chat', () => (graph.seen().at(-1)?.url ?? '').includes('/messages'));
  });

  test('to another address is made anew in place of the one before', async () => {
    start();
    await until('notifications come', live);
    instance = {
      ...instance,
      params: { ...instance.params, notification_url: 'https://new.contoso.example' },
    };
    await restart();
    await until('another one', () => asked('POST').length === 2);
    expect(asked('DELETE')[0]?.url).toContain('subscription-1');
    expect(bodyOf(asked('POST')[1])['notificationUrl']).toBe(
      'https://new.contoso.example/notifications/test',
    );
  });

  test('that we lost sight of is ended and made anew', async () => {
    existing.push({
      id: 'orphan',
      resource: `chats('${CHAT}')/messages`,
      notificationUrl: `${ADDRESS}/notifications/test`,
    });
    answer = ({ method }) =>
      method === 'POST' && asked('DELETE').length === 0
        ? { status: 409, body: { error: { code: 'Conflict', message: 'Subscription already exists.' } } }
        : undefined;
    start();
    await until('notifications come', live);
    expect(asked('DELETE')[0]?.url).toContain('orphan');
    expect(health).toEqual([]);
  });

  test('of somebody else is left alone: that is told, and chats are polled', async () => {
    existing.push({
      id: 'foreign',
      resource: `/chats/${CHAT}/messages`,
      notificationUrl: 'https://fabrikam.example',
    });
    answer = ({ method }) =>
      method === 'POST'
        ? { status: 409, body: { error: { code: 'Conflict', message: 'Subscription already exists.' } } }
        : undefined;
    start();
    await until('a problem', () => health.length > 0);
    expect(health[0]).toContain('whose notifications go to https://fabrikam.example');
    expect(asked('DELETE')).toEqual([]);
  });
});

describe('an address that Microsoft does not reach', () => {
  const refused = { code: 'ValidationError', message: 'Subscription validation request failed.' };

  test('is told with what to do, chats are polled at their interval, and it is tried again', async () => {
    const unreachable = 'http://127.0.0.1:1';
    instance = { ...instance, params: { ...instance.params, notification_url: unreachable } };
    let isReachable = false;
    answer = ({ method }) =>
      method === 'POST' && !isReachable ? { status: 400, body: { error: refused } } : undefined;
    start();
    await until('a problem', () => health.length > 0);
    expect(health[0]).toContain(`Notifications of chat ${CHAT}`);
    expect(health[0]).toContain('Subscription validation request failed.');
    expect(health[0]).toContain(`This server itself does not reach ${unreachable}/notifications/test`);
    const before = clock.now();
    const looks = (): number => graph.seen().filter(({ url }) => url.includes('/messages')).length;
    const looksBefore = looks();
    await until('two more looks', () => looks() >= looksBefore + 2);
    expect(clock.now() - before).toBeLessThan(3 * MINUTE_MS);
    isReachable = true;
    await until('notifications come', live);
    expect(health.at(-1)).toBeUndefined();
  });

  test('is told apart from one that only this machine reaches', async () => {
    // The scripted Graph plays our own server, too.
    instance = { ...instance, params: { ...instance.params, notification_url: graph.url } };
    answer = ({ method, url }) => {
      if (method !== 'POST') return undefined;
      const token = new URL(url, graph.url).searchParams.get('validationToken');
      return token === null
        ? { status: 400, body: { error: refused } }
        : { status: 200, headers: { 'content-type': 'text/plain' }, body: token };
    };
    start();
    await until('a problem', () => health.length > 0);
    expect(health[0]).toContain('This server itself reaches');
    expect(health[0]).toContain('let Microsoft through');
  });

  test('is asked for where nobody named one', async () => {
    const { notification_url: _none, ...params } = instance.params;
    instance = { ...instance, params };
    start();
    await until('a problem', () => health.length > 0);
    expect(health[0]).toContain('Set notification_url');
    expect(asked('POST')).toEqual([]);
  });
});

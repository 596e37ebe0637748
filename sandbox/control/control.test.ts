import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { member, send, signIn, type RawAnswer } from '../raw-client.js';
import { startReceiver, type Receiver } from '../raw-receiver.js';
import { idOf, lifecyclePath, subscribe, wish } from '../raw-subscriptions.js';

let sandbox: Sandbox;
let receiver: Receiver;
const now = Date.UTC(2026, 2, 2, 8, 41, 17);

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => now });
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

async function handle(
  method: string,
  target: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return send(sandbox.url, `/sandbox/${target}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('whoever runs a sandbox sets its switches by a request', async () => {
  const wishes = { notificationCopies: 2, areNotificationsLost: true, wrongClientState: 'none' };
  const answer = await handle('PATCH', 'switches', wishes);
  expect([answer.status, answer.json]).toEqual([200, sandbox.switches]);
  expect(sandbox.switches).toMatchObject(wishes);
  expect((await handle('PATCH', 'switches', { wrongClientState: null })).status).toBe(200);
  expect((await handle('GET', 'switches')).json).toEqual({
    ...sandbox.switches,
    ...{ notificationCopies: 2, wrongClientState: null },
  });
});

test.each([
  { notificationCopies: 'two' },
  { notificationCopies: -1 },
  { areNotificationsLost: 1 },
  { wrongClientState: 7 },
  { nothing: true },
  { tapPolicy: {} },
  ['notificationCopies'],
])('%j sets nothing', async (wrong) => {
  const before = structuredClone(sandbox.switches);
  const wishes = Array.isArray(wrong) ? wrong : { notificationsHeld: 3, ...wrong };
  const answer = await handle('PATCH', 'switches', wishes);
  expect([answer.status, typeof member(answer.json, 'error')]).toEqual([400, 'string']);
  expect(sandbox.switches).toEqual(before);
});

test('whoever runs a sandbox ends a subscription by a request', async () => {
  const body = wish(receiver, '/chats/getAllMessages', now);
  const id = idOf(await subscribe(sandbox, await signIn(sandbox), body));
  expect((await handle('POST', `subscriptions/${id}/missed`)).status).toBe(202);
  expect((await handle('POST', `subscriptions/${id}/subscriptionRemoved`)).status).toBe(202);
  expect(sandbox.subscriptions).toEqual([]);
  await sandbox.notify();
  expect(receiver.itemsAt(lifecyclePath).map((item) => member(item, 'lifecycleEvent'))).toEqual([
    'missed',
    'subscriptionRemoved',
  ]);
  expect((await handle('POST', `subscriptions/${id}/subscriptionRemoved`)).status).toBe(404);
  expect((await handle('POST', `subscriptions/${id}/other`)).status).toBe(404);
});

test('no page in a browser can do that: neither by a simple request nor under a name of its own', async () => {
  const form = { 'content-type': 'text/plain' };
  expect((await handle('POST', 'subscriptions/1/missed', undefined, form)).status).toBe(415);
  expect((await handle('PATCH', 'switches', {}, { host: 'evil.example' })).status).toBe(403);
  const preflight = await handle('OPTIONS', 'switches', undefined, { origin: 'https://evil.example' });
  expect(Object.keys(preflight.headers).some((name) => name.startsWith('access-control'))).toBe(false);
  expect((await handle('DELETE', 'switches')).status).toBe(405);
  expect((await handle('GET', 'other')).status).toBe(404);
});

test('the hosts of the cloud have nothing of the kind', async () => {
  expect((await handle('GET', 'switches', undefined, { host: 'graph.microsoft.com' })).status).toBe(401);
  expect((await handle('GET', 'switches', undefined, { host: 'login.microsoftonline.com' })).status).toBe(
    404,
  );
});

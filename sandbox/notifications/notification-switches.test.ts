import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { chatPath, chatWith, tokenOf } from '../raw-chats.js';
import { get, member, write } from '../raw-client.js';
import { startReceiver, type Receiver } from '../raw-receiver.js';
import {
  idOf,
  lifecyclePath,
  minutesAfter,
  notificationPath,
  subscribe,
  wish,
} from '../raw-subscriptions.js';

let clock: number;
let sandbox: Sandbox;
let receiver: Receiver;
let adele: string;
let chat: string;
let id: string;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock });
  receiver = await startReceiver();
  adele = await tokenOf(sandbox, 'adele', 'Chat.Read', 'Chat.ReadWrite');
  chat = chatWith(sandbox, 'noor').id;
  id = idOf(await subscribe(sandbox, adele, wish(receiver, `/chats/${chat}/messages`, clock)));
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

async function say(...contents: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const content of contents) {
    const path = chatPath(chat, 'messages');
    const answer = await write(sandbox, adele, 'POST', path, { body: { content } });
    ids.push(String(member(answer.json, 'id')));
    await sandbox.notify();
  }
  return ids;
}

const told = () => receiver.itemsAt(notificationPath);
const toldIds = () => told().map((item) => member(item, 'resourceData', 'id'));
const events = () => receiver.itemsAt(lifecyclePath).map((item) => member(item, 'lifecycleEvent'));
const path = () => `/v1.0/subscriptions/${id}`;

describe('by a switch', () => {
  test('each notification comes twice, the same one', async () => {
    sandbox.switches.notificationCopies = 2;
    const [one] = await say('one');
    expect(toldIds()).toEqual([one, one]);
    expect(new Set(told().map((item) => member(item, 'id'))).size).toBe(1);
    sandbox.switches.notificationCopies = 1;
    await say('two');
    expect(told()).toHaveLength(3);
  });

  test('notifications wait for each other and come newest first', async () => {
    sandbox.switches.notificationsHeld = 3;
    const ids = await say('one', 'two');
    expect(told()).toEqual([]);
    ids.push(...(await say('three', 'four')));
    expect(toldIds()).toEqual([ids[2], ids[1], ids[0]]);
    sandbox.switches.notificationsHeld = 1;
    await sandbox.notify();
    expect(toldIds()).toEqual([ids[2], ids[1], ids[0], ids[3]]);
  });

  test('notifications get lost, and the subscriber hears that something is missing', async () => {
    sandbox.switches.areNotificationsLost = true;
    await say('one');
    expect(told()).toEqual([]);
    await sandbox.notify();
    expect(events()).toEqual(['missed']);
    sandbox.switches.areNotificationsLost = false;
    const [two] = await say('two');
    expect(toldIds()).toEqual([two]);
    expect(events()).toEqual(['missed']);
  });

  test('notifications of both kinds carry a secret that is none', async () => {
    sandbox.switches.wrongClientState = 'not-the-secret';
    await say('one');
    await sandbox.sendLifecycle(id, 'missed');
    await sandbox.notify();
    const items = [...told(), ...receiver.itemsAt(lifecyclePath)];
    expect(items.map((item) => member(item, 'clientState'))).toEqual(['not-the-secret', 'not-the-secret']);
    sandbox.switches.wrongClientState = null;
    await say('two');
    expect(member(told().at(-1), 'clientState')).toBe('a-secret-of-ours');
  });

  test('can be on from the start', async () => {
    const other = await startSandbox({ now: () => clock, switches: { notificationCopies: 2 } });
    expect(other.switches).toMatchObject({ notificationCopies: 2, notificationsHeld: 1 });
    await other.close();
  });
});

describe('a lifecycle notification', () => {
  test('says what happens to which subscription, to the lifecycle address only', async () => {
    await sandbox.sendLifecycle(id, 'reauthorizationRequired');
    await sandbox.notify();
    const posts = receiver.received.filter(({ target }) => target === lifecyclePath);
    expect(posts.map(({ json }) => json)).toEqual([
      {
        value: [
          {
            subscriptionId: id,
            subscriptionExpirationDateTime: '2026-03-02T10:41:17.6510000Z',
            tenantId: sandbox.tenantId,
            clientState: 'a-secret-of-ours',
            lifecycleEvent: 'reauthorizationRequired',
          },
        ],
      },
    ]);
    expect(told()).toEqual([]);
    expect((await write(sandbox, adele, 'POST', `${path()}/reauthorize`)).status).toBe(204);
  });

  test('tells that the subscription was removed, which it is', async () => {
    await sandbox.sendLifecycle(id.toUpperCase(), 'subscriptionRemoved');
    expect((await get(sandbox, adele, path())).status).toBe(404);
    await say('Nobody hears this');
    expect([events(), told()]).toEqual([['subscriptionRemoved'], []]);
    await expect(sandbox.sendLifecycle(id, 'missed')).rejects.toThrow(RangeError);
    const again = await subscribe(sandbox, adele, wish(receiver, `/chats/${chat}/messages`, clock));
    expect(again.status).toBe(201);
  });

  test('asks for reauthorization fifteen minutes before the end, once for each end', async () => {
    clock += 105 * 60_000 - 1;
    await sandbox.notify();
    expect(events()).toEqual([]);
    clock += 1;
    await sandbox.notify();
    await sandbox.notify();
    expect(events()).toEqual(['reauthorizationRequired']);
    const expirationDateTime = minutesAfter(clock, 60);
    adele = await tokenOf(sandbox, 'adele', 'Chat.Read');
    expect((await write(sandbox, adele, 'PATCH', path(), { expirationDateTime })).status).toBe(200);
    await sandbox.notify();
    expect(events()).toHaveLength(1);
    clock += 45 * 60_000;
    await sandbox.notify();
    expect(events()).toHaveLength(2);
  });

  test('is tried again like any other', async () => {
    receiver.answer = () => ({ status: 503 });
    await sandbox.sendLifecycle(id, 'subscriptionRemoved');
    await sandbox.notify();
    receiver.answer = () => ({ status: 202 });
    clock += 10_000;
    await sandbox.notify();
    expect(events()).toEqual(['subscriptionRemoved', 'subscriptionRemoved']);
  });

  test('does not go to whoever gave no address for it', async () => {
    const more = { lifecycleNotificationUrl: null, expirationDateTime: minutesAfter(clock, 45) };
    const other = wish(receiver, '/me/chats/getAllMessages', clock, more);
    const silent = idOf(await subscribe(sandbox, adele, other));
    await sandbox.sendLifecycle(silent, 'missed');
    clock += 40 * 60_000;
    await sandbox.notify();
    expect(events()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../index.js';
import { chatPath, chatWith, tokenOf } from '../raw-chats.js';
import { member, write } from '../raw-client.js';
import { startReceiver, type Receiver } from '../raw-receiver.js';
import { idOf, minutesAfter, notificationPath, subscribe, wish } from '../raw-subscriptions.js';

let clock: number;
let sandbox: Sandbox;
let receiver: Receiver;
let adele: string;
let chat: string;
let id: string;

const hourMs = 60 * 60_000;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock });
  receiver = await startReceiver();
  adele = await tokenOf(sandbox, 'adele', 'Chat.Read', 'Chat.ReadWrite');
  chat = chatWith(sandbox, 'noor').id;
  const expirationDateTime = minutesAfter(clock, 4_320);
  id = idOf(
    await subscribe(sandbox, adele, wish(receiver, `/chats/${chat}/messages`, clock, { expirationDateTime })),
  );
});
afterEach(async () => {
  jest.useRealTimers();
  await sandbox.close();
  await receiver.close();
});

async function say(content = 'Hello'): Promise<string> {
  const path = chatPath(chat, 'messages');
  return String(member((await write(sandbox, adele, 'POST', path, { body: { content } })).json, 'id'));
}

const attempts = () => receiver.received.filter(({ target }) => target === notificationPath).length;

async function after(milliseconds: number): Promise<number> {
  clock += milliseconds;
  await sandbox.notify();
  return attempts();
}

describe('a delivery', () => {
  test.each([200, 201, 202, 204])('is over with %i', async (status) => {
    receiver.answer = () => ({ status });
    await say();
    expect([await after(0), await after(hourMs)]).toEqual([1, 1]);
  });

  test.each([300, 302, 400, 404, 410, 429, 500, 503])(
    'that meets %i is tried again, at growing intervals',
    async (status) => {
      receiver.answer = () => ({ status, headers: { location: '/elsewhere' } });
      await say();
      const counts = [
        await after(0),
        await after(9_999),
        await after(1),
        await after(19_999),
        await after(1),
      ];
      expect(counts).toEqual([1, 1, 2, 2, 3]);
      const bodies = receiver.received.filter(({ target }) => target === notificationPath);
      expect(new Set(bodies.map(({ text }) => text)).size).toBe(1);
      receiver.answer = () => ({ status: 202 });
      expect([await after(40_000), await after(5 * hourMs)]).toEqual([4, 4]);
    },
  );

  test('is given up after four hours', async () => {
    receiver.answer = () => ({ status: 500 });
    await say();
    const began = clock;
    let last = began;
    let tried = await after(0);
    const intervals: number[] = [];
    while (clock - began < 6 * hourMs) {
      const now = await after(10_000);
      if (now > tried) {
        intervals.push(clock - last);
        last = clock;
      }
      tried = now;
    }
    expect(intervals.slice(0, 4)).toEqual([10_000, 20_000, 40_000, 80_000]);
    expect(Math.max(...intervals)).toBe(30 * 60_000);
    expect(last - began).toBeGreaterThan(3 * hourMs);
    expect(last - began).toBeLessThanOrEqual(4 * hourMs);
    receiver.answer = () => ({ status: 202 });
    expect(await after(0)).toBe(tried);
    adele = await tokenOf(sandbox, 'adele', 'Chat.ReadWrite');
    await say('A later one');
    expect(await after(0)).toBe(tried + 1);
  });

  test('is given up where nobody looked for four hours', async () => {
    receiver.answer = () => ({ status: 500 });
    await say();
    expect([await after(0), await after(4 * hourMs + 1)]).toEqual([1, 1]);
  });

  test('waits for nobody longer than three seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const patient = await startSandbox({ now: () => clock });
    await subscribe(patient, adele, wish(receiver, `/chats/${chat}/messages`, clock));
    await patient.reply(chat, { by: 'noor@contoso.example', say: 'Hello' });
    receiver.answer = () => 'never';
    const arrival = receiver.next();
    let isOver = false;
    const sent = patient.notify().then(() => {
      isOver = true;
    });
    await arrival;
    jest.advanceTimersByTime(2_999);
    await new Promise(setImmediate);
    expect([isOver, attempts()]).toEqual([false, 1]);
    jest.advanceTimersByTime(1);
    await sent;
    receiver.answer = () => ({ status: 202 });
    for (const wait of [10_000, hourMs]) {
      clock += wait;
      await patient.notify();
      expect(attempts()).toBe(2);
    }
    await patient.close();
  });

  test.each([
    [9, 'at once'],
    [10, 'ten minutes late'],
    [15, 'never'],
  ])('after a hundred, of which %i were slow, comes %s', async (slow, when) => {
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const patient = await startSandbox({ now: () => clock, switches: { notificationCopies: 100 } });
    const lasting = { lifecycleNotificationUrl: null, expirationDateTime: minutesAfter(clock, 60) };
    await subscribe(patient, adele, wish(receiver, `/chats/${chat}/messages`, clock, lasting));
    const hello = { by: 'noor@contoso.example', say: 'Hello' };
    await patient.reply(chat, hello);
    let isSlow = true;
    receiver.answer = () => (isSlow ? 'never' : { status: 202 });
    const sent = patient.notify();
    while (attempts() < slow) {
      await receiver.next();
      isSlow = attempts() < slow;
      jest.advanceTimersByTime(3_000);
    }
    await sent;
    expect(attempts()).toBe(100);
    clock += 9_999;
    patient.switches.notificationCopies = 1;
    await patient.reply(chat, hello);
    await patient.notify();
    const atOnce = attempts();
    clock += 590_000;
    await patient.notify();
    const soon = attempts();
    clock += 10_000;
    await patient.notify();
    // The slow ones are tried again, whatever becomes of the new one.
    const news = [atOnce - 100, soon - 100 - slow, attempts() - 100 - slow];
    expect(news).toEqual({ 'at once': [1, 1, 1], 'ten minutes late': [0, 0, 1], never: [0, 0, 0] }[when]);
    await patient.close();
  });

  test('that fails does not hold up the ones that follow', async () => {
    receiver.answer = () => ({ status: 500 });
    const first = await say('one');
    await after(0);
    receiver.answer = () => ({ status: 202 });
    const second = await say('two');
    await after(1);
    await after(10_000);
    const ids = receiver.itemsAt(notificationPath).map((item) => member(item, 'resourceData', 'id'));
    expect(ids).toEqual([first, second, first]);
  });

  test('outlives an endpoint that was gone for a while', async () => {
    const port = Number(new URL(receiver.url).port);
    await receiver.close();
    await say();
    await sandbox.notify();
    receiver = await startReceiver({ port });
    expect([await after(9_999), await after(1)]).toEqual([0, 1]);
  });

  test('ends with its subscription', async () => {
    receiver.answer = () => ({ status: 500 });
    await say();
    await after(0);
    await write(sandbox, adele, 'DELETE', `/v1.0/subscriptions/${id}`);
    expect(await after(10_000)).toBe(1);
  });

  test('to one endpoint does not wait for another', async () => {
    const other = await startReceiver();
    const app = await tokenOf(sandbox, 'noor', 'Chat.Read');
    await subscribe(sandbox, app, wish(other, '/me/chats/getAllMessages', clock));
    receiver.answer = () => 'never';
    const arrival = other.next();
    await say();
    void sandbox.notify();
    expect((await arrival).target).toBe(notificationPath);
    await other.close();
  });
});

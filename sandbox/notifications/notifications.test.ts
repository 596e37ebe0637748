import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from '../index.js';
import { chatNamed, chatPath, chatWith, invited, tokenOf } from '../raw-chats.js';
import { member, signIn, write } from '../raw-client.js';
import { startReceiver, type Receiver } from '../raw-receiver.js';
import { idOf, notificationPath, subscribe, wish } from '../raw-subscriptions.js';

let clock: number;
let sandbox: Sandbox;
let receiver: Receiver;
let app: string;
let adele: string;
let noor: string;
let george: string;
const running: Sandbox[] = [];

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const started = await startSandbox({ now: () => clock, ...options });
  running.push(started);
  return started;
}

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await start();
  receiver = await startReceiver();
  app = await signIn(sandbox);
  adele = await tokenOf(sandbox, 'adele', 'Chat.Read', 'Chat.ReadWrite');
  noor = chatWith(sandbox, 'noor').id;
  george = chatWith(sandbox, 'george').id;
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all(running.splice(0).map((each) => each.close()));
  await receiver.close();
});

const messages = (id: string) => `/chats/${id}/messages`;
const on = (resource: string, more: Record<string, unknown> = {}) => wish(receiver, resource, clock, more);
const told = () => receiver.itemsAt(notificationPath);
const tellings = () =>
  told().map((item) => [member(item, 'changeType'), member(item, 'resourceData', 'id')] as const);

async function say(chatId: string, content: string, token = adele, from = sandbox): Promise<string> {
  const path = chatPath(chatId, 'messages');
  return String(member((await write(from, token, 'POST', path, { body: { content } })).json, 'id'));
}

describe('a notification', () => {
  test('says which message of which chat came, and nothing of what it says', async () => {
    const subscription = await subscribe(sandbox, adele, on(messages(noor)));
    const id = await say(noor, 'Nobody reads this');
    await sandbox.notify();
    const resource = `chats('${noor}')/messages('${id}')`;
    const posts = receiver.received.filter(({ target }) => target === notificationPath);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ method: 'POST', contentType: 'application/json; charset=utf-8' });
    expect(posts[0]?.json).toEqual({
      value: [
        {
          id: expect.stringMatching(/^[\w-]{12}$/),
          subscriptionId: idOf(subscription),
          subscriptionExpirationDateTime: '2026-03-02T10:41:17.6510000Z',
          clientState: 'a-secret-of-ours',
          changeType: 'created',
          resource,
          tenantId: sandbox.tenantId,
          resourceData: { id, '@odata.type': '#Microsoft.Graph.chatMessage', '@odata.id': resource },
        },
      ],
    });
    await sandbox.notify();
    expect(told()).toHaveLength(1);
  });

  test('goes out by itself, without anybody waiting', async () => {
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    await subscribe(sandbox, adele, on(messages(noor)));
    const id = await say(noor, 'Hello');
    const arrival = receiver.next();
    await jest.advanceTimersByTimeAsync(250);
    await arrival;
    expect(tellings()).toEqual([['created', id]]);
  });

  test('comes for what was said and never for what had been said before', async () => {
    await say(noor, 'before');
    const subscription = await subscribe(sandbox, adele, on(messages(noor)));
    await sandbox.notify();
    expect(told()).toEqual([]);
    const ids = [await say(noor, 'one'), await say(noor, 'two')];
    await sandbox.notify();
    expect(tellings()).toEqual(ids.map((id) => ['created', id]));
    await write(sandbox, adele, 'DELETE', `/v1.0/subscriptions/${idOf(subscription)}`);
    await say(noor, 'after');
    await sandbox.notify();
    expect(told()).toHaveLength(2);
  });

  test('comes for what people answer by a script, when they do', async () => {
    await subscribe(sandbox, adele, on(messages(george)));
    const asked = await say(george, 'Was it you? (yes/no)');
    clock += 2_999;
    await sandbox.notify();
    expect(tellings()).toEqual([['created', asked]]);
    clock += 1;
    await sandbox.notify();
    const answer = sandbox.messagesOf(george).at(-1)?.id;
    expect(tellings()).toEqual([
      ['created', asked],
      ['created', answer],
    ]);
  });

  test('comes for edits, reactions and deletions, of old messages too', async () => {
    await subscribe(sandbox, adele, on(messages(noor)));
    const by = 'noor@contoso.example';
    sandbox.replies = [
      {
        then: [
          { by, afterSeconds: 10, say: 'yes' },
          { by, afterSeconds: 1_000, edit: 'no' },
          { by, afterSeconds: 2_000, react: 'like' },
          { by, afterSeconds: 3_000, withdraw: true },
        ],
      },
    ];
    const asked = await say(noor, 'Is it done?');
    for (let step = 0; step < 4; step += 1) {
      clock += 1_000_000;
      await sandbox.notify();
    }
    const answer = sandbox.messagesOf(noor).at(-1)?.id;
    expect(tellings()).toEqual([
      ['created', asked],
      ['created', answer],
      ['updated', answer],
      ['updated', asked],
      ['deleted', answer],
    ]);
  });

  test('comes for each thing that happened while nobody looked', async () => {
    await subscribe(sandbox, adele, on(messages(noor)));
    const by = 'noor@contoso.example';
    sandbox.replies = [
      {
        then: [
          { by, afterSeconds: 1, say: 'yes' },
          { by, afterSeconds: 2, edit: 'no' },
        ],
      },
    ];
    const asked = await say(noor, 'Is it done?');
    clock += 60 * 60_000;
    await sandbox.notify();
    const answer = sandbox.messagesOf(noor).at(-1)?.id;
    expect(tellings()).toEqual([
      ['created', asked],
      ['created', answer],
      ['updated', answer],
    ]);
  });

  test('comes for an edit within the same millisecond', async () => {
    await subscribe(sandbox, adele, on(messages(noor)));
    await sandbox.reply(noor, { by: 'noor@contoso.example', say: 'yes' });
    await sandbox.notify();
    await sandbox.reply(noor, { by: 'adele@contoso.example', react: 'like' });
    await sandbox.notify();
    expect(tellings().map(([changeType]) => changeType)).toEqual(['created', 'updated']);
  });

  test('comes for the kinds of changes only that were asked for', async () => {
    await subscribe(sandbox, adele, on(messages(noor), { changeType: 'Updated' }));
    await say(noor, 'Hello');
    await sandbox.reply(noor, { by: 'noor@contoso.example', react: 'like' });
    await sandbox.notify();
    expect(tellings().map(([changeType]) => changeType)).toEqual(['updated']);
  });

  test('comes for the chats that were meant', async () => {
    const untitled = chatNamed(sandbox, 'Payroll').id;
    const admin = await signIn(sandbox, 'admin');
    await subscribe(sandbox, adele, on(messages(noor), { clientState: 'chat' }));
    await subscribe(sandbox, adele, on('/me/chats/getAllMessages', { clientState: 'adele' }));
    await subscribe(sandbox, admin, on('/chats/getAllMessages', { clientState: 'all' }));
    await say(noor, 'Hello');
    await say(george, 'Hello');
    await sandbox.reply(untitled, { by: 'samuel@contoso.example', say: 'Hello' });
    await sandbox.notify();
    const count = (state: string) => told().filter((item) => member(item, 'clientState') === state).length;
    expect([count('chat'), count('adele'), count('all')]).toEqual([1, 2, 3]);
  });

  test('of several subscriptions may come in one POST', async () => {
    await subscribe(sandbox, adele, on(messages(noor)));
    await subscribe(sandbox, app, on(messages(george)));
    const hello = { by: 'adele@contoso.example', say: 'Hello' };
    await Promise.all([sandbox.reply(noor, hello), sandbox.reply(george, hello)]);
    await sandbox.notify();
    expect(receiver.received.filter(({ target }) => target === notificationPath)).toHaveLength(1);
    expect(new Set(told().map((item) => member(item, 'subscriptionId'))).size).toBe(2);
  });

  test('comes for a chat that was made after the subscription, from its first system event on', async () => {
    await subscribe(sandbox, adele, on('/me/chats/getAllMessages'));
    const members = [invited('adele'), invited('noor')];
    const made = await write(sandbox, adele, 'POST', '/v1.0/chats', { chatType: 'group', members });
    await say(idOf(made), 'Hello');
    await sandbox.notify();
    expect(tellings().map(([changeType]) => changeType)).toEqual(['created', 'created']);
  });

  test('no longer comes to somebody who was removed from the chat, nor after the end', async () => {
    const members = ['adele', 'noor', 'tomas'].map((name) => invited(name));
    const made = await write(sandbox, adele, 'POST', '/v1.0/chats', { chatType: 'group', members });
    const chat = idOf(made);
    const tomas = await tokenOf(sandbox, 'tomas', 'Chat.Read', 'ChatMember.ReadWrite');
    await subscribe(sandbox, tomas, on(messages(chat)));
    await say(chat, 'Hello');
    await sandbox.notify();
    expect(told()).toHaveLength(1);
    const owner = await tokenOf(sandbox, 'adele');
    const list = await write(sandbox, owner, 'GET', chatPath(chat, 'members'));
    const value = member(list.json, 'value');
    const membership: unknown = (Array.isArray(value) ? value : []).find(
      (each) => member(each, 'email') === 'tomas@contoso.example',
    );
    await write(sandbox, owner, 'DELETE', chatPath(chat, 'members', String(member(membership, 'id'))));
    await say(chat, 'Behind his back');
    await sandbox.notify();
    expect(told()).toHaveLength(1);
    await subscribe(sandbox, adele, on(messages(noor)));
    await sandbox.reply(noor, { by: 'noor@contoso.example', say: 'Late' });
    clock += 120 * 60_000;
    await sandbox.notify();
    expect(told()).toHaveLength(1);
  });
});

describe('processes that share a state file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-notifications-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('tell once what any of them did, or what happened while none was there', async () => {
    const stateFile = join(folder, 'state.json');
    const first = await start({ stateFile });
    const second = await start({ stateFile });
    const token = await tokenOf(first, 'adele', 'Chat.Read', 'Chat.ReadWrite');
    await subscribe(first, token, on(messages(george)));
    const asked = await say(george, 'Was it you? (yes/no)', token, second);
    await Promise.all([first.notify(), second.notify()]);
    expect(tellings()).toEqual([['created', asked]]);
    await first.close();
    await second.close();
    clock += 60_000;
    const third = await start({ stateFile });
    await third.notify();
    expect(tellings().map(([changeType]) => changeType)).toEqual(['created', 'created']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await openChatBench();
});
afterAll(() => bench.close());

const ROOM = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';

/** Every command that looks at one chat, with what it needs besides. */
const onOneChat: [string, Record<string, unknown>][] = [
  ['get-chat', {}],
  ['update-chat', { subject: 'x' }],
  ['list-members', {}],
  ['add-member', { user_id: 'hanna@contoso.example' }],
  ['remove-member', { user_id: 'tomas@contoso.example' }],
  ['list-messages', {}],
  ['send-message', { body: 'x' }],
  ['get-message', { message_id: '1771240920651' }],
];

const command = (name: string) => `msgraph-teams-${name}`;

describe.each(onOneChat)('%s', (name, args) => {
  test.each([
    [{}, 'Give either chat_id or chat.'],
    [{ chat_id: ROOM, chat: 'x' }, 'Give either chat_id or chat.'],
  ])('takes one way of naming the chat: %j', async (chat, said) => {
    const { entry, requests } = await bench.run(command(name), { ...args, ...chat });
    expect(entry.Contents).toContain(said);
    expect(requests).toEqual([]);
  });

  test('does not pick one of several chats of the same name, and lists them (section 6)', async () => {
    const { entry, requests } = await bench.run(command(name), { ...args, chat: 'Phishing' });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/2 chats are called "Phishing":\n19:.*\n19:.*@thread\.v2/);
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('is refused in a chat of others', async () => {
    const { entry } = await bench.run(command(name), {
      ...args,
      chat_id: bench.sandbox.chats().find(({ topic }) => topic === 'Payroll')?.id,
    });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/403/);
    expect(entry.Contents).toContain('Whoever signed in is not in this chat');
  });
});

test.each([
  ['msgraph-teams-list-chats', { limit: 0 }],
  ['msgraph-teams-list-chats', { limit: 1001 }],
  ['msgraph-teams-list-chats', { limit: 'abc' }],
  ['msgraph-teams-list-chats', { page_size: 51 }],
  ['msgraph-teams-list-chats', { expand: 'messages' }],
  ['msgraph-teams-list-chats', { user_id: 'x/../../me' }],
  ['msgraph-teams-list-chats', { next_page: 'https://fabrikam.example/v1.0/me/chats?$skiptoken=x' }],
  ['msgraph-teams-list-chats', { next_page: 'https://graph.microsoft.com/v1.0/users' }],
  ['msgraph-teams-list-chats', { odata: '$top=100' }],
  ['msgraph-teams-create-chat', { members: 'bob@contoso.example', type: 'bob' }],
  ['msgraph-teams-create-chat', { members: 'noor@contoso.example', subject: 'a:b' }],
  ['msgraph-teams-create-chat', { members: 'noor@contoso.example', subject: 'x'.repeat(251) }],
  ['msgraph-teams-create-chat', { members: 'noor@contoso.example', message: '<script>' + '</script>' }],
  ['msgraph-teams-create-chat', {}],
  ['msgraph-teams-update-chat', { chat_id: ROOM }],
  ['msgraph-teams-update-chat', { chat_id: ROOM, subject: 'x', clear_subject: true }],
  ['msgraph-teams-update-chat', { chat_id: ROOM, subject: 'a:b' }],
  ['msgraph-teams-update-chat', { chat_id: '19:a_b@unq.gbl.spaces', subject: 'x' }],
  ['msgraph-teams-add-member', { chat_id: ROOM }],
  ['msgraph-teams-add-member', { chat_id: ROOM, user_id: 'x', share_history: 'maybe' }],
  ['msgraph-teams-add-member', { chat_id: ROOM, user_id: 'x', history_start: 'yesterday-ish' }],
  ['msgraph-teams-add-member', { chat_id: ROOM, user_id: 'x', history_start: 'in 2 days' }],
  ['msgraph-teams-add-member', { chat_id: ROOM, user_id: 'x', history_start: 'now', share_history: false }],
  ['msgraph-teams-add-member', { chat_id: '19:a_b@unq.gbl.spaces', user_id: 'x' }],
  ['msgraph-teams-remove-member', { chat_id: '19:a_b@unq.gbl.spaces', user_id: 'x' }],
  ['msgraph-teams-list-messages', { chat_id: ROOM, limit: '5&$orderby=x' }],
  [
    'msgraph-teams-list-messages',
    { chat_id: ROOM, next_page: 'https://fabrikam.example/v1.0/chats/x/messages' },
  ],
  ['msgraph-teams-list-messages', { chat_id: ROOM, next_page: 'https://graph.microsoft.com/v1.0/me/chats' }],
  ['msgraph-teams-list-messages', { chat_id: ROOM, since: 'soon' }],
  ['msgraph-teams-list-messages', { chat_id: ROOM, since: 'now', until: '1 hour ago' }],
  ['msgraph-teams-list-messages', { chat_id: ROOM, order_by: 'topic' }],
  ['msgraph-teams-get-message', { chat_id: ROOM, message_id: '../x' }],
  ['msgraph-teams-send-message', { chat_id: ROOM }],
  ['msgraph-teams-send-message', { chat_id: ROOM, body: 'x', importance: 'low' }],
  ['msgraph-teams-send-message', { chat_id: ROOM, body: '<img src=x onerror=alert(1)>' }],
  ['msgraph-teams-send-message', { chat_id: ROOM, body: 'x'.repeat(30_000) }],
  ['msgraph-teams-send-message', { chat_id: ROOM, card: '{"type":"AdaptiveCard"}' }],
  ['msgraph-teams-send-message', { chat_id: ROOM, card: 'no JSON' }],
])('%s refuses %j with no request', async (name, args) => {
  const { entry, requests } = await bench.run(name, args);
  expect(entry.Type).toBe(4);
  expect(requests).toEqual([]);
});

test('a channel is no chat, and is told as one', async () => {
  const args = { chat_id: '19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2', body: 'x' };
  const { entry, requests } = await bench.run('msgraph-teams-send-message', args);
  expect(entry.Contents).toContain('is a channel of a team, and no chat');
  expect(requests).toEqual([]);
});

describe('the kind of caller decides before anything is sent (rule R22)', () => {
  test('an application makes no chat with a first message', async () => {
    const app = sandboxInstance(bench.sandbox);
    const args = { members: 'noor@contoso.example', user_id: 'adele@contoso.example', message: 'x' };
    const { entry, requests } = await bench.run('msgraph-teams-create-chat', args, app);
    expect(entry.Contents).toContain('message works for a signed-in user only');
    expect(requests).toEqual([]);
  });

  test('an application has to name whose chats it means', async () => {
    const app = sandboxInstance(bench.sandbox);
    const { entry, requests } = await bench.run('msgraph-teams-list-chats', {}, app);
    expect(entry.Contents).toContain('Give user_id, or set the delegated user');
    expect(requests).toEqual([]);
  });

  test('it lists the chats of the delegated user, who is written to the context (2.8)', async () => {
    const app = sandboxInstance(bench.sandbox, undefined, { delegated_user: 'adele@contoso.example' });
    const { entry, requests } = await bench.run('msgraph-teams-list-chats', { limit: 1 }, app);
    expect(requests.at(-1)?.path).toBe('/v1.0/users/adele%40contoso.example/chats?$top=1');
    expect(JSON.stringify(entry.EntryContext)).toContain('"UserID":"adele@contoso.example"');
  });
});

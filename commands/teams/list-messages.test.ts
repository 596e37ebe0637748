import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const ROOM = 'Incident 4711 war room';

async function listed(args: Record<string, unknown>) {
  const { entry, requests } = await bench.run('msgraph-teams-list-messages', args);
  return { entry, requests, messages: objectsOf(entry.EntryContext?.[MESSAGES] ?? []) };
}

const MESSAGES =
  'MSGraphTeamsChatMessage(val.ID && val.ID == obj.ID && val.ChatID && val.ChatID == obj.ChatID)';

const textsOf = (messages: readonly { readonly Text?: unknown }[]) => messages.map(({ Text }) => Text);

describe('msgraph-teams-list-messages', () => {
  test('shows messages in the known form, newest first, as plain text', async () => {
    const { entry, messages, requests } = await listed({ chat_id: bench.chat('noor').id });
    const chatId = bench.chat('noor').id;
    expect(entry.HumanReadable).toMatch(
      /^### Total of 4 messages found\nNewest first\.\n\|Body\|Created\|From\|ID\|ChatID\|\n\|---\|---\|---\|---\|---\|\n\| Please close 4711 tomorrow\. \| 2026-02-16T18:00:00\.651Z \| Noor Haddad \| 1771264800651 \| 19:/,
    );
    expect(Object.keys(entry.EntryContext ?? {})).toEqual([MESSAGES]);
    expect(messages[1]).toMatchObject({
      ID: '1771229040651',
      ChatID: chatId,
      Kind: 'message',
      From: 'Noor Haddad',
      FromType: 'user',
      Body: '<p>Good 👍</p>',
      Text: 'Good 👍',
      ContentType: 'html',
      Importance: 'normal',
      Reactions: [{ Type: 'like' }],
    });
    expect(objectsOf(entry.Contents)).toHaveLength(4);
    expect(requests.map(({ path }) => path)).toEqual([
      `/v1.0/chats/${encodeURIComponent(chatId)}/messages?$orderby=createdDateTime%20desc&$top=50`,
    ]);
  });

  test('limit counts messages, and takes one request (5.7-a)', async () => {
    const { messages, requests } = await listed({ chat_id: bench.chat('noor').id, limit: 1 });
    expect(messages).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  test('bots, strangers and messages of nobody are shown, and crash nothing (5.7-b, 5.7-c)', async () => {
    const room = await listed({ chat: ROOM });
    expect(room.messages.map(({ From, FromType }) => [From, FromType])).toEqual([
      ['Mia Sorensen', 'user'],
      [`<Alex> "O'Neil" & Søn`, 'user'],
      ['Adele Winterbourne', 'user'],
      ['Alert Bot', 'application'],
    ]);
    expect(room.entry.HumanReadable).toContain('| Alert Bot (application) |');
    const { messages } = await listed({ chat: 'tomas@contoso.example' });
    expect(messages).toMatchObject([
      {
        From: 'Tomáš Dvořák',
        Body: 'a < b & c: back at ten',
        Text: 'a < b & c: back at ten',
        Markdown: 'a \\< b & c: back at ten',
        ContentType: 'text',
      },
      { From: null, FromType: null, Kind: 'message', Text: 'A call was missed.' },
    ]);
  });

  test('system events come typed, when they are asked for', async () => {
    const { messages } = await listed({ chat: ROOM, include_system_events: true });
    expect(messages.slice(-2)).toMatchObject([
      { Kind: 'system', EventType: 'chatRenamed', Text: `Chat renamed: ${ROOM}`, From: null },
      { Kind: 'system', EventType: 'membersAdded', Text: expect.stringMatching(/^Members added: \S/) },
    ]);
  });

  test('cards, mentions and importance come along (5.7-f)', async () => {
    const { entry, messages } = await listed({ chat: ROOM });
    expect(messages[2]).toMatchObject({
      Importance: 'high',
      Mentions: [{ Name: 'Tomáš Dvořák', Text: 'Tomáš Dvořák' }],
    });
    expect(messages[3]).toMatchObject({
      Attachments: [
        {
          ContentType: 'application/vnd.microsoft.card.adaptive',
          Content: expect.stringContaining('Impossible travel'),
        },
      ],
    });
    expect(entry.HumanReadable).toContain('\\[application/vnd.microsoft.card.adaptive]');
  });

  test('hostile HTML is shown as words, and kept as it is beside them (5.7-g)', async () => {
    const { entry, messages } = await listed({ chat: ROOM });
    const row = entry.HumanReadable?.split('\n').find((line) => line.includes('Alex')) ?? '';
    expect(row).not.toMatch(/<script|<img|javascript:|alert\(/);
    expect(row).toContain('\\<b> \\| \\`x\\`');
    expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
    expect(messages[1]?.['Body']).toContain('<script>alert(2)</script>');
    expect(messages[1]?.['Text']).toBe('Hi [image]log | report <b> | `x`');
    expect(messages[1]?.['Markdown']).toBe('Hi \\[image\\]log \\| report \\<b> \\| \\`x\\`');
  });

  test('deleted messages are left out, and shown as deleted when they are asked for (5.7-f)', async () => {
    const chat = 'george@contoso.example';
    expect((await listed({ chat })).messages).toHaveLength(2);
    const { entry, messages } = await listed({ chat, include_deleted: true });
    expect(messages[1]).toMatchObject({ DeletedTime: expect.stringMatching(/^2026/), Text: '' });
    expect(entry.HumanReadable).toContain('| (deleted) |');
  });

  test('messages of two chats with the same ID do not overwrite each other (5.7-d)', async () => {
    const tomas = await listed({ chat: 'tomas@contoso.example' });
    const george = await listed({ chat: 'george@contoso.example' });
    const shared = tomas.messages.find(({ ID }) => george.messages.some((other) => other['ID'] === ID));
    expect(shared).toBeDefined();
    expect(Object.keys(tomas.entry.EntryContext ?? {})[0]).toContain('val.ChatID == obj.ChatID');
  });

  test.each([
    [
      { since: '2026-02-16T08:03:00Z' },
      ['Please close 4711 tomorrow.', 'Good 👍', 'Two phishing reports, both closed.'],
    ],
    [
      { until: '2026-02-16T08:04:00Z' },
      ['Two phishing reports, both closed.', 'Morning. Anything from the night shift?'],
    ],
    [
      { since: '2026-02-16T08:02:00Z', until: '2026-02-16T08:04:00Z' },
      ['Two phishing reports, both closed.'],
    ],
    [
      { since: '14 days ago' },
      [
        'Please close 4711 tomorrow.',
        'Good 👍',
        'Two phishing reports, both closed.',
        'Morning. Anything from the night shift?',
      ],
    ],
    [{ since: '1 hour ago' }, []],
  ])('%j', async (args, texts) => {
    const { messages, requests } = await listed({ chat_id: bench.chat('noor').id, ...args });
    expect(textsOf(messages)).toEqual(texts);
    expect(requests).toHaveLength(1);
  });

  test('by the last change, an edit comes before a later message, and it is said', async () => {
    const args = { chat_id: bench.chat('noor').id, order_by: 'lastModifiedDateTime' };
    const { entry, messages } = await listed(args);
    expect(textsOf(messages).slice(1, 3)).toEqual(['Two phishing reports, both closed.', 'Good 👍']);
    expect(entry.HumanReadable).toContain('Last changed first');
    const since = await listed({ ...args, since: '2026-02-16T08:05:00Z' });
    expect(textsOf(since.messages)).toEqual([
      'Please close 4711 tomorrow.',
      'Two phishing reports, both closed.',
      'Good 👍',
    ]);
    for (const { path } of [...since.requests]) expect(path).not.toMatch(/%20(?:ge|le)%20/);
  });

  test('nothing found says so', async () => {
    const { entry } = await bench.run('msgraph-teams-list-messages', {
      chat_id: bench.chat('noor').id,
      since: 'now',
    });
    expect(entry).toMatchObject({
      HumanReadable: '### No messages were found',
      Contents: [],
      EntryContext: {},
    });
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

describe('msgraph-teams-get-message', () => {
  test('shows one message in the known form, whole, by one request', async () => {
    const chatId = bench.chat('noor').id;
    const { execution, entry, requests } = await bench.run('msgraph-teams-get-message', {
      chat_id: chatId,
      message_id: '1771229040651',
    });
    expect(execution.entries).toHaveLength(1);
    expect(entry.HumanReadable).toBe(
      `### The message was found\n|Body|Created|From|ID|ChatID|\n|---|---|---|---|---|\n| Good 👍 | 2026-02-16T08:04:00.651Z | Noor Haddad | 1771229040651 | ${chatId} |\n`,
    );
    expect(entry.EntryContext).toEqual({
      'MSGraphTeamsChatMessage(val.ID && val.ID == obj.ID && val.ChatID && val.ChatID == obj.ChatID)': {
        ID: '1771229040651',
        ChatID: chatId,
        Kind: 'message',
        Created: '2026-02-16T08:04:00.651Z',
        LastModifiedTime: '2026-02-16T08:06:00.651Z',
        EditedTime: null,
        DeletedTime: null,
        From: 'Noor Haddad',
        FromID: expect.stringMatching(/^[\da-f-]{36}$/),
        FromType: 'user',
        Subject: null,
        Importance: 'normal',
        Body: '<p>Good 👍</p>',
        ContentType: 'html',
        Text: 'Good 👍',
        Markdown: 'Good 👍',
        Attachments: [],
        Mentions: [],
        Reactions: [
          {
            Type: 'like',
            Created: '2026-02-16T08:06:00.651Z',
            FromID: expect.stringMatching(/^[\da-f-]{36}$/),
          },
        ],
        WebUrl: null,
      },
    });
    expect(requests.map(({ path }) => path)).toEqual([
      `/v1.0/chats/${encodeURIComponent(chatId)}/messages/1771229040651`,
    ]);
    expect(objectOf(entry.Contents)).toMatchObject({ id: '1771229040651' });
  });
});

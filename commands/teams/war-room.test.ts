import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
import { messagesAfter } from './read-messages.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await openChatBench();
});
afterAll(() => bench.close());

describe('a war room, from the first person to the last message (S10)', () => {
  let chatId = '';

  test('a group of members and a guest is made, the caller named again', async () => {
    const { entry } = await bench.run('msgraph-teams-create-chat', {
      type: 'group',
      subject: 'INC-4711',
      members: 'tomas@contoso.example,adele@contoso.example,mia_fabrikam.example#EXT#@contoso.example',
    });
    chatId = String(objectOf(contextUnder(entry, 'MSGraphTeamsChat'))['ID']);
    expect(bench.chat('INC-4711').members.map(({ role }) => role)).toEqual(['owner', 'owner', 'guest']);
  });

  test('the first message mentions somebody, while Teams has not heard of the chat yet (rule R32)', async () => {
    bench.sandbox.faults.push(
      { kind: 'chat-not-yet', times: 1, match: { method: 'GET', path: /members/ } },
      { kind: 'chat-not-yet', times: 2, match: { method: 'POST' } },
    );
    const before = bench.clock.sleeps.length;
    const { entry } = await bench.run('msgraph-teams-send-message', {
      chat_id: chatId,
      body: '<b>INC-4711</b> please look',
      mentions: 'tomas@contoso.example',
    });
    expect(entry.Type).toBe(1);
    expect(bench.clock.sleeps.slice(before)).toEqual([1000, 1000, 2000]);
    const sent = bench.sandbox.messagesOf(chatId).filter(({ messageType }) => messageType === 'message');
    expect(sent.map(({ body }) => body.content)).toEqual([
      '<at id="0">Tomáš Dvořák</at> <b>INC-4711</b> please look',
    ]);
  });

  test('somebody joins without the history', async () => {
    bench.clock.advance(60_000);
    await bench.run('msgraph-teams-add-member', {
      chat_id: chatId,
      user_id: 'hanna@contoso.example',
      share_history: 'false',
    });
    expect(bench.chat('INC-4711').members.at(-1)?.visibleHistoryStartDateTime).toMatch(/^2026-03-02T08:01/);
  });

  test('what was said and what happened is read, typed and in order, from Graph', async () => {
    await bench.sandbox.reply(chatId, {
      by: 'tomas@contoso.example',
      say: '<p>On it</p>',
      contentType: 'html',
    });
    const { entry, requests } = await bench.run('msgraph-teams-list-messages', {
      chat_id: chatId,
      since: '1 hour ago',
      limit: 200,
      include_system_events: true,
    });
    const messages = objectsOf(contextUnder(entry, 'MSGraphTeamsChatMessage'));
    expect(messages.map(({ Kind, EventType, Text }) => [Kind, EventType ?? Text])).toEqual([
      ['message', 'On it'],
      ['system', 'membersAdded'],
      ['message', 'Tomáš Dvořák INC-4711 please look'],
      ['system', 'membersAdded'],
    ]);
    expect(requests).toHaveLength(1);
  });

  test('what came after the message is found by its mark, oldest first', async () => {
    const [, , asked] = bench.sandbox.messagesOf(chatId).toReversed();
    const mark = { id: asked?.id ?? '', created: asked?.createdDateTime ?? '' };
    await bench.sandbox.reply(chatId, { by: 'hanna@contoso.example', say: 'me too' });
    const pages = (
      await bench.run('msgraph-teams-list-messages', { chat_id: chatId, include_system_events: true })
    ).entry;
    const items = objectsOf(pages.Contents);
    const graph = {
      // eslint-disable-next-line @typescript-eslint/require-await
      async *pages() {
        yield { items, url: 'https://graph.contoso.example/v1.0/x' };
      },
    };
    const found = await messagesAfter(chatId, mark, graph);
    expect(found.map(({ body }) => objectOf(body)['content'])).toEqual(['<p>On it</p>', 'me too']);
  });

  test('names that are refused name the person, and an application is told what it cannot do', async () => {
    const { entry } = await bench.run('msgraph-teams-add-member', {
      chat_id: chatId,
      user_id: 'newstarter@contoso.example',
    });
    expect(entry.Contents).toMatch(/^Pia Nyberg \(newstarter@contoso\.example\) has no license for Teams\./);
    const params = { ...bench.sandbox.params() };
    const app = { ...bench.adele, params, state: createMemoryStore() };
    const refused = await bench.run('msgraph-teams-send-message', { chat_id: chatId, body: 'x' }, app);
    expect(refused.entry.Contents).toContain('works for a signed-in user only');
  });
});

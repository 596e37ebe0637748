import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const ROOM = 'Incident 4711 war room';

describe('msgraph-teams-send-message', () => {
  test('sends in the known form, with both spellings of the chat (5.8-d)', async () => {
    const { id } = bench.chat('noor');
    const { execution, entry, requests } = await bench.run('msgraph-teams-send-message', {
      chat_id: id,
      body: '<b>4711</b> is closed',
    });
    const sent = bench.sandbox.messagesOf(id).at(-1);
    expect(entry.HumanReadable).toBe(
      `### The message was send\n|Body|Created|From|ID|ChatID|\n|---|---|---|---|---|\n| 4711 is closed | ${sent?.createdDateTime ?? ''} | Adele Winterbourne | ${sent?.id ?? ''} | ${id} |\n`,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChatMessage')).toMatchObject({
      ID: sent?.id,
      ChatID: id,
      chatID: id,
      From: 'Adele Winterbourne',
      Body: '<b>4711</b> is closed',
    });
    expect(sent?.body).toEqual({ contentType: 'html', content: '<b>4711</b> is closed' });
    expect(execution.entries).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['html', 'if a<b & c', { contentType: 'html', content: 'if a&lt;b & c' }],
    ['text', 'if a<b & c\n?a=1&b=2', { contentType: 'text', content: 'if a<b & c\n?a=1&b=2' }],
    ['TEXT', 'x', { contentType: 'text', content: 'x' }],
    ['markdown', '**a** <b>', { contentType: 'html', content: '<p><strong>a</strong> &lt;b&gt;</p>' }],
  ])('a message of %s arrives as it was meant (5.8-a)', async (type, body, arrived) => {
    await bench.run('msgraph-teams-send-message', { chat: 'noor@contoso.example', content_type: type, body });
    expect(bench.sandbox.messagesOf(bench.chat('noor').id).at(-1)?.body).toEqual(arrived);
  });

  test('mentions people by address and by name, an outsider with a hostile name among them', async () => {
    const { entry } = await bench.run('msgraph-teams-send-message', {
      chat: ROOM,
      body: 'Look, @tomas@contoso.example!',
      mentions: ['tomas@contoso.example', 'Noor Haddad'],
      importance: 'urgent',
    });
    expect(entry.Type).toBe(1);
    const sent = bench.sandbox.messagesOf(bench.chat(ROOM).id).at(-1);
    expect(sent?.body.content).toBe('<at id="1">Noor Haddad</at> Look, <at id="0">Tomáš Dvořák</at>!');
    expect(sent).toMatchObject({
      importance: 'urgent',
      mentions: [{ mentionText: 'Tomáš Dvořák' }, { mentionText: 'Noor Haddad' }],
    });
  });

  test('mentions nobody who is not in the chat, and sends nothing then', async () => {
    const before = bench.sandbox.messagesOf(bench.chat(ROOM).id).length;
    const { entry } = await bench.run('msgraph-teams-send-message', {
      chat: ROOM,
      body: 'x',
      mentions: 'hanna@contoso.example',
    });
    expect(entry.Contents).toContain('"hanna@contoso.example" is not a member of the chat');
    expect(bench.sandbox.messagesOf(bench.chat(ROOM).id)).toHaveLength(before);
  });

  test('sends a card', async () => {
    const card = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text: 'x' }] };
    await bench.run('msgraph-teams-send-message', { chat: 'noor@contoso.example', card });
    const sent = bench.sandbox.messagesOf(bench.chat('noor').id).at(-1);
    expect(sent?.attachments).toMatchObject([{ content: JSON.stringify(card) }]);
  });

  test('to somebody without a chat makes it, and to a missing group nothing', async () => {
    const { entry } = await bench.run('msgraph-teams-send-message', {
      chat: 'ingrid@contoso.example',
      body: 'hello',
    });
    expect(entry.Type).toBe(1);
    expect(bench.sandbox.messagesOf(bench.chat('ingrid').id).at(-1)?.body.content).toBe('hello');
    const missing = await bench.run('msgraph-teams-send-message', { chat: 'No such group', body: 'hello' });
    expect(missing.entry.Type).toBe(4);
    expect(missing.entry.Contents).toContain('No such group');
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const personId = (name: string) =>
  bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.example`)
    ?.id ?? '';

/** A group that Noor makes with Adele in it, under a name of her choice. */
async function groupOfNoor(subject: string): Promise<{ readonly groupId: string }> {
  const noor = await signedInInstance(bench.sandbox, 'noor@contoso.example');
  const members = 'adele@contoso.example,george@contoso.example';
  const { entry } = await bench.run('msgraph-teams-create-chat', { subject, members }, noor);
  return { groupId: String(objectOf(contextUnder(entry, 'MSGraphTeamsChat'))['ID']) };
}

describe('the chat argument', () => {
  test.each([
    ['its ID', () => bench.chat('noor').id, () => bench.chat('noor').id],
    ['its name, in any case', () => "o'brien's CASE", () => bench.chat("O'Brien's case").id],
    ['the name of the other person', () => 'Tomáš Dvořák', () => bench.chat('tomas').id],
    ['the address of the other person', () => 'TOMAS@contoso.example', () => bench.chat('tomas').id],
    ['the object ID of the other person', () => personId('george'), () => bench.chat('george').id],
  ])('finds a chat by %s and makes none', async (_, name, id) => {
    const { entry, requests } = await bench.run('msgraph-teams-get-chat', { chat: name() });
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({ ID: id() });
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.each([
    ['their name', 'Tomáš Dvořák'],
    ['their name in another case', 'TOMÁŠ DVOŘÁK'],
  ])('picks none where a group is called after somebody by %s, and lists both', async (_, subject) => {
    const { groupId } = await groupOfNoor(subject);
    const args = { chat: 'Tomáš Dvořák', body: 'the password is' };
    const { entry, requests } = await bench.run('msgraph-teams-send-message', args);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain('2 chats are called "Tomáš Dvořák"');
    expect(entry.Contents).toContain(groupId);
    expect(entry.Contents).toContain(bench.chat('tomas').id);
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.each([
    ['the address of somebody', 'ingrid@contoso.example'],
    ['the ID of somebody', 'ingrid'],
  ])('never takes a group that is called like %s for them', async (_, name) => {
    const subject = name.includes('@') ? name : personId(name);
    const { groupId } = await groupOfNoor(subject);
    const before = bench.sandbox.messagesOf(groupId).length;
    const { entry } = await bench.run('msgraph-teams-send-message', { chat: subject, body: 'secret' });
    expect(entry.Type).toBe(1);
    expect(bench.sandbox.messagesOf(groupId)).toHaveLength(before);
    expect(bench.sandbox.messagesOf(bench.chat('ingrid').id).at(-1)?.body.content).toBe('secret');
  });

  test('is never the only chat of two of whoever looks, by their own name', async () => {
    const tomas = await signedInInstance(bench.sandbox, 'tomas@contoso.example');
    const { id } = bench.chat('tomas');
    const before = bench.sandbox.messagesOf(id).length;
    for (const chat of ['tomas@contoso.example', 'Tomáš Dvořák', personId('tomas')]) {
      const { entry } = await bench.run('msgraph-teams-send-message', { chat, body: 'note to self' }, tomas);
      expect(entry.Type).toBe(4);
    }
    expect(bench.sandbox.messagesOf(id)).toHaveLength(before);
  });

  test('names the candidates on one line each, whatever they are called', async () => {
    await groupOfNoor('Tomáš Dvořák');
    const { entry } = await bench.run('msgraph-teams-get-chat', { chat: 'Tomáš Dvořák' });
    expect(
      String(entry.Contents)
        .split('\n')
        .filter((line) => line.startsWith('19:')),
    ).toHaveLength(2);
  });

  test('looking for somebody without a chat makes none', async () => {
    const before = bench.sandbox.chats().length;
    const { entry } = await bench.run('msgraph-teams-list-messages', { chat: 'ingrid@contoso.example' });
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('There is no chat called') });
    expect(bench.sandbox.chats()).toHaveLength(before);
  });
});

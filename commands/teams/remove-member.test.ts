import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const person = (name: string) => {
  const found = bench.sandbox
    .people()
    .find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.example`);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found;
};

const CASE = "O'Brien's case";

describe('msgraph-teams-remove-member', () => {
  test.each([
    ['address', () => 'tomas@contoso.example'],
    ['object ID', () => person('tomas').id],
    ['name', () => 'tomáš dvořák'],
  ])('removes somebody by %s', async (_, name) => {
    const { execution, entry } = await bench.run('msgraph-teams-remove-member', {
      chat: 'Incident 4711 war room',
      user_id: name(),
    });
    expect(entry.HumanReadable).toBe('Tomáš Dvořák has been removed from the chat.');
    const chatId = bench.chat('Incident 4711 war room').id;
    expect(entry.EntryContext).toEqual({
      'MSGraphTeamsAction(val.ID && val.ID == obj.ID && val.Action && val.Action == obj.Action)': [
        {
          ID: expect.stringMatching(/^MCMj/),
          Action: 'remove-member',
          ChatID: chatId,
          User: name(),
          UserID: person('tomas').id,
          Name: 'Tomáš Dvořák',
          Email: 'tomas@contoso.example',
        },
      ],
    });
    expect(entry.Contents).toMatchObject({ userId: person('tomas').id });
    expect(execution.entries).toHaveLength(2);
    expect(execution.entries[1]).toMatchObject({
      Type: 11,
      HumanReadable: expect.stringContaining('keep what they have read'),
    });
    expect(bench.chat('Incident 4711 war room').members.map(({ userId }) => userId)).not.toContain(
      person('tomas').id,
    );
  });

  test('by the user principal name of a guest, whose address is another', async () => {
    const { entry } = await bench.run('msgraph-teams-remove-member', {
      chat: 'Incident 4711 war room',
      user_id: 'mia_fabrikam.example#EXT#@contoso.example',
    });
    expect(entry.HumanReadable).toBe('Mia Sorensen has been removed from the chat.');
  });

  test('picks none of two members of the same name, and names both', async () => {
    const { accessToken } = await bench.sandbox.signIn({ user: 'nadia.admin@contoso.example' });
    await fetch(`${bench.sandbox.url}/v1.0/users/zoe@contoso.example`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ displayName: 'Noor Haddad' }),
    });
    const members = ['noor', 'zoe'].map((name) => `${name}@contoso.example`);
    const made = await bench.run('msgraph-teams-create-chat', { subject: 'Twins', members });
    const { entry } = await bench.run('msgraph-teams-remove-member', {
      chat: 'Twins',
      user_id: 'Noor Haddad',
    });
    expect(made.entry.Type).toBe(1);
    expect(entry.Contents).toMatch(
      /is the name of several members: noor@contoso\.example .*zoe@contoso\.example/,
    );
    expect(bench.chat('Twins').members).toHaveLength(3);
  });

  test('somebody who is not a member is an error, with handle_error too (rule R27)', async () => {
    const instance = { ...bench.adele, params: { ...bench.adele.params, handle_error: true } };
    const { entry, requests } = await bench.run(
      'msgraph-teams-remove-member',
      { chat: CASE, user_id: 'noor@contoso.example' },
      instance,
    );
    expect(entry).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining('is not a member of the chat'),
    });
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('a lost answer is repeated, and somebody gone counts as removed (rule R32)', async () => {
    bench.sandbox.faults.push({ kind: 'reset-after', times: 1, match: { method: 'DELETE' } });
    const { entry } = await bench.run('msgraph-teams-remove-member', {
      chat: 'Incident 4711 war room',
      user_id: 'tomas@contoso.example',
    });
    expect(entry.Type).toBe(1);
  });
});

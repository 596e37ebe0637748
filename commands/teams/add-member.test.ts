import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

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

const historyOf = (chat: string, name: string) =>
  bench.chat(chat).members.find(({ userId }) => userId === person(name).id)?.visibleHistoryStartDateTime;

const CASE = "O'Brien's case";

describe('msgraph-teams-add-member', () => {
  test('adds with the whole history, in the known form, and keeps the ID of the membership (5.6-f)', async () => {
    const { id } = bench.chat(CASE);
    const { execution, entry, requests } = await bench.run('msgraph-teams-add-member', {
      chat_id: id,
      user_id: 'noor@contoso.example',
    });
    expect(entry.HumanReadable).toBe(
      `### Member has been added successfully\n|Chat ID|User ID|Share history|\n|---|---|---|\n| ${id} | noor@contoso.example | true |\n`,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChatMember')).toEqual([
      {
        ID: expect.stringMatching(/^MCMj/),
        ChatID: id,
        UserID: person('noor').id,
        Name: 'Noor Haddad',
        Roles: ['owner'],
        HistoryStartTime: '0001-01-01T00:00:00Z',
      },
    ]);
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toMatchObject([
      { Action: 'add-member', User: 'noor@contoso.example' },
    ]);
    expect(execution.entries).toHaveLength(1);
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(historyOf(CASE, 'noor')).toBe('0001-01-01T00:00:00Z');
  });

  test.each([
    [{ share_history: 'false' }, '2026-03-02T08:00:00.000Z'],
    [{ share_history: 'False' }, '2026-03-02T08:00:00.000Z'],
    [{ history_start: '2 days ago' }, '2026-02-28T08:00:00.000Z'],
    [{ history_start: '2026-02-20T00:00:00Z' }, '2026-02-20T00:00:00.000Z'],
  ])('with %j the history begins at %s (5.6-a, 5.6-g)', async (args, start) => {
    const { entry } = await bench.run('msgraph-teams-add-member', {
      chat: CASE,
      user_id: 'noor@contoso.example',
      ...args,
    });
    expect(entry.Type).toBe(1);
    expect(historyOf(CASE, 'noor')).toBe(start);
  });

  test('a guest comes in as guest (5.6-b)', async () => {
    const { entry } = await bench.run('msgraph-teams-add-member', {
      chat: CASE,
      user_id: 'mia_fabrikam.example#EXT#@contoso.example',
    });
    expect(contextUnder(entry, 'MSGraphTeamsChatMember')).toMatchObject([{ Roles: ['guest'] }]);
  });

  test('several: those who can come in do, and the others are named in red (5.6-d)', async () => {
    const users = ['noor', 'newstarter', 'nobody', 'adele', 'kofi', '$svc-billing'].map(
      (name) => `${name}@contoso.example`,
    );
    const { execution, entry } = await bench.run('msgraph-teams-add-member', { chat: CASE, user_id: users });
    expect(entry.Type).toBe(1);
    const failures = String(execution.entries[1]?.Contents).split('\n');
    expect(execution.entries[1]?.Type).toBe(4);
    expect(failures[0]).toMatch(/^newstarter@contoso\.example: Pia Nyberg .* has no license for Teams/);
    expect(failures[1]).toMatch(/^nobody@contoso\.example: Nobody in the tenant/);
    expect(failures[2]).toMatch(/^adele@contoso\.example: .* is a member of the chat already/);
    expect(failures[3]).toMatch(/^kofi@contoso\.example: .* kept out of chats by a policy/);
    expect(bench.chat(CASE).members.map(({ userId }) => userId)).toContain(person('noor').id);
  });

  test('somebody whom only Teams can look up, and does not know, is named at once', async () => {
    const choice = { app: 'unprivileged', scopes: ['User.Read', 'Chat.ReadWrite'] };
    const instance = await signedInInstance(bench.sandbox, 'adele@contoso.example', choice);
    const args = { chat_id: bench.chat(CASE).id, user_id: 'nobody@contoso.example' };
    const sleeps = bench.clock.sleeps.length;
    const { entry } = await bench.run('msgraph-teams-add-member', args, instance);
    expect(entry.Contents).toMatch(/^nobody@contoso\.example is not known to Teams\./);
    expect(bench.clock.sleeps).toHaveLength(sleeps);
  });

  test('somebody taken as typed is said to be', async () => {
    const choice = { app: 'unprivileged', scopes: ['User.Read', 'Chat.ReadWrite'] };
    const instance = await signedInInstance(bench.sandbox, 'adele@contoso.example', choice);
    const args = { chat_id: bench.chat(CASE).id, user_id: 'noor@contoso.example' };
    const { execution } = await bench.run('msgraph-teams-add-member', args, instance);
    expect(execution.entries[1]).toMatchObject({
      Type: 11,
      HumanReadable: expect.stringContaining('noor@contoso.example went in as typed'),
    });
  });

  test('somebody who is named twice is added once, and nothing is red', async () => {
    const { execution, entry, requests } = await bench.run('msgraph-teams-add-member', {
      chat_id: bench.chat(CASE).id,
      user_id: `noor@contoso.example,NOOR@contoso.example,${person('noor').id},Noor Haddad`,
    });
    expect(execution.entries).toHaveLength(1);
    expect(objectsOf(contextUnder(entry, 'MSGraphTeamsChatMember'))).toHaveLength(1);
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('nobody added is an error', async () => {
    const { execution } = await bench.run('msgraph-teams-add-member', {
      chat: CASE,
      user_id: 'a@b.example,c@d.example',
    });
    expect(execution.entries).toHaveLength(1);
    expect(execution.entries[0]?.Type).toBe(4);
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const personId = (name: string) =>
  bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.example`)
    ?.id ?? '';

describe('msgraph-teams-update-chat', () => {
  test('renames a group, in the known form, and keeps the name before', async () => {
    const chat = bench.chat("O'Brien's case");
    const { execution, entry } = await bench.run('msgraph-teams-update-chat', {
      chat_id: chat.id,
      subject: 'Case 12',
    });
    const { createdDateTime, lastUpdatedDateTime } = bench.chat('Case 12');
    expect(entry.HumanReadable).toBe(
      `### The chat was updated with subject: Case 12\n|Subject|Created|LastUpdatedTime|Type|ID|\n|---|---|---|---|---|\n| Case 12 | ${createdDateTime} | ${lastUpdatedDateTime} | group | ${chat.id} |\n`,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toEqual({
      ID: chat.id,
      Subject: 'Case 12',
      Created: createdDateTime,
      LastUpdatedTime: lastUpdatedDateTime,
      Type: 'group',
      UserID: personId('adele'),
      WebUrl: expect.stringContaining(encodeURIComponent(chat.id)),
      TenantID: bench.sandbox.tenantId,
    });
    expect(entry.Contents).toMatchObject({ id: chat.id, topic: 'Case 12' });
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toEqual([
      { ID: chat.id, Action: 'update-chat', Subject: 'Case 12', SubjectBefore: "O'Brien's case" },
    ]);
    expect(execution.entries).toHaveLength(1);
    expect(bench.chat('Case 12').id).toBe(chat.id);
  });

  test('does not rename the chat of a meeting, which it finds out before it writes', async () => {
    const { entry, requests } = await bench.run('msgraph-teams-update-chat', {
      chat_id: bench.chat('Weekly security review').id,
      subject: 'x',
    });
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('called after the meeting') });
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('takes the name away only when that is said', async () => {
    const { id } = bench.chat("O'Brien's case");
    await bench.run('msgraph-teams-update-chat', { chat_id: id, clear_subject: true });
    expect(bench.sandbox.chats().find((chat) => chat.id === id)?.topic).toBeNull();
  });

  test('a lost answer is looked after: the name is there, and was set once', async () => {
    const { id } = bench.chat("O'Brien's case");
    bench.sandbox.faults.push({ kind: 'reset-after', times: 1, match: { method: 'PATCH' } });
    const { entry, requests } = await bench.run('msgraph-teams-update-chat', {
      chat_id: id,
      subject: 'Once',
    });
    expect(entry.Type).toBe(1);
    expect(requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});

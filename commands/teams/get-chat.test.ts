import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const ROOM = 'Incident 4711 war room';
const adeleId = () =>
  bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === 'adele@contoso.example')?.id;

describe('msgraph-teams-get-chat', () => {
  test('shows a chat in the known form, with what Graph says of it', async () => {
    const { id, createdDateTime, lastUpdatedDateTime } = bench.chat(ROOM);
    const { execution, entry, requests } = await bench.run('msgraph-teams-get-chat', { chat_id: id });
    const webUrl = `https://teams.microsoft.com/l/chat/${encodeURIComponent(id)}/0?tenantId=${bench.sandbox.tenantId}`;
    expect(execution.entries).toHaveLength(1);
    expect(entry.HumanReadable).toBe(
      `### The chat was found, with subject: ${ROOM}\n|Subject|Created|LastUpdatedTime|Type|ID|\n|---|---|---|---|---|\n| ${ROOM} | ${createdDateTime} | ${lastUpdatedDateTime} | group | ${id} |\n`,
    );
    expect(entry.EntryContext).toEqual({
      'MSGraphTeamsChat(val.ID && val.ID == obj.ID)': {
        ID: id,
        Subject: ROOM,
        Created: createdDateTime,
        LastUpdatedTime: lastUpdatedDateTime,
        Type: 'group',
        UserID: adeleId(),
        WebUrl: webUrl,
        TenantID: bench.sandbox.tenantId,
      },
    });
    expect(objectOf(entry.Contents)).toMatchObject({ id, topic: ROOM, chatType: 'group', webUrl });
    expect(requests.map(({ path }) => path)).toEqual([`/v1.0/chats/${encodeURIComponent(id)}`]);
  });

  test('shows its members where they are asked for', async () => {
    const { entry, requests } = await bench.run('msgraph-teams-get-chat', {
      chat_id: bench.chat(ROOM).id,
      expand: 'members',
    });
    const members = objectsOf(objectOf(contextUnder(entry, 'MSGraphTeamsChat'))['Members']);
    expect(members.map(({ Name }) => Name)).toContain('Noor Haddad');
    expect(requests).toHaveLength(1);
  });

  test('says so where a chat has no subject, and calls one of two after the other person', async () => {
    const { id } = bench.chat('noor');
    const { entry } = await bench.run('msgraph-teams-get-chat', { chat_id: id, expand: 'members' });
    expect(entry.HumanReadable).toMatch(/^### The chat was found, without a subject\n/);
    expect(entry.HumanReadable).toContain('\n| Noor Haddad | ');
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({
      ID: id,
      Subject: null,
      Type: 'oneOnOne',
    });
  });

  test.each([
    ['the argument', { user_id: 'ADELE@contoso.example' }, 'ADELE@contoso.example'],
    ['the delegated user of the instance', {}, 'adele@contoso.example'],
  ])('writes %s to the context as the user (2.8)', async (_, args, userId) => {
    const app = sandboxInstance(bench.sandbox, undefined, { delegated_user: 'adele@contoso.example' });
    const { entry } = await bench.run(
      'msgraph-teams-get-chat',
      { chat_id: bench.chat(ROOM).id, ...args },
      app,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({ UserID: userId });
  });
});

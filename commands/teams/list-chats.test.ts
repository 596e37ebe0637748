import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
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

describe('msgraph-teams-list-chats', () => {
  test('shows chats in the known form, and adds what it knows of them', async () => {
    const { execution, entry, requests } = await bench.run('msgraph-teams-list-chats', {
      filter: "topic eq 'Incident 4711 war room'",
    });
    const { id, createdDateTime, lastUpdatedDateTime } = bench.chat('Incident 4711 war room');
    const webUrl = `https://teams.microsoft.com/l/chat/${encodeURIComponent(id)}/0?tenantId=${bench.sandbox.tenantId}`;
    expect(execution.entries).toHaveLength(1);
    expect(entry.HumanReadable).toBe(
      `### Total of 1 chats found\n|Subject|Created|LastUpdatedTime|Type|ID|\n|---|---|---|---|---|\n| Incident 4711 war room | ${createdDateTime} | ${lastUpdatedDateTime} | group | ${id} |\n`,
    );
    expect(entry.EntryContext).toEqual({
      'MSGraphTeamsChat(val.ID && val.ID == obj.ID)': [
        {
          ID: id,
          Subject: 'Incident 4711 war room',
          Created: createdDateTime,
          LastUpdatedTime: lastUpdatedDateTime,
          Type: 'group',
          UserID: personId('adele'),
          WebUrl: webUrl,
          TenantID: bench.sandbox.tenantId,
        },
      ],
    });
    expect(objectsOf(entry.Contents)).toMatchObject([{ id, chatType: 'group' }]);
    expect(requests).toHaveLength(1);
  });

  test('says that there are more, and goes on at the next page to the end (5.1-d)', async () => {
    const all = objectsOf((await bench.run('msgraph-teams-list-chats', { limit: 50 })).entry.Contents).length;
    const first = await bench.run('msgraph-teams-list-chats', { limit: 4 });
    expect(first.entry.HumanReadable).toMatch(
      /^### 4 chats found \nPay attention there are more results than shown\n/,
    );
    const next = "MSGraphTeamsChat(val.NextPage.indexOf('http')>=0)";
    const link = String(objectOf(first.entry.EntryContext?.[next])['NextPage']);
    expect(link).toMatch(/^http/);
    const rest = await bench.run('msgraph-teams-list-chats', { limit: 50, next_page: link });
    expect(objectsOf(rest.entry.Contents)).toHaveLength(all - 4);
    expect(rest.entry.EntryContext?.[next]).toEqual({ NextPage: '' });
    expect(rest.entry.HumanReadable).toMatch(/^### Total of/);
  });

  test('limit counts chats, and its pages are no larger than Graph allows (5.1-c)', async () => {
    const { entry, requests } = await bench.run('msgraph-teams-list-chats', { limit: 1000 });
    expect(entry.Type).toBe(1);
    expect(requests.map(({ path }) => path)).toEqual(['/v1.0/me/chats?$top=50']);
  });

  test('a limit over several pages takes no more of them than hold it', async () => {
    const { entry, requests } = await bench.run('msgraph-teams-list-chats', { limit: 5, page_size: 2 });
    expect(objectsOf(entry.Contents)).toHaveLength(5);
    expect(requests).toHaveLength(3);
    const all = await bench.run('msgraph-teams-list-chats', { all_results: true });
    const ids = objectsOf(all.entry.Contents).map(({ id }) => id);
    expect(objectsOf(entry.Contents).map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(all.entry.HumanReadable).toMatch(/^### Total of/);
  });

  test('pages without a match lead on to the one that has it', async () => {
    const filter = "topic eq 'Incident 4711 war room'";
    const { entry } = await bench.run('msgraph-teams-list-chats', { filter, page_size: 1 });
    expect(objectsOf(entry.Contents)).toMatchObject([{ topic: 'Incident 4711 war room' }]);
  });

  test.each([
    ["$filter=topic eq 'a#b'", '/v1.0/me/chats?$filter=topic%20eq%20%27a%23b%27&$top=20'],
    ["$filter=topic eq 'R&D'", '/v1.0/me/chats?$filter=topic%20eq%20%27R%26D%27&$top=20'],
    ['$top=5', '/v1.0/me/chats?$top=5'],
    [
      "$filter=topic eq 'x'&$expand=members",
      '/v1.0/me/chats?$filter=chatType%20eq%20%27group%27&$expand=members&$top=20',
    ],
  ])('odata=%s reaches Graph whole and once (5.1-a, 5.1-b)', async (odata, path) => {
    const filter = odata.includes('expand') ? { filter: "chatType eq 'group'" } : {};
    const { requests } = await bench.run('msgraph-teams-list-chats', { odata, ...filter });
    expect(requests[0]?.path).toBe(path);
  });

  test('members and the last message come along, and a chat of two is called after the other one (5.1-f)', async () => {
    const { entry } = await bench.run('msgraph-teams-list-chats', {
      filter: "chatType eq 'oneOnOne'",
      expand: 'members,lastMessagePreview',
    });
    expect(entry.HumanReadable).toContain('| Noor Haddad |');
    const chats = objectsOf(contextUnder(entry, 'MSGraphTeamsChat'));
    const noor = chats.find(({ ID }) => ID === bench.chat('noor').id);
    expect(noor).toMatchObject({
      Subject: null,
      Members: [
        { Email: 'adele@contoso.example', Roles: ['owner'] },
        { UserID: personId('noor'), Name: 'Noor Haddad' },
      ],
      LastMessage: { From: 'Noor Haddad', Text: 'Please close 4711 tomorrow.' },
    });
  });

  test('nothing found says so', async () => {
    const { entry } = await bench.run('msgraph-teams-list-chats', { filter: "topic eq 'nowhere'" });
    expect(entry).toMatchObject({ HumanReadable: '### No chats were found', EntryContext: {}, Contents: [] });
  });
});

test('a person without a license for Teams is told so', async () => {
  const instance = await signedInInstance(bench.sandbox, 'newstarter@contoso.example');
  const { entry } = await bench.run('msgraph-teams-list-chats', {}, instance);
  expect(entry).toMatchObject({
    Type: 4,
    Contents: expect.stringContaining('Whoever signed in has no license for Teams'),
  });
});

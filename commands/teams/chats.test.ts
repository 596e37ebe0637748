import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const personId = (name: string) =>
  bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === `${name}@contoso.example`)
    ?.id ?? '';

const bodyOf = (requests: readonly { readonly method: string; readonly path: string }[]) =>
  requests.filter(({ method }) => method === 'POST').map(({ path }) => path);

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

  test('looking for somebody without a chat makes none', async () => {
    const before = bench.sandbox.chats().length;
    const { entry } = await bench.run('msgraph-teams-list-messages', { chat: 'ingrid@contoso.example' });
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('There is no chat called') });
    expect(bench.sandbox.chats()).toHaveLength(before);
  });
});

describe('msgraph-teams-create-chat', () => {
  test('makes a group of members and guests, the caller once, in two rounds of requests', async () => {
    const members = [
      'noor@contoso.example',
      'mia_fabrikam.example#EXT#@contoso.example',
      'adele@contoso.example',
      "o'brien@contoso.example",
      'NOOR@contoso.example',
    ];
    const { execution, entry, requests } = await bench.run('msgraph-teams-create-chat', {
      subject: 'INC-4711',
      members,
    });
    const made = bench.chat('INC-4711');
    expect(made.members.map(({ userId, role }) => [userId, role])).toEqual([
      [personId('adele'), 'owner'],
      [personId('noor'), 'owner'],
      [personId('mia_fabrikam.example#EXT#'), 'guest'],
      [personId("o'brien"), 'owner'],
    ]);
    expect(entry.HumanReadable).toMatch(
      /^### The chat was created with subject: INC-4711\n\|Subject\|Created\|LastUpdatedTime\|Type\|ID\|/,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({
      ID: made.id,
      Subject: 'INC-4711',
      UserID: personId('adele'),
    });
    expect(
      entry.EntryContext?.[
        'MSGraphTeamsAction(val.ID && val.ID == obj.ID && val.Action && val.Action == obj.Action)'
      ],
    ).toMatchObject([
      { ID: made.id, Action: 'create-chat', Existing: false, Members: [{}, {}, { Role: 'guest' }, {}] },
    ]);
    expect(objectOf(entry.Contents)).toMatchObject({ id: made.id, chatType: 'group' });
    expect(execution.entries).toHaveLength(1);
    expect(bodyOf(requests)).toEqual(['/v1.0/chats']);
  });

  test('finds the chat of two that there is, and says so (5.2-e)', async () => {
    const { entry } = await bench.run('msgraph-teams-create-chat', {
      type: 'oneOnOne',
      members: 'noor@contoso.example',
    });
    expect(entry.HumanReadable).toMatch(
      /^### The chat with Noor Haddad \(noor@contoso\.example\) was there already/,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({ ID: bench.chat('noor').id });
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toMatchObject([{ Existing: true }]);
  });

  test('makes one of two, without a subject, which it says it left out', async () => {
    const args = { type: 'oneOnOne', members: 'ingrid@contoso.example', subject: 'Hello' };
    const { execution, entry } = await bench.run('msgraph-teams-create-chat', args);
    expect(entry.HumanReadable).toMatch(
      /^### The chat with Ingrid Halvorsen \(ingrid@contoso\.example\) was created/,
    );
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toMatchObject([{ Existing: false }]);
    expect(execution.entries[1]).toMatchObject({
      Type: 11,
      HumanReadable: expect.stringContaining('no subject'),
    });
    expect(bench.chat('ingrid').topic).toBeNull();
  });

  test('says that it does not know where the age of a chat does not tell', async () => {
    await bench.run('msgraph-teams-create-chat', { type: 'oneOnOne', members: 'ingrid@contoso.example' });
    bench.clock.advance(30_000);
    const { execution, entry } = await bench.run('msgraph-teams-create-chat', {
      type: 'oneOnOne',
      members: 'ingrid@contoso.example',
    });
    expect(entry.HumanReadable).toMatch(/^### There is a chat with Ingrid Halvorsen/);
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toMatchObject([{ Existing: null }]);
    expect(execution.entries[1]?.HumanReadable).toContain('cannot be told');
  });

  test.each([
    ['two others', 'noor@contoso.example,tomas@contoso.example'],
    ['only the caller', 'adele@contoso.example'],
  ])('a chat of two is not made with %s (5.2-d)', async (_, members) => {
    const { entry, requests } = await bench.run('msgraph-teams-create-chat', { type: 'oneOnOne', members });
    expect(entry.Contents).toContain('takes exactly one other person');
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  test.each([
    ['newstarter', /Pia Nyberg \(newstarter@contoso\.example\) has no license for Teams/],
    ['kofi', /kofi@contoso\.example\) is kept out of chats by a policy/],
    ['nobody', /Nobody in the tenant is called "nobody@contoso\.example"/],
  ])('names %s and the reason, where Teams refuses somebody', async (name, said) => {
    const before = bench.sandbox.chats().length;
    const members = ['noor@contoso.example', `${name}@contoso.example`];
    const { entry } = await bench.run('msgraph-teams-create-chat', { subject: 'x', members });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(said);
    expect(bench.sandbox.chats()).toHaveLength(before);
  });

  test('takes a whole display name, and no name of several (5.2-h)', async () => {
    const { entry } = await bench.run('msgraph-teams-create-chat', {
      subject: 'x',
      members: ['Noor Haddad'],
    });
    expect(entry.Type).toBe(1);
    expect(bench.chat('x').members.map(({ userId }) => userId)).toContain(personId('noor'));
    const nobody = await bench.run('msgraph-teams-create-chat', { subject: 'x', members: ['Noor'] });
    expect(nobody.entry.Contents).toContain('Nobody in the tenant is called "Noor"');
  });

  test('takes a mail address that is not the name somebody signs in with', async () => {
    await bench.run('msgraph-teams-create-chat', { subject: 'mail', members: 'MIA@fabrikam.example' });
    expect(bench.chat('mail').members.map(({ role }) => role)).toEqual(['owner', 'guest']);
  });

  test('a name of several people makes no chat, and names them', async () => {
    const { accessToken } = await bench.sandbox.signIn({ user: 'nadia.admin@contoso.example' });
    await fetch(`${bench.sandbox.url}/v1.0/users/zoe@contoso.example`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ displayName: 'Noor Haddad' }),
    });
    const before = bench.sandbox.chats().length;
    const { entry } = await bench.run('msgraph-teams-create-chat', {
      subject: 'x',
      members: ['noor haddad'],
    });
    expect(entry.Contents).toMatch(/"noor haddad" is the name of several people: .*noor@.*zoe@/);
    expect(bench.sandbox.chats()).toHaveLength(before);
  });

  test('works with the chat permissions alone, and says whom it took as typed', async () => {
    const instance = await signedInInstance(bench.sandbox, 'adele@contoso.example', {
      app: 'unprivileged',
      scopes: ['User.Read', 'Chat.Create'],
    });
    const members = ['noor@contoso.example', 'mia_fabrikam.example#EXT#@contoso.example'];
    const { execution, entry } = await bench.run(
      'msgraph-teams-create-chat',
      { subject: 'y', members },
      instance,
    );
    expect(entry.Type).toBe(1);
    expect(bench.chat('y').members.map(({ role }) => role)).toEqual(['owner', 'owner', 'guest']);
    expect(execution.entries.at(-1)?.HumanReadable).toContain('User.ReadBasic.All');
  });

  test('a first message that fails leaves the chat, and says so in red', async () => {
    bench.sandbox.faults.push({ kind: '500', match: { method: 'POST', path: /messages/ } });
    const { execution, entry } = await bench.run('msgraph-teams-create-chat', {
      subject: 'z',
      members: 'noor@contoso.example',
      message: 'hi',
    });
    expect(entry.Type).toBe(1);
    expect(execution.entries.at(-1)).toMatchObject({
      Type: 4,
      Contents: expect.stringContaining(`The chat ${bench.chat('z').id} is there`),
    });
  });

  test('binds people by a link to the Graph of the instance (rule R13)', async () => {
    const app = sandboxInstance(bench.sandbox, undefined, { delegated_user: 'adele@contoso.example' });
    const { entry } = await bench.run(
      'msgraph-teams-create-chat',
      { subject: 'by app', members: "o'brien@contoso.example" },
      app,
    );
    expect(entry.Type).toBe(1);
    expect(bench.chat('by app').members).toHaveLength(2);
  });
});

describe('msgraph-teams-update-chat', () => {
  test('renames a group, in the known form, and keeps the name before', async () => {
    const chat = bench.chat("O'Brien's case");
    const { execution, entry } = await bench.run('msgraph-teams-update-chat', {
      chat_id: chat.id,
      subject: 'Case 12',
    });
    expect(entry.HumanReadable).toMatch(
      /^### The chat was updated with subject: Case 12\n\|Subject\|Created\|LastUpdatedTime\|Type\|ID\|/,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({
      ID: chat.id,
      Subject: 'Case 12',
      UserID: personId('adele'),
    });
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toEqual([
      { ID: chat.id, Action: 'update-chat', Subject: 'Case 12', SubjectBefore: "O'Brien's case" },
    ]);
    expect(execution.entries).toHaveLength(1);
    expect(bench.chat('Case 12').id).toBe(chat.id);
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

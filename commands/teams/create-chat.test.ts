import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
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
    const { createdDateTime, lastUpdatedDateTime } = made;
    expect(entry.HumanReadable).toBe(
      `### The chat was created with subject: INC-4711\n|Subject|Created|LastUpdatedTime|Type|ID|\n|---|---|---|---|---|\n| INC-4711 | ${createdDateTime} | ${lastUpdatedDateTime} | group | ${made.id} |\n`,
    );
    expect(contextUnder(entry, 'MSGraphTeamsChat')).toEqual({
      ID: made.id,
      Subject: 'INC-4711',
      Created: createdDateTime,
      LastUpdatedTime: lastUpdatedDateTime,
      Type: 'group',
      UserID: personId('adele'),
      WebUrl: expect.stringContaining(encodeURIComponent(made.id)),
      TenantID: bench.sandbox.tenantId,
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

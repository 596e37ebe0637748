import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { contextUnder, objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { granted } from '../../test_data/token-endpoint.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';

let bench: ChatBench;
let server: ScriptedServer | undefined;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await bench.close();
});

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

describe('msgraph-teams-list-members', () => {
  test('shows the members in the known form, and what it takes to act on them', async () => {
    const { entry, requests } = await bench.run('msgraph-teams-list-members', {
      chat_id: bench.chat(CASE).id,
    });
    const members = objectsOf(contextUnder(entry, 'MSGraphTeamsChatMember'));
    expect(entry.HumanReadable).toMatch(
      /^### Total of 2 members found\n\|Name\|HistoryStartTime\|ID\|ChatID\|Email\|Roles\|UserID\|\n/,
    );
    expect(Object.keys(entry.EntryContext ?? {})).toEqual([
      'MSGraphTeamsChatMember(val.ID && val.ID == obj.ID)',
    ]);
    expect(members[1]).toEqual({
      ID: expect.stringMatching(/^MCMj/),
      Name: "Shane O'Brien",
      HistoryStartTime: '0001-01-01T00:00:00Z',
      ChatID: bench.chat(CASE).id,
      UserID: person("o'brien").id,
      Email: "o'brien@contoso.example",
      Roles: ['owner'],
      TenantID: bench.sandbox.tenantId,
    });
    expect(objectsOf(entry.Contents)).toHaveLength(2);
    expect(requests).toHaveLength(1);
  });

  test('shows a hostile name as text', async () => {
    const { entry } = await bench.run('msgraph-teams-list-members', { chat: 'Incident 4711 war room' });
    expect(entry.HumanReadable).toContain('| \\<Alex> "O\'Neil" & Søn |');
  });

  test('reads every page of a large chat (5.5)', async () => {
    const chatId = '19:abc@thread.v2';
    const page = (...ids: readonly string[]) => ids.map((id) => ({ id, displayName: 'x' }));
    const instance = await scripted((path, url) =>
      path.includes('skiptoken')
        ? { value: page('m2') }
        : { value: page('m0', 'm1'), '@odata.nextLink': `${url}${path}?$skiptoken=a` },
    );
    const { entry } = await bench.run('msgraph-teams-list-members', { chat_id: chatId }, instance);

    const members = objectsOf(contextUnder(entry, 'MSGraphTeamsChatMember'));
    expect(members.map(({ ID }) => ID)).toEqual(['m0', 'm1', 'm2']);
  });

  test('an empty list is no member (5.5)', async () => {
    const instance = await scripted(() => ({ value: [] }));
    const { entry } = await bench.run(
      'msgraph-teams-list-members',
      { chat_id: '19:abc@thread.v2' },
      instance,
    );
    expect(entry).toMatchObject({ Type: 1, HumanReadable: '### No members were found', EntryContext: {} });
  });
});

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

  test('nobody added is an error', async () => {
    const { execution } = await bench.run('msgraph-teams-add-member', {
      chat: CASE,
      user_id: 'a@b.example,c@d.example',
    });
    expect(execution.entries).toHaveLength(1);
    expect(execution.entries[0]?.Type).toBe(4);
  });
});

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
    expect(contextUnder(entry, 'MSGraphTeamsAction')).toMatchObject([
      { Action: 'remove-member', UserID: person('tomas').id, ID: expect.stringMatching(/^MCMj/) },
    ]);
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

test('a person without a license for Teams is told so', async () => {
  const instance = await signedInInstance(bench.sandbox, 'newstarter@contoso.example');
  const { entry } = await bench.run('msgraph-teams-list-chats', {}, instance);
  expect(entry).toMatchObject({
    Type: 4,
    Contents: expect.stringContaining('Whoever signed in has no license for Teams'),
  });
});

/** An instance whose Graph answers by script, and whose sign-in is always granted. */
async function scripted(answer: (path: string, url: string) => object): Promise<Instance> {
  const graph: ScriptedServer = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? granted('token') : { status: 200, body: answer(url, graph.url) },
  );
  server = graph;
  return sandboxInstance(bench.sandbox, 'soar', { url: graph.url, azure_ad_endpoint: graph.url });
}

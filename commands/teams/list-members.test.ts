import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { contextUnder, objectsOf } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { granted } from '../../test_data/token-endpoint.js';
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

/** An instance whose Graph answers by script, and whose sign-in is always granted. */
async function scripted(answer: (path: string, url: string) => object): Promise<Instance> {
  const graph: ScriptedServer = await startScriptedServer(({ url }) =>
    url.includes('/oauth2/') ? granted('token') : { status: 200, body: answer(url, graph.url) },
  );
  server = graph;
  return sandboxInstance(bench.sandbox, 'soar', { url: graph.url, azure_ad_endpoint: graph.url });
}

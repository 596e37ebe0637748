import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { granted } from '../../test_data/token-endpoint.js';

const CHAT = '19:abc@thread.v2';
const adele = { id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Adele', userType: 'Member' };
const noor = { id: 'aaaaaaaa-0000-4000-8000-000000000002', displayName: 'Noor', userType: 'Member' };
const mia = { id: 'aaaaaaaa-0000-4000-8000-000000000003', displayName: 'Mia', userType: 'Guest' };

let bench: ChatBench;
let server: ScriptedServer;
let instance: Instance;
let seenBefore = 0;
beforeAll(async () => {
  bench = await openChatBench();
  server = await startScriptedServer(({ method, url }) => {
    if (url.includes('/oauth2/')) return granted('token');
    if (url.includes('/users/noor')) return { status: 200, body: noor };
    if (url.includes('/users/mia')) return { status: 200, body: mia };
    if (url.includes('/users/')) return { status: 200, body: adele };
    const created = new Date(bench.clock.now()).toISOString();
    const headers = { location: `/chats/${CHAT}/members/m1` };
    return method === 'POST' && url.endsWith('/members')
      ? { status: 201, headers }
      : { status: 201, body: { id: CHAT, chatType: 'group', createdDateTime: created } };
  });
  instance = sandboxInstance(bench.sandbox, 'soar', {
    url: server.url,
    azure_ad_endpoint: server.url,
    delegated_user: 'adele@contoso.example',
  });
});
beforeEach(() => {
  seenBefore = server.seen.length;
});
afterAll(async () => {
  await server.close();
  await bench.close();
});

const member = (person: { readonly id: string }, role: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: [role],
  'user@odata.bind': `${server.url}/v1.0/users('${person.id}')`,
});

/** What was sent, and nothing else that writes. */
function sent(): readonly unknown[] {
  return server.seen
    .slice(seenBefore)
    .filter(({ method, url }) => method !== 'GET' && !url.includes('/oauth2/'))
    .map(({ body }): unknown => JSON.parse(body));
}

test('a group is sent with everybody in it once, a role each, bound at the Graph of the instance (rule R13)', async () => {
  const members = ['noor@contoso.example', 'mia@contoso.example', 'adele@contoso.example'];
  await bench.run('msgraph-teams-create-chat', { subject: 'INC-4711', members }, instance);
  expect(sent()).toEqual([
    {
      chatType: 'group',
      topic: 'INC-4711',
      members: [member(adele, 'owner'), member(noor, 'owner'), member(mia, 'guest')],
    },
  ]);
});

test('a chat of two is sent with two, and without a topic', async () => {
  const args = { type: 'oneOnOne', subject: 'x', members: 'noor@contoso.example' };
  await bench.run('msgraph-teams-create-chat', args, instance);
  expect(sent()).toEqual([
    { chatType: 'oneOnOne', members: [member(adele, 'owner'), member(noor, 'owner')] },
  ]);
});

test.each([
  [{}, { visibleHistoryStartDateTime: '0001-01-01T00:00:00Z' }],
  [{ share_history: 'no' }, {}],
  [
    { history_start: '2026-02-20T00:00:00+01:00' },
    { visibleHistoryStartDateTime: '2026-02-19T23:00:00.000Z' },
  ],
])('a new member is sent with %j as %j', async (args, history) => {
  const wish = { chat_id: CHAT, user_id: 'mia@contoso.example', ...args };
  const { entry } = await bench.run('msgraph-teams-add-member', wish, instance);
  expect(entry.Type).toBe(1);
  expect(sent()).toEqual([{ ...member(mia, 'guest'), ...history }]);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../index.js';
import {
  chatNamed,
  chatPath,
  chatWith,
  each,
  invited,
  items,
  linkOf,
  refusal,
  tokenOf,
} from '../../raw-chats.js';
import { get, member, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let adele: string;
let id: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock, users: 300 });
  adele = await tokenOf(sandbox, 'adele');
  id = chatNamed(sandbox, "O'Brien's case").id;
});
afterEach(() => sandbox.close());

async function add(name: string, role?: string, more?: object): Promise<RawAnswer> {
  return write(sandbox, adele, 'POST', chatPath(id, 'members'), invited(name, role, more));
}

async function historyOf(name: string): Promise<unknown> {
  const { json } = await get(sandbox, adele, chatPath(id, 'members'));
  const shown = [member(json, 'value')]
    .flat()
    .find((item) => member(item, 'email') === `${name}@contoso.example`);
  return member(shown, 'visibleHistoryStartDateTime');
}

describe('the members of a chat', () => {
  test('have opaque IDs that are not those of people', async () => {
    const answer = await get(sandbox, adele, chatPath(id, 'members'));
    const [first] = items(answer);
    expect(answer.json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#chats('${encodeURIComponent(id)}')/members`,
      '@odata.count': 2,
    });
    const shown = {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: expect.stringMatching(/^MCMj[\w+/]+=*$/),
      roles: ['owner'],
      displayName: 'Adele Winterbourne',
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId: sandbox.people()[2]?.id,
      email: 'adele@contoso.example',
      tenantId: sandbox.tenantId,
    };
    expect(first).toEqual(shown);
    const one = await get(sandbox, adele, chatPath(id, 'members', String(member(first, 'id'))));
    expect(one.json).toEqual({ '@odata.context': expect.any(String), ...shown });
    expect((await get(sandbox, adele, chatPath(id, 'members', shown.userId ?? ''))).status).toBe(404);
  });

  test('tell guests and people of other organizations apart', async () => {
    const answer = await get(
      sandbox,
      adele,
      chatPath(chatNamed(sandbox, 'Incident 4711 war room').id, 'members'),
    );
    expect(items(answer).slice(-2)).toMatchObject([
      { displayName: 'Mia Sorensen', roles: ['guest'], tenantId: sandbox.tenantId },
      { displayName: expect.stringMatching(/^<Alex>/), roles: ['owner'] },
    ]);
    expect(each(answer, 'tenantId').at(-1)).not.toBe(sandbox.tenantId);
  });

  test('come in pages of a hundred', async () => {
    const people = sandbox.people().slice(31, 280);
    const members = people.map(({ userPrincipalName }) => invited(userPrincipalName.split('@')[0] ?? ''));
    const body = { chatType: 'group', members: [invited('adele'), ...members] };
    const made = await write(sandbox, adele, 'POST', '/v1.0/chats', body);
    const large = String(member(made.json, 'id'));
    const seen: unknown[] = [];
    const sizes: number[] = [];
    for (let link: string | undefined = chatPath(large, 'members'); link !== undefined;) {
      const page: RawAnswer = await get(sandbox, adele, link);
      seen.push(...each(page, 'userId'));
      sizes.push(items(page).length);
      link = linkOf(sandbox, page);
    }
    expect([sizes, new Set(seen).size]).toEqual([[100, 100, 50], 250]);
    const extra = await write(sandbox, adele, 'POST', chatPath(large, 'members'), invited('noor'));
    expect(refusal(extra)[2]).toContain('250');
    expect((await get(sandbox, adele, `${chatPath(large, 'members')}?$select=id`)).status).toBe(400);
  });

  test('are added without a body in the answer, only with the place of the membership', async () => {
    const answer = await add('noor');
    expect([answer.status, answer.text]).toEqual([201, '']);
    const location = String(answer.headers['location']);
    const [, chat, membership] = /^\/chats\/(.+)\/members\/(.+)$/.exec(location) ?? [];
    expect(chat).toBe(id);
    const found = await get(sandbox, adele, chatPath(id, 'members', membership ?? ''));
    expect(member(found.json, 'displayName')).toBe('Noor Haddad');
    expect(sandbox.messagesOf(id).at(-1)?.eventDetail).toMatchObject({
      '@odata.type': '#microsoft.graph.membersAddedEventMessageDetail',
    });
  });

  test('see the history they are given: all, none, or from a day on', async () => {
    await add('noor', 'owner', { visibleHistoryStartDateTime: '0001-01-01T00:00:00Z' });
    await add('hanna');
    await add('zoe', 'owner', { visibleHistoryStartDateTime: '2026-02-20T00:00:00Z' });
    expect([await historyOf('noor'), await historyOf('hanna'), await historyOf('zoe')]).toEqual([
      '0001-01-01T00:00:00Z',
      '2026-03-02T08:41:17.651Z',
      '2026-02-20T00:00:00.000Z',
    ]);
    const seen = async (name: string) =>
      each(await get(sandbox, await tokenOf(sandbox, name), chatPath(id, 'messages')), 'body', 'content');
    expect(await seen('noor')).toContain('<p>File is with Legal.</p>');
    expect(await seen('hanna')).not.toContain('<p>File is with Legal.</p>');
  });

  test('are refused with an empty or bad history, the wrong role, twice, or unknown', async () => {
    const answers = [
      await add('noor', 'owner', { visibleHistoryStartDateTime: '' }),
      await add('noor', 'owner', { visibleHistoryStartDateTime: 'yesterday' }),
      await add('noor', 'owner', { roles: [] }),
      await add('mia_fabrikam.example#EXT#', 'owner'),
      await add("o'brien"),
      await add('nobody'),
      await add('newstarter'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 409, 404, 403]);
    expect((await add('mia_fabrikam.example#EXT#', 'guest')).status).toBe(201);
  });

  test('are removed by membership, and then do not see the chat any more', async () => {
    await add('noor');
    const [, , membership] = each(await get(sandbox, adele, chatPath(id, 'members')), 'id');
    const noor = await tokenOf(sandbox, 'noor');
    expect((await get(sandbox, noor, chatPath(id))).status).toBe(200);
    const removed = await write(sandbox, adele, 'DELETE', chatPath(id, 'members', String(membership)));
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect((await get(sandbox, noor, chatPath(id))).status).toBe(403);
    expect((await write(sandbox, adele, 'DELETE', chatPath(id, 'members', String(membership)))).status).toBe(
      404,
    );
    const noorId = sandbox.people()[1]?.id ?? '';
    expect((await write(sandbox, adele, 'DELETE', chatPath(id, 'members', noorId))).status).toBe(404);
  });

  test('of two people, and of a meeting, stay as they are', async () => {
    const pair = chatWith(sandbox, 'noor').id;
    const [first] = each(await get(sandbox, adele, chatPath(pair, 'members')), 'id');
    const meeting = chatNamed(sandbox, 'Weekly security review').id;
    const answers = [
      await write(sandbox, adele, 'POST', chatPath(pair, 'members'), invited('hanna')),
      await write(sandbox, adele, 'DELETE', chatPath(pair, 'members', String(first))),
      await write(sandbox, adele, 'POST', chatPath(meeting, 'members'), invited('hanna')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 403]);
  });

  test('cannot be removed by a guest', async () => {
    const room = chatNamed(sandbox, 'Incident 4711 war room').id;
    const mia = await tokenOf(sandbox, 'mia_fabrikam.example#EXT#');
    const ids = each(await get(sandbox, mia, chatPath(room, 'members')), 'id').map(String);
    expect((await write(sandbox, mia, 'DELETE', chatPath(room, 'members', ids[0] ?? ''))).status).toBe(403);
    expect((await write(sandbox, mia, 'DELETE', chatPath(room, 'members', ids[3] ?? ''))).status).toBe(204);
  });
});

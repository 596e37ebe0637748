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
import { get, member, signIn, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let adele: string;
const clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => clock, users: 60 });
  adele = await tokenOf(sandbox, 'adele');
});
afterEach(() => sandbox.close());

async function list(query: Record<string, string> = {}, path = '/v1.0/chats'): Promise<RawAnswer> {
  return get(sandbox, adele, `${path}?${new URLSearchParams(query).toString()}`);
}

async function pages(first: RawAnswer): Promise<RawAnswer[]> {
  const all = [first];
  for (let link = linkOf(sandbox, first); link !== undefined;) {
    const page = await get(sandbox, adele, link);
    all.push(page);
    link = linkOf(sandbox, page);
  }
  return all;
}

async function create(body: object, token = adele): Promise<RawAnswer> {
  return write(sandbox, token, 'POST', '/v1.0/chats', body);
}

describe('the list of chats', () => {
  test('holds one’s own chats in full, under each of its paths, with the number on the page', async () => {
    const answers = [
      await list(),
      await list({}, '/v1.0/me/chats'),
      await list({}, '/v1.0/users/adele@contoso.example/chats'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(items(answer)).toHaveLength(9);
      expect(member(answer.json, '@odata.count')).toBe(9);
      expect(each(answer, 'topic')).not.toContain('Payroll');
      expect(answer.json).not.toHaveProperty('@odata.nextLink');
    }
    const shown = items(await list()).find((item) => member(item, 'topic') === "O'Brien's case");
    const truth = chatNamed(sandbox, "O'Brien's case");
    expect(shown).toEqual({
      id: truth.id,
      topic: "O'Brien's case",
      createdDateTime: truth.createdDateTime,
      lastUpdatedDateTime: truth.lastUpdatedDateTime,
      chatType: 'group',
      webUrl: expect.stringContaining(encodeURIComponent(truth.id)),
      tenantId: sandbox.tenantId,
      onlineMeetingInfo: null,
      viewpoint: { isHidden: false, lastMessageReadDateTime: '0001-01-01T00:00:00Z' },
    });
  });

  test('has pages of 20 and at most 50, and opaque links that lead to each chat once', async () => {
    for (let index = 0; index < 15; index += 1) {
      await create({
        chatType: 'group',
        topic: `Case ${index}`,
        members: [invited('adele'), invited('noor')],
      });
    }
    expect(items(await list())).toHaveLength(20);
    const all = await pages(await list({ $top: '7' }));
    expect(all.map((page) => items(page).length)).toEqual([7, 7, 7, 3]);
    expect(new Set(all.flatMap((page) => each(page, 'id'))).size).toBe(24);
    expect(linkOf(sandbox, all[0] ?? (await list()))).toMatch(/^\/v1\.0\/chats\?\$top=7&\$skiptoken=/);
    expect(items(await list({ $top: '50' }))).toHaveLength(24);
    expect(refusal(await list({ $top: '51' }))).toEqual([
      400,
      'BadRequest',
      "The query specified in the URI is not valid. The limit of '50' for Top query has been exceeded. The value from the incoming request is '51'.",
      undefined,
    ]);
    expect((await list({ $skiptoken: 'forged' })).status).toBe(400);
  });

  test('sorts by the newest message where asked, and ignores any other order', async () => {
    const usual = each(await list(), 'id');
    const sorted = await list({
      $orderby: 'lastMessagePreview/createdDateTime desc',
      $expand: 'lastMessagePreview,members',
    });
    const times = each(sorted, 'lastMessagePreview', 'createdDateTime').filter((time) => time !== undefined);
    expect(times.length).toBeGreaterThan(6);
    expect(times).toEqual([...times].map(String).sort().reverse());
    expect(each(sorted, 'id')).not.toEqual(usual);
    expect(each(await list({ $orderby: 'topic desc' }), 'id')).toEqual(usual);
  });

  test('expands at most 25 members and the newest message, without options inside', async () => {
    const people = sandbox.people().slice(31, 60);
    const members = people.map(({ userPrincipalName }) => invited(userPrincipalName.split('@')[0] ?? ''));
    await create({ chatType: 'group', topic: 'All hands', members: [invited('adele'), ...members] });
    const answer = await list({ $filter: "topic eq 'all hands'", $expand: 'members', $top: '50' });
    expect(member(answer.json, '@odata.context')).toBe(`${sandbox.url}/v1.0/$metadata#chats(members())`);
    expect(chatNamed(sandbox, 'All hands').members).toHaveLength(30);
    expect(each(answer, 'members').map((value) => (Array.isArray(value) ? value.length : 0))).toEqual([25]);
    expect((await list({ $expand: 'members($select=id)' })).status).toBe(400);
    expect((await list({ $expand: 'tabs' })).status).toBe(400);
  });

  test.each([
    ["topic eq 'O''Brien''s case'", 1],
    ["topic eq 'phishing'", 2],
    ["chatType eq 'oneOnOne'", 3],
    ["chatType eq 'group' and topic ne null", 4],
    ['lastUpdatedDateTime gt 2026-02-16T13:00:00Z', 5],
    ["members/any(m:m/displayName eq 'Zoë Brückner')", 1],
    ["members/any(m:m/microsoft.graph.aadUserConversationMember/email eq 'mia@fabrikam.example')", 1],
  ])('can be filtered by %s', async ($filter, count) => {
    expect(items(await list({ $filter, $top: '50' }))).toHaveLength(count);
  });

  test.each([
    "contains(topic,'case')",
    "members/any(m:m/userId eq 'x')",
    "webUrl eq 'x'",
    "topic gt 'a'",
    'topic eq',
  ])('cannot be filtered by %s', async ($filter) => {
    expect((await list({ $filter })).status).toBe(400);
  });

  test('filters page by page, so that a page may be empty and still lead on', async () => {
    const all = await pages(await list({ $filter: "topic eq 'Phishing'", $top: '1' }));
    expect(all).toHaveLength(9);
    expect(all.map((page) => items(page).length).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(member(all.find((page) => items(page).length === 0)?.json, '@odata.count')).toBe(0);
  });

  test('refuses options that Teams does not have', async () => {
    expect(refusal(await list({ $search: 'x' }))[2]).toContain("Query option 'Search' is not allowed.");
    expect((await list({ $skip: '1' })).status).toBe(400);
    expect((await list({ $select: 'id,nonsense' })).status).toBe(400);
    expect(Object.keys(items(await list({ $select: 'id,chatType' }))[0] ?? {})).toEqual(['id', 'chatType']);
  });
});

describe('one chat', () => {
  test('is found under each of its paths, encoded or not, and costs no resource units', async () => {
    const { id } = chatWith(sandbox, 'noor');
    const paths = [
      chatPath(id),
      `/v1.0/chats/${id}`,
      `/v1.0/chats('${id}')`,
      `/v1.0/me/chats/${encodeURIComponent(id)}`,
      `/v1.0/users/adele@contoso.example/chats/${encodeURIComponent(id)}`,
    ];
    for (const path of paths) {
      const answer = await get(sandbox, adele, `${path}?$expand=members`);
      expect(answer.json).toMatchObject({ id, chatType: 'oneOnOne', topic: null, members: [{}, {}] });
      expect(answer.headers).not.toHaveProperty('x-ms-resource-unit');
    }
    expect((await get(sandbox, adele, `${chatPath(id)}?$expand=lastMessagePreview`)).status).toBe(400);
  });

  test('is a 404 where it is unknown, a 403 where it is not one’s own, a 400 where its ID is none', async () => {
    const payroll = chatNamed(sandbox, 'Payroll').id;
    expect(refusal(await get(sandbox, adele, chatPath('19:00ff@thread.v2')))).toEqual([
      404,
      'NotFound',
      'NotFound',
      undefined,
    ]);
    expect(refusal(await get(sandbox, adele, chatPath(payroll)))).toEqual([
      403,
      'Forbidden',
      'InsufficientPrivileges',
      expect.stringMatching(/^AclCheckFailed-.*is not a member/),
    ]);
    expect(refusal(await get(sandbox, adele, chatPath('nonsense')))).toEqual([
      400,
      'BadRequest',
      'Bad Request',
      'InvalidThreadId: nonsense',
    ]);
    expect((await get(sandbox, await signIn(sandbox), chatPath(payroll))).json).not.toHaveProperty(
      'viewpoint',
    );
    expect((await get(sandbox, await signIn(sandbox), chatPath(payroll))).status).toBe(200);
  });
});

describe('a new chat', () => {
  test('of a group has everybody in it, a name, and the event that made it', async () => {
    const answer = await create({
      chatType: 'group',
      topic: 'Boat house',
      members: [invited('adele'), invited('noor'), invited('mia_fabrikam.example#EXT#', 'guest')],
    });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#chats/$entity`,
      id: expect.stringMatching(/^19:[\da-f]{32}@thread\.v2$/),
      topic: 'Boat house',
      chatType: 'group',
      createdDateTime: '2026-03-02T08:41:17.651Z',
    });
    const truth = chatNamed(sandbox, 'Boat house');
    expect(truth.members.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['Adele Winterbourne', 'owner'],
      ['Noor Haddad', 'owner'],
      ['Mia Sorensen', 'guest'],
    ]);
    expect(sandbox.messagesOf(truth.id)).toMatchObject([
      { from: null, body: { content: '<systemEventMessage/>' }, messageType: 'systemEventMessage' },
    ]);
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'POST', acted: true });
  });

  test('of two people is the one they have already, and nothing is done', async () => {
    const before = sandbox.chats().length;
    const answer = await create({ chatType: 'oneOnOne', members: [invited('noor'), invited('adele')] });
    expect([answer.status, member(answer.json, 'id')]).toEqual([201, chatWith(sandbox, 'noor').id]);
    expect(sandbox.log.at(-1)?.acted).toBe(false);
    const fresh = await create({ chatType: 'oneOnOne', members: [invited('adele'), invited('hanna')] });
    expect(member(fresh.json, 'id')).toMatch(/^19:[\da-f-]{36}_[\da-f-]{36}@unq\.gbl\.spaces$/);
    expect(sandbox.chats()).toHaveLength(before + 1);
  });

  test('binds people by ID, by segment, and with an apostrophe doubled', async () => {
    const id =
      sandbox.people().find(({ userPrincipalName }) => userPrincipalName.startsWith('zoe@'))?.id ?? '';
    const bySegment = { 'user@odata.bind': `https://graph.microsoft.com/v1.0/users/${id}` };
    const members = [invited('adele'), invited("o'brien"), invited('zoe', 'owner', bySegment)];
    expect((await create({ chatType: 'group', members })).status).toBe(201);
    const elsewhere = { 'user@odata.bind': `https://evil.example/v1.0/users/${id}` };
    const bad = await create({
      chatType: 'group',
      members: [invited('adele'), invited('zoe', 'owner', elsewhere)],
    });
    expect(bad.status).toBe(400);
  });

  const two = [invited('adele'), invited('hanna')];
  const refused: [string, object, number, string][] = [
    ['without the caller', { chatType: 'group', members: [invited('noor')] }, 400, 'caller'],
    ['with somebody twice', { chatType: 'group', members: [...two, two[1]] }, 400, 'Duplicate chat members'],
    ['of one person with themselves', { chatType: 'oneOnOne', members: [two[0], two[0]] }, 400, 'one-on-one'],
    [
      'of three as oneOnOne',
      { chatType: 'oneOnOne', members: [...two, invited('noor')] },
      400,
      'exactly two',
    ],
    ['of two with a topic', { chatType: 'oneOnOne', topic: 'x', members: two }, 400, 'Topic'],
    ['with a colon in its name', { chatType: 'group', topic: 'a:b', members: two }, 400, "':'"],
    ['with a long name', { chatType: 'group', topic: 'x'.repeat(251), members: two }, 400, '250'],
    ['of another type', { chatType: 'meeting', members: two }, 400, 'meeting'],
    ['without roles', { chatType: 'group', members: [two[0], { ...two[1], roles: [] }] }, 400, 'roles'],
    [
      'without a type',
      { chatType: 'group', members: [two[0], { ...two[1], '@odata.type': '' }] },
      400,
      '@odata.type',
    ],
    [
      'with a guest as owner',
      { chatType: 'group', members: [two[0], invited('mia_fabrikam.example#EXT#')] },
      400,
      "it has to be 'guest'",
    ],
    [
      'with an employee as guest',
      { chatType: 'group', members: [two[0], invited('noor', 'guest')] },
      400,
      "'owner'",
    ],
    [
      'with nobody',
      { chatType: 'group', members: [two[0], invited('nobody')] },
      404,
      'nobody@contoso.example',
    ],
  ];
  test.each(refused)('is refused %s', async (_, body, status, words) => {
    const answer = await create(body);
    expect(refusal(answer).slice(0, 3)).toEqual([status, expect.any(String), expect.stringContaining(words)]);
    expect(sandbox.log.at(-1)?.acted).toBe(false);
  });

  const kept: [string, Record<string, unknown>, RegExp][] = [
    ['without a license', invited('newstarter'), /license information for the user newstarter@/],
    ['kept out by policy', invited('kofi'), /kofi@contoso\.example is not allowed to chat by policy/],
    [
      'of another organization',
      invited('vera', 'owner', { tenantId: 'd2b7a5a0-0000-4000-8000-000000000001' }),
      /Federation is not allowed with user vera@/,
    ],
  ];
  test.each(kept)('is refused, by name, for somebody %s', async (_, person, reason) => {
    const answer = await create({ chatType: 'group', members: [invited('adele'), person] });
    expect(refusal(answer)).toEqual([
      403,
      'Forbidden',
      'InsufficientPrivileges',
      expect.stringMatching(reason),
    ]);
  });

  test('cannot be made by somebody without a license', async () => {
    const token = await tokenOf(sandbox, 'temp42');
    const answer = await create({ chatType: 'group', members: [invited('temp42'), invited('noor')] }, token);
    expect(refusal(answer)[2]).toMatch(/^Failed to get license information for the user\./);
  });

  test('is made at /chats only', async () => {
    expect((await write(sandbox, adele, 'POST', '/v1.0/me/chats', { chatType: 'group' })).status).toBe(405);
  });

  test('can be made by an application that is not in it', async () => {
    const members = [invited('noor'), invited('hanna')];
    const answer = await create({ chatType: 'group', members }, await signIn(sandbox));
    expect([answer.status, member(answer.json, 'viewpoint')]).toEqual([201, undefined]);
  });
});

describe('a chat’s name', () => {
  test('can be changed and taken away, which the answer and an event tell', async () => {
    const { id } = chatNamed(sandbox, "O'Brien's case");
    const answer = await write(sandbox, adele, 'PATCH', chatPath(id), { topic: 'Closed' });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      id,
      topic: 'Closed',
      lastUpdatedDateTime: '2026-03-02T08:41:17.651Z',
    });
    expect(sandbox.messagesOf(id).at(-1)?.eventDetail).toMatchObject({
      '@odata.type': '#microsoft.graph.chatRenamedEventMessageDetail',
      chatDisplayName: 'Closed',
    });
    expect(
      member((await write(sandbox, adele, 'PATCH', chatPath(id), { topic: null })).json, 'topic'),
    ).toBeNull();
  });

  test('is refused for two people, with a colon, and beside anything else', async () => {
    const group = chatPath(chatNamed(sandbox, "O'Brien's case").id);
    const answers = [
      await write(sandbox, adele, 'PATCH', chatPath(chatWith(sandbox, 'noor').id), { topic: 'x' }),
      await write(sandbox, adele, 'PATCH', group, { topic: 'a: b' }),
      await write(sandbox, adele, 'PATCH', group, { topic: 'x', chatType: 'group' }),
      await write(sandbox, adele, 'PATCH', group, {}),
      await write(sandbox, adele, 'PATCH', chatPath(chatNamed(sandbox, 'Payroll').id), { topic: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 403]);
  });
});

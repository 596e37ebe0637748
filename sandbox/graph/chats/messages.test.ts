import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../index.js';
import { chatNamed, chatPath, chatWith, each, items, linkOf, refusal, tokenOf } from '../../raw-chats.js';
import { get, member, write, type RawAnswer } from '../../raw-client.js';

let sandbox: Sandbox;
let adele: string;
let id: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  sandbox = await startSandbox({ now: () => clock, longChatMessages: 3000 });
  adele = await tokenOf(sandbox, 'adele');
  id = chatWith(sandbox, 'noor').id;
});
afterEach(() => sandbox.close());

async function list(chatId = id, query: Record<string, string> = {}, headers = {}): Promise<RawAnswer> {
  const search = new URLSearchParams(query).toString();
  return get(sandbox, adele, `${chatPath(chatId, 'messages')}?${search}`, headers);
}

async function post(body: unknown, chatId = id): Promise<RawAnswer> {
  return write(sandbox, adele, 'POST', chatPath(chatId, 'messages'), body);
}

describe('the messages of a chat', () => {
  test('are shown in full, newest first, edited ones and reactions included', async () => {
    const answer = await list();
    expect(answer.json).toMatchObject({
      '@odata.context': `${sandbox.url}/v1.0/$metadata#chats('${encodeURIComponent(id)}')/messages`,
      '@odata.count': 4,
    });
    expect(each(answer, 'body', 'content')).toEqual([
      '<p>Please close 4711 tomorrow.</p>',
      '<p>Two phishing reports, both closed.</p>',
      '<p>Good 👍</p>',
      '<p>Morning. Anything from the night shift?</p>',
    ]);
    const [, edited, liked] = items(answer);
    expect(edited).toMatchObject({ lastEditedDateTime: '2026-02-16T08:09:00.651Z' });
    expect(liked).toMatchObject({ lastEditedDateTime: null, reactions: [{ reactionType: 'like' }] });
    const created = String(member(liked, 'createdDateTime'));
    expect(member(liked, 'id')).toBe(String(Date.parse(created)));
    expect(member(liked, 'etag')).not.toBe(member(liked, 'id'));
    expect(Object.keys(items(answer)[0] ?? {})).toEqual(
      'id replyToId etag messageType createdDateTime lastModifiedDateTime lastEditedDateTime deletedDateTime subject summary chatId importance locale webUrl channelIdentity policyViolation eventDetail from body attachments mentions reactions messageHistory'.split(
        ' ',
      ),
    );
  });

  test('keep what was deleted, and may be from nobody', async () => {
    const [, deleted] = items(await list(chatWith(sandbox, 'george').id));
    expect(deleted).toMatchObject({ deletedDateTime: expect.any(String), body: { content: '' } });
    const other = await list(chatWith(sandbox, 'tomas').id);
    expect(each(other, 'from').at(-1)).toBeNull();
    expect(each(other, 'messageType')).toEqual(['message', 'message']);
  });

  test('have IDs that are unique in their chat only', async () => {
    const one = each(await list(chatWith(sandbox, 'george').id), 'id');
    const two = each(await list(chatWith(sandbox, 'tomas').id), 'id');
    expect(one.filter((key) => two.includes(key))).toHaveLength(1);
  });

  test('hold system events of a type that only those see who ask for it', async () => {
    const room = chatNamed(sandbox, 'Incident 4711 war room').id;
    const plain = await list(room);
    const asked = await list(room, {}, { prefer: 'include-unknown-enum-members' });
    expect(each(plain, 'messageType').slice(-2)).toEqual(['unknownFutureValue', 'unknownFutureValue']);
    expect(each(asked, 'messageType').slice(-2)).toEqual(['systemEventMessage', 'systemEventMessage']);
    expect(items(plain).at(-1)).toMatchObject({
      from: null,
      body: { content: '<systemEventMessage/>' },
      eventDetail: { '@odata.type': '#microsoft.graph.membersAddedEventMessageDetail' },
    });
    expect(items(plain)[3]).toMatchObject({
      from: { user: null, application: { displayName: 'Alert Bot' } },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: expect.any(String) }],
    });
    expect(items(plain)[1]).toMatchObject({
      from: { user: { displayName: expect.stringMatching(/^<Alex>/), userIdentityType: 'federatedUser' } },
      body: { content: expect.stringContaining('<script>') },
    });
  });

  test('come 20 at a time and at most 50, and links lead to each of 3,000 once, whatever comes in meanwhile', async () => {
    const feed = chatNamed(sandbox, 'Alert feed').id;
    expect(items(await list(feed))).toHaveLength(20);
    expect(refusal(await list(feed, { $top: '999' }))[2]).toContain("The limit of '50' for Top query");
    const seen: unknown[] = [];
    for (let link: string | undefined = `${chatPath(feed, 'messages')}?$top=50`; link !== undefined;) {
      const page: RawAnswer = await get(sandbox, adele, link);
      seen.push(...each(page, 'id'));
      if (seen.length === 50) {
        expect((await post({ body: { content: 'new' } }, feed)).status).toBe(201);
        expect(linkOf(sandbox, page)).toMatch(/\?\$top=50&\$skiptoken=[\w%]+$/);
      }
      link = linkOf(sandbox, page);
    }
    expect([seen.length, new Set(seen).size]).toEqual([3000, 3000]);
  });

  test('are filtered only by the property they are sorted by, and only by its operators', async () => {
    const modified = { $orderby: 'lastModifiedDateTime desc' };
    const created = { $orderby: 'createdDateTime desc' };
    const count = async (query: Record<string, string>) => items(await list(id, query)).length;
    expect(await count({ ...modified, $filter: 'lastModifiedDateTime gt 2026-02-16T08:07:00Z' })).toBe(2);
    const range =
      'lastModifiedDateTime gt 2026-02-16T08:02:00Z and lastModifiedDateTime lt 2026-02-16T08:08:00Z';
    expect(await count({ ...modified, $filter: range })).toBe(1);
    expect(await count({ ...created, $filter: 'createdDateTime lt 2026-02-16T08:04:00Z' })).toBe(2);
    expect(await count({ $filter: 'lastModifiedDateTime gt 2026-02-16T08:07:00Z' })).toBe(4);
    expect(await count({ ...created, $filter: 'lastModifiedDateTime gt 2026-02-16T08:07:00Z' })).toBe(4);
    expect(await count({ ...modified, $filter: "from/user/id eq 'x'" })).toBe(4);
    expect(
      (await list(id, { ...modified, $filter: 'lastModifiedDateTime ge 2026-02-16T08:07:00Z' })).status,
    ).toBe(400);
    expect((await list(id, { ...created, $filter: 'createdDateTime gt 2026-02-16T08:07:00Z' })).status).toBe(
      400,
    );
  });

  test('are sorted downwards by one of two times, and take no other option', async () => {
    const times = each(await list(id, { $orderby: 'createdDateTime desc' }), 'createdDateTime').map(String);
    expect(times).toEqual([...times].sort().reverse());
    const answers = [
      await list(id, { $orderby: 'createdDateTime asc' }),
      await list(id, { $orderby: 'createdDateTime' }),
      await list(id, { $orderby: 'subject desc' }),
      await list(id, { $select: 'id' }),
      await list(id, { $skip: '1' }),
      await list(id, { $expand: 'replies' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(refusal(await list(id, { $select: 'id' }))[2]).toContain("Query option 'Select' is not allowed.");
  });

  test('can be read one by one', async () => {
    const [first] = each(await list(), 'id');
    const answer = await get(sandbox, adele, chatPath(id, 'messages', String(first)));
    expect(member(answer.json, 'body', 'content')).toBe('<p>Please close 4711 tomorrow.</p>');
    expect((await get(sandbox, adele, chatPath(id, 'messages', '1'))).status).toBe(404);
    expect((await get(sandbox, adele, chatPath(id, 'messages', 'constructor'))).status).toBe(404);
  });
});

describe('a message', () => {
  test('is sent by the person who signed in, and comes back whole', async () => {
    const before = sandbox.chats().find((chat) => chat.id === id)?.lastUpdatedDateTime;
    const answer = await post({ body: { content: 'a < b & c' } });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      id: '1772440877651',
      etag: '1772440877651',
      messageType: 'message',
      chatId: id,
      importance: 'normal',
      subject: null,
      from: { application: null, user: { displayName: 'Adele Winterbourne', userIdentityType: 'aadUser' } },
      body: { contentType: 'text', content: 'a < b & c' },
    });
    expect(sandbox.messagesOf(id).at(-1)?.body.content).toBe('a < b & c');
    expect(sandbox.chats().find((chat) => chat.id === id)?.lastUpdatedDateTime).toBe(before);
    expect(member((await post({ body: { content: 'again' } })).json, 'id')).toBe('1772440877652');
  });

  test('may be HTML, urgent, with a subject', async () => {
    const body = { contentType: 'html', content: '<b>now</b>' };
    const answer = await post({ body, importance: 'urgent', subject: 'Fire' });
    expect(answer.json).toMatchObject({ body, importance: 'urgent', subject: 'Fire' });
  });

  const card = (id: string, content: unknown = '{"type":"AdaptiveCard","version":"1.5"}') => ({
    id,
    contentType: 'application/vnd.microsoft.card.adaptive',
    content,
  });
  const html = (content: string) => ({ contentType: 'html', content });

  test('may carry an adaptive card, which its marker places', async () => {
    const answer = await post({ body: html('<attachment id="c1"></attachment>'), attachments: [card('c1')] });
    expect(answer.json).toMatchObject({ attachments: [{ ...card('c1'), contentUrl: null, name: null }] });
  });

  test('may mention people, whose escaped names pair with their markers', async () => {
    const noor = sandbox.people()[1];
    const mention = {
      id: 0,
      mentionText: '<Noor> & co',
      mentioned: { user: { id: noor?.id, displayName: 'x', userIdentityType: 'aadUser' } },
    };
    const good = await post({
      body: html('<at id="0">&lt;Noor&gt; &amp; co</at> hi'),
      mentions: [mention],
    });
    expect(good.json).toMatchObject({
      mentions: [{ id: 0, mentioned: { user: { id: noor?.id, displayName: 'Noor Haddad' } } }],
    });
    const bad = [
      { body: html('<at id="0"><Noor> & co</at>'), mentions: [mention] },
      { body: html('<at id="1">&lt;Noor&gt; &amp; co</at>'), mentions: [mention] },
      { body: html('hi'), mentions: [mention] },
      { body: html('<at id="0">x</at>') },
      { body: html('<at id="0">x</at>'), mentions: [{ ...mention, mentionText: 'x', mentioned: {} }] },
    ];
    for (const body of bad) expect((await post(body)).status).toBe(400);
  });

  const refused: [string, unknown, number][] = [
    ['without a body', {}, 400],
    ['without content', { body: { contentType: 'html' } }, 400],
    ['with nothing to say', { body: { content: ' ' } }, 400],
    ['in another format', { body: { contentType: 'markdown', content: 'x' } }, 400],
    ['of another importance', { body: { content: 'x' }, importance: 'low' }, 400],
    ['as a list', ['x'], 400],
    ['over 28 KB', { body: { content: 'x'.repeat(29_000) } }, 413],
    [
      'with a card as an object',
      { body: html('<attachment id="c"></attachment>'), attachments: [card('c', {})] },
      400,
    ],
    [
      'with a card that is none',
      { body: html('<attachment id="c"></attachment>'), attachments: [card('c', '{}')] },
      400,
    ],
    ['with a card and no marker', { body: html('x'), attachments: [card('c')] }, 400],
    ['with a marker and no card', { body: html('<attachment id="c"></attachment>') }, 400],
    [
      'with a card in plain text',
      { body: { content: '<attachment id="c">' }, attachments: [card('c')] },
      400,
    ],
  ];
  test.each(refused)('is refused %s', async (_, body, status) => {
    const count = sandbox.messagesOf(id).length;
    expect((await post(body)).status).toBe(status);
    expect(sandbox.messagesOf(id)).toHaveLength(count);
  });

  test('is refused in a chat of others', async () => {
    const answer = await post({ body: { content: 'x' } }, chatNamed(sandbox, 'Payroll').id);
    expect(refusal(answer)).toEqual([
      403,
      'Forbidden',
      'InsufficientPrivileges',
      expect.stringMatching(/^AclCheckFailed/),
    ]);
  });

  test('can be one of several in a batch', async () => {
    const requests = ['1', '2'].map((key) => ({
      id: key,
      method: 'POST',
      url: `/chats/${id}/messages`,
      headers: { 'content-type': 'application/json' },
      body: { body: { content: `part ${key}` } },
    }));
    const answer = await write(sandbox, adele, 'POST', '/v1.0/$batch', { requests });
    const statuses = [member(answer.json, 'responses')].flat().map((part) => member(part, 'status'));
    expect(statuses).toEqual([201, 201]);
    expect(
      sandbox
        .messagesOf(id)
        .slice(-2)
        .map(({ body }) => body.content),
    ).toEqual(['part 1', 'part 2']);
  });
});

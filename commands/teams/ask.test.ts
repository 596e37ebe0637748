import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Entry } from '../../integration/results/entry.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { contextUnder, objectOf } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { ADMINISTRATOR, signedInInstance } from '../../test_data/signed-in-instance.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench({ replies: [] });
});
afterEach(() => bench.close());

const NAME = 'msgraph-teams-ask';
const NOOR = 'noor@contoso.example';
const ROOM = 'Incident 4711 war room';

const ask = (args: Record<string, unknown>) => bench.run(NAME, { text: 'Was that you?', ...args });
const asked = (entry: Entry) => objectOf(contextUnder(entry, 'MSGraphTeamsAsk'));
const lastIn = (chatId: string) => bench.sandbox.messagesOf(chatId).at(-1);
const posts = (requests: readonly { method: string }[]) => requests.filter(({ method }) => method === 'POST');
const warningOf = (entries: readonly Entry[]) => entries.find(({ Type }) => Type === 11)?.HumanReadable ?? '';

describe('a question', () => {
  test('spells out what to answer, until when, and its code, and holds no link', async () => {
    const { entry, execution } = await ask({ user: NOOR, default: 'no', timeout: '30m' });
    const chat = bench.chat('noor');
    const sent = lastIn(chat.id);
    expect(sent?.body.contentType).toBe('html');
    expect(sent?.body.content).toMatch(
      /^Was that you\?<br><br>Please answer here with one of these:<br>- yes<br>- no<br>Until 2026-03-02 08:30 UTC\. Question #([A-Z][2-9]{3}): add #\1 to the answer if several questions are open\.$/,
    );
    expect(sent?.attachments).toEqual([]);
    expect(entry.HumanReadable).toBe(
      'Noor Haddad was asked, and has until 2026-03-02T08:30:00.000Z to answer.',
    );
    expect(entry).toMatchObject({ Type: 1, PollingCommand: 'msgraph-teams-ask-status', NextRun: '15' });
    expect(Object.keys(entry.EntryContext ?? {})).toEqual(['MSGraphTeamsAsk(val.ID && val.ID == obj.ID)']);
    expect(asked(entry)).toMatchObject({
      ID: `${chat.id}/${sent?.id ?? ''}`,
      ChatID: chat.id,
      MessageID: sent?.id,
      Question: 'Was that you?',
      Options: ['yes', 'no'],
      Default: 'no',
      Status: 'waiting',
      Answer: null,
      AnsweredBy: null,
      AskedUser: { DisplayName: 'Noor Haddad' },
      SessionsRevoked: false,
    });
    expect(execution.entries[0]?.Contents).toMatchObject({ id: sent?.id });
  });

  test('shows its text as typed, whatever markup it holds', async () => {
    await ask({ user: NOOR, text: 'Is <script>x</script> & "this" yours?\nReally?', options: 'open' });
    expect(lastIn(bench.chat('noor').id)?.body.content).toMatch(
      /^Is &lt;script&gt;x&lt;\/script&gt; &amp; &quot;this&quot; yours\?<br>Really\?<br><br>Please answer here, in your own words\.<br>Until/,
    );
  });

  test.each([
    ['chat_id', () => bench.chat('noor').id],
    ['chat', () => NOOR],
    ['user', () => 'Noor Haddad'],
  ])('finds the chat of two by %s, and makes none', async (name, value) => {
    const before = bench.sandbox.chats().length;
    const { entry } = await ask({ [name]: value(), sessions_revoked: true });
    expect(asked(entry)['ChatID']).toBe(bench.chat('noor').id);
    expect(bench.sandbox.chats()).toHaveLength(before);
  });

  test('to somebody without a chat makes the chat', async () => {
    const { entry } = await ask({ user: 'ingrid@contoso.example' });
    expect(asked(entry)['ChatID']).toBe(bench.chat('ingrid').id);
  });

  test('in a chat of several mentions the member who is asked', async () => {
    const { entry } = await ask({ chat: ROOM, user: 'tomas@contoso.example' });
    expect(asked(entry)['AskedUser']).toMatchObject({ DisplayName: 'Tomáš Dvořák' });
    const sent = lastIn(bench.chat(ROOM).id);
    expect(sent?.body.content).toMatch(/^<at id="0">Tomáš Dvořák<\/at> Was that you\?/);
    expect(sent?.mentions).toHaveLength(1);
  });

  test('is sent once, though its answer was lost', async () => {
    bench.sandbox.faults = [{ kind: 'reset-after', match: { method: 'POST', path: /messages/ } }];
    const { entry } = await ask({ chat_id: bench.chat('noor').id });
    expect(entry.PollingCommand).toBe('msgraph-teams-ask-status');
    const texts = bench.sandbox.messagesOf(bench.chat('noor').id).map(({ body }) => body.content);
    expect(texts.filter((text) => text.includes('Was that you?'))).toHaveLength(1);
  });

  test('as a dry run is only planned', async () => {
    const before = bench.sandbox.messagesOf(bench.chat('noor').id).length;
    const { entry, requests } = await ask({ chat_id: bench.chat('noor').id, dry_run: true });
    expect(entry.PollingCommand).toBeUndefined();
    expect(JSON.stringify(entry)).toContain('/messages');
    expect(posts(requests)).toEqual([]);
    expect(bench.sandbox.messagesOf(bench.chat('noor').id)).toHaveLength(before);
  });
});

describe('is refused', () => {
  test.each<[Record<string, unknown>, string]>([
    [{}, 'Nobody is named'],
    [{ chat_id: '19:x@thread.v2', chat: 'x' }, 'Give either chat_id or chat.'],
    [{ user: NOOR, text: '   ' }, 'text='],
    [{ user: NOOR, options: 'yes' }, 'options holds 1'],
    [{ user: NOOR, options: 'yes,YES!' }, 'read the same'],
    [{ user: NOOR, options: '👍,👎' }, 'no letters'],
    [{ user: NOOR, options: ['a,b', 'c'] }, 'options'],
    [{ user: NOOR, default: 'perhaps' }, 'none of the options: yes, no'],
    [{ user: NOOR, timeout: '59' }, 'from 60 seconds to 24 hours'],
    [{ user: NOOR, timeout: 'soon' }, 'timeout="soon" is not allowed'],
    [{ user: 'a/b' }, 'user'],
    [{ user: NOOR, answer: 'x' }, 'answer'],
  ])('before any request: %j', async (args, said) => {
    const { entry, requests } = await ask(args);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain(said);
    expect(requests).toEqual([]);
  });

  test('before any request: an application, because it has no chats of its own', async () => {
    for (const [name, args] of [
      [NAME, { user: NOOR, text: 'x' }],
      [
        'msgraph-teams-ask-status',
        {
          chat_id: '19:x@thread.v2',
          message_id: '1',
          asked_id: 'x',
          created: '2026-03-02T08:00:00Z',
          deadline: '2026-03-02T08:15:00Z',
        },
      ],
    ] as const) {
      const { entry, requests } = await bench.run(name, args, sandboxInstance(bench.sandbox));
      expect(entry.Type).toBe(4);
      expect(entry.Contents).toContain('works for a signed-in user only');
      expect(requests).toEqual([]);
    }
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['oneself', { user: 'adele@contoso.example' }, 'exactly one other person'],
    ['oneself in a chat', { chat: ROOM, user: 'adele@contoso.example' }, 'would ask themselves'],
    ['nobody in particular', { chat: ROOM }, 'Give user as well'],
    ['somebody who is not in the chat', { chat: ROOM, user: 'hanna@contoso.example' }, 'not a member'],
    ['a stranger', { user: 'nobody@contoso.example' }, 'Nobody in the tenant'],
  ])('%s, and nothing is sent', async (_who, args, said) => {
    const { entry, requests } = await ask(args);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain(said);
    expect(posts(requests)).toEqual([]);
  });

  test('in a chat that does not exist', async () => {
    const chat_id = '19:00000000000000000000000000000000@thread.v2';
    const { entry } = await ask({ chat_id });
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toContain(`Chat -> ${chat_id} does not exist`);
  });

  test('where the ID is odd, which stays one segment', async () => {
    const id = "19:x'y?z#Ω%41 &$top=1@thread.v2";
    const { entry, requests } = await ask({ chat_id: id });
    expect(entry.Type).toBe(4);
    expect(requests.map(({ path }) => path)).toEqual([`/v1.0/chats/${encodeURIComponent(id)}/members`]);
  });

  test.each([{ handle_error: true }, { handle_error: false }])(
    'for a user who does not exist, whatever handle_error says: %j (rule R27)',
    async (params) => {
      const instance = { ...bench.adele, params: { ...bench.adele.params, ...params } };
      const { entry } = await bench.run(NAME, { user: 'nobody@contoso.example', text: 'x' }, instance);
      expect(entry.Type).toBe(4);
    },
  );

  test('with the permission that is missing', async () => {
    const reader = await signedInInstance(bench.sandbox, 'adele@contoso.example', { app: 'reader' });
    const args = { chat_id: bench.chat('noor').id, text: 'x' };
    const { entry } = await bench.run(NAME, args, reader);
    expect(entry.Contents).toMatch(/403 Forbidden/);
  });
});

describe('whether the answer can be trusted', () => {
  test('is said with the manager to ask instead, while the sessions go on', async () => {
    const { execution } = await ask({ user: 'george@contoso.example', text: 'Was `that` you?' });
    const warning = warningOf(execution.entries);
    expect(warning).toContain('were not ended in the 24 hours before the question');
    expect(warning).toContain('whoever holds the account may be the one who answers');
    expect(warning).toMatch(
      /The manager is \S.*To ask them instead: `!msgraph-teams-ask user="\S+@contoso\.example" text="About George.*: Was 'that' you\?" options="yes,no"`/,
    );
  });

  test('is not doubted once the sessions were revoked, for a day', async () => {
    const admin = await signedInInstance(bench.sandbox, ADMINISTRATOR);
    await bench.run('msgraph-user-session-revoke', { user: NOOR, reason: 'INC-4711' }, admin);
    bench.clock.advance(23 * 3600 * 1000);
    const first = await ask({ user: NOOR });
    expect(warningOf(first.execution.entries)).toBe('');
    expect(asked(first.entry)['SessionsRevoked']).toBe(true);
    bench.clock.advance(2 * 3600 * 1000);
    expect(asked((await ask({ user: NOOR })).entry)['SessionsRevoked']).toBe(false);
  });

  test('is taken as known, and not looked up, with sessions_revoked=true', async () => {
    const { execution, requests } = await ask({ chat_id: bench.chat('noor').id, sessions_revoked: true });
    expect(warningOf(execution.entries)).toBe('');
    expect(requests.filter(({ path }) => path.includes('/users/'))).toEqual([]);
  });

  test('is in doubt where the directory cannot be read, which stops nothing (rule R34)', async () => {
    bench.sandbox.faults = [{ kind: '500', match: { path: /\/users\// } }];
    const { execution, entry } = await ask({ chat_id: bench.chat('noor').id });
    expect(entry.PollingCommand).toBe('msgraph-teams-ask-status');
    expect(warningOf(execution.entries)).toContain('could not be read');
    expect(asked(entry)['SessionsRevoked']).toBeNull();
  });
});

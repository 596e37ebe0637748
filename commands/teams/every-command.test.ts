import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { type CommandMetadata } from '../../integration/command.js';
import { declarations } from '../../integration/dispatcher/declarations.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { type JsonObject } from '../../integration/json.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { contextUnder, objectOf, objectsOf } from '../../test_data/command-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { signedInInstance } from '../../test_data/signed-in-instance.js';

/** What it takes to run a command in a chat. */
interface Row {
  /** The chat, or whatever else it takes to name what it is about. */
  readonly where: (chatId: string, messageId: string) => JsonObject;
  /** Required arguments besides. */
  readonly args?: JsonObject;
  /** Arguments that hold one ID or name, which goes into a path. */
  readonly names: readonly string[];
  /** What names something that does not exist, and what is said of it. */
  readonly missing: readonly [JsonObject, RegExp];
}

const ROOM = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';
const MISSING = '19:00000000000000000000000000000000@thread.v2';
const noChat = [{ chat_id: MISSING }, /Chat -> 19:0{32}@thread\.v2 does not exist/] as const;
const nobody = /Nobody in the tenant is called "nobody@contoso\.example"/;
const noMessage = [{ message_id: '1' }, /Message -> 1 in chat -> 19:\w+@thread\.v2 does not exist/] as const;
const chat = (chat_id: string) => ({ chat_id });
const message = (chat_id: string, message_id: string) => ({ chat_id, message_id });
const times = { created: '2026-03-02T08:00:00Z', deadline: '2026-03-02T08:15:00Z' };
const violation: Row = {
  where: message,
  args: { dlp_action: 'BlockAccess' },
  names: ['chat_id', 'message_id'],
  missing: noMessage,
};

const rows: Readonly<Record<string, Row>> = {
  'msgraph-teams-list-chats': {
    where: () => ({}),
    names: ['user_id'],
    missing: [{ user_id: 'nobody@contoso.example' }, /nobody@contoso\.example|whoever signed in/],
  },
  'msgraph-teams-create-chat': {
    where: () => ({ members: 'tomas@contoso.example' }),
    names: ['members', 'user_id'],
    missing: [{ members: 'nobody@contoso.example' }, nobody],
  },
  'msgraph-teams-get-chat': { where: chat, names: ['chat_id', 'user_id'], missing: noChat },
  'msgraph-teams-update-chat': { where: chat, args: { subject: 'x' }, names: ['chat_id'], missing: noChat },
  'msgraph-teams-list-members': { where: chat, names: ['chat_id', 'user_id'], missing: noChat },
  'msgraph-teams-add-member': {
    where: chat,
    args: { user_id: 'hanna@contoso.example' },
    names: ['chat_id', 'user_id'],
    missing: noChat,
  },
  'msgraph-teams-remove-member': {
    where: chat,
    args: { user_id: 'tomas@contoso.example' },
    names: ['chat_id', 'user_id'],
    missing: noChat,
  },
  'msgraph-teams-list-messages': { where: chat, names: ['chat_id'], missing: noChat },
  'msgraph-teams-get-message': { where: message, names: ['chat_id', 'message_id'], missing: noMessage },
  'msgraph-teams-send-message': { where: chat, args: { body: 'x' }, names: ['chat_id'], missing: noChat },
  'msgraph-teams-ask': {
    where: chat,
    args: { text: 'Was that you?', user: 'tomas@contoso.example' },
    names: ['chat_id', 'user'],
    missing: noChat,
  },
  'msgraph-teams-ask-status': {
    where: message,
    args: { ...times, asked_id: 'x' },
    names: ['chat_id', 'message_id', 'asked_id'],
    missing: noChat,
  },
  'msgraph-teams-message-update-policy-violation': violation,
  'microsoft-teams-message-update-policy-violation': violation,
};

/** Commands of the family that are about the sign-in, and not about chats. */
const aboutSignIn = /-(?:test|generate-login-url|auth-\w+)$/;

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

const names = declarations
  .map(({ name }) => name)
  .filter((name) => name.includes('-teams-') && !aboutSignIn.test(name));

let bench: ChatBench;
beforeAll(async () => {
  bench = await openChatBench();
});
afterAll(() => bench.close());

test('every command about chats has a row here', () => {
  expect(Object.keys(rows).sort()).toEqual([...names].sort());
});

/** Whom a command works for. */
function instanceFor(name: string, params: JsonObject = {}): Instance {
  if (metadata[name]?.permissions.delegated.length === 0)
    return sandboxInstance(bench.sandbox, undefined, params);
  return { ...bench.adele, params: { ...bench.adele.params, ...params } };
}

const graphRequests = (requests: readonly { readonly method: string; readonly path: string }[]) =>
  requests.filter(({ path }) => !path.includes('/oauth2/'));

/** What can be no name and no ID. */
const BROKEN = ['../x', '..', '.', 'a/b', 'x\u0000', '  '];

/** What can, and has to stay one segment of a path. */
const ODD = [
  "19:x'y?z#Ω%41 &$top=1@thread.v2",
  'mia_fabrikam.example#EXT#@fabrikam.example',
  "o'reilly@fabrikam.example",
  '$svc@fabrikam.example',
  'søren@fabrikam.example',
  'x'.repeat(300),
  '%2e%2e',
];

const pairsOf = (names: readonly string[], ids: readonly string[]) =>
  names.flatMap((argument) => ids.map((id): [string, string] => [argument, id]));

/** Whether a segment is of our own making, or is the ID as a whole: as it is, or as a key in quotes. */
function isExpected(segment: string, id: string): boolean {
  if (/^(?:|v1\.0|me|chats|users|members|messages|manager)$/.test(segment)) return true;
  const text = decodeURIComponent(segment);
  const key = /^\w+\('(.*)'\)$/.exec(text)?.[1]?.replaceAll("''", "'");
  return (
    [text, key].includes(id) ||
    /^(?:19:\w+@thread\.v2|(?:tomas|hanna)@contoso\.example|[\da-f-]{36}|\d{13}|MCMj\w+=*)$/.test(text)
  );
}

describe.each(Object.entries(rows))('%s', (name, { where, args = {}, names: named, missing }) => {
  const base = { ...where(ROOM, '1771240920651'), ...args };

  test('works with the required arguments alone, a moment after the chat was made (rule R32)', async () => {
    const made = await bench.run('msgraph-teams-create-chat', {
      subject: name,
      members: 'tomas@contoso.example,noor@contoso.example',
      message: 'first',
    });
    const chatId = String(objectOf(contextUnder(made.entry, 'MSGraphTeamsChat'))['ID']);
    const [first] = objectsOf([contextUnder(made.entry, 'MSGraphTeamsChatMessage')]);
    bench.sandbox.faults = [{ kind: 'chat-not-yet', times: 2 }];
    const before = bench.clock.sleeps.length;
    const { entry } = await bench.run(
      name,
      { ...where(chatId, String(first?.['ID'])), ...args },
      instanceFor(name),
    );
    bench.sandbox.faults = [];
    expect(entry.Type).toBe(1);
    expect(bench.clock.sleeps.slice(before)).toEqual('chat_id' in base ? [1000, 2000] : []);
  });

  test.each([{ handle_error: true }, { handle_error: false }])(
    'tells what does not exist as an error, with %j (rule R27)',
    async (params) => {
      const [wrong, said] = missing;
      const { entry } = await bench.run(name, { ...base, ...wrong }, instanceFor(name, params));
      expect(entry.Type).toBe(4);
      expect(entry.Contents).toMatch(said);
      expect(entry.EntryContext ?? {}).toEqual({});
    },
  );

  test('explains a refusal for want of permission', async () => {
    const isForPeople = metadata[name]?.permissions.delegated.length !== 0;
    const choice = { app: 'unprivileged', scopes: ['User.ReadBasic.All'] };
    const { entry } = await bench.run(
      name,
      base,
      isForPeople
        ? await signedInInstance(bench.sandbox, 'adele@contoso.example', choice)
        : sandboxInstance(bench.sandbox, 'reader'),
    );
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/403 (?:Forbidden|Authorization_RequestDenied)/);
    expect(entry.Contents).toMatch(/The token lacks the (?:delegated|application) permission Chat/);
  });

  test.each(pairsOf(named, BROKEN))('refuses %s=%j with no request (rule R1)', async (argument, id) => {
    const { entry, requests } = await bench.run(name, { ...base, [argument]: id }, instanceFor(name));
    expect(entry.Type).toBe(4);
    expect(graphRequests(requests)).toEqual([]);
  });

  test.each(pairsOf(named, ODD))('keeps %s=%j in one segment', async (argument, id) => {
    const { requests } = await bench.run(name, { ...base, [argument]: id }, instanceFor(name));
    const asked = graphRequests(requests).map(({ path }) => path.split('?')[0] ?? '');
    expect(asked.length).toBeGreaterThan(0);
    for (const path of asked) expect(path.split('/').filter((part) => !isExpected(part, id))).toEqual([]);
  });

  test('as a dry run writes nothing', async () => {
    if (metadata[name]?.effects !== 'write') return;
    const { entry, requests } = await bench.run(name, { ...base, dry_run: true }, instanceFor(name));
    expect(entry.Type).toBe(1);
    expect(graphRequests(requests).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('refuses an argument it does not have, with no request', async () => {
    const { entry, requests } = await bench.run(name, { ...base, chatid: 'x' }, instanceFor(name));
    expect(entry.Contents).toContain('chatid');
    expect(graphRequests(requests)).toEqual([]);
  });

  test('tells the kind of caller that Graph refuses which sign-in to use, with no request (rule R22)', async () => {
    const { delegated, application } = metadata[name]?.permissions ?? { delegated: [], application: [] };
    const wrong = delegated.length === 0 ? bench.adele : sandboxInstance(bench.sandbox);
    if (delegated.length > 0 && application.length > 0) return;
    const { entry, requests } = await bench.run(name, base, wrong);
    expect(entry.Contents).toContain(
      delegated.length === 0 ? 'auth_type=client_credentials' : 'auth_type=user_auth_flow',
    );
    expect(requests).toEqual([]);
  });
});

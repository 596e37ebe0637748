import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contextUnder } from '../../test_data/command-bench.js';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { type FaultKind } from '../../sandbox/index.js';

let bench: ChatBench;
beforeEach(async () => {
  bench = await openChatBench();
});
afterEach(() => bench.close());

const CASE = "O'Brien's case";

/** What was done, and the answer lost. */
const afterwards: readonly FaultKind[] = ['reset-after', 'truncated'];
/** Nothing was done, and nobody can tell. */
const before: readonly FaultKind[] = ['reset-before', '500', '502', '504', 'not-json'];
/** Nothing was done, and the answer says so. */
const refused: readonly FaultKind[] = ['throttle', '503-retry-after', 'expired-token', 'no-authorization'];

interface Effect {
  readonly command: string;
  readonly args: Record<string, unknown>;
  /** How often it was done. */
  readonly count: () => number;
}

const effects: [string, Effect][] = [
  [
    'sending',
    {
      command: 'msgraph-teams-send-message',
      args: { chat: CASE, body: 'Only once' },
      count: () =>
        bench.sandbox.messagesOf(bench.chat(CASE).id).filter(({ body }) => body.content === 'Only once')
          .length,
    },
  ],
  [
    'adding',
    {
      command: 'msgraph-teams-add-member',
      args: { chat: CASE, user_id: 'noor@contoso.example' },
      count: () => bench.chat(CASE).members.filter(({ email }) => email === 'noor@contoso.example').length,
    },
  ],
  [
    'making a group',
    {
      command: 'msgraph-teams-create-chat',
      args: { subject: 'Once', members: 'noor@contoso.example,tomas@contoso.example' },
      count: () => bench.sandbox.chats().filter(({ topic }) => topic === 'Once').length,
    },
  ],
];

const posts = (requests: readonly { readonly method: string; readonly path: string }[]) =>
  requests.filter(({ method, path }) => method === 'POST' && !path.includes('/oauth2/'));

describe.each(effects)('%s is never done twice', (_, effect) => {
  test.each(afterwards)('with %s it is found done, and was asked for once', async (kind) => {
    bench.sandbox.faults.push({ kind, times: 1, match: { method: 'POST', path: /\/v1\.0\/chats/ } });
    const { entry, requests } = await bench.run(effect.command, effect.args);
    expect(entry.Type).toBe(1);
    expect(effect.count()).toBe(1);
    expect(posts(requests)).toHaveLength(1);
  });

  test('it is found also where it shows a moment later', async () => {
    bench.sandbox.faults.push(
      { kind: 'reset-after', times: 1, match: { method: 'POST', path: /\/v1\.0\/chats/ } },
      { kind: 'lagging-read', times: 1, match: { method: 'GET', path: /chats/ } },
    );
    const { entry } = await bench.run(effect.command, effect.args);
    expect(entry.Type).toBe(1);
    expect(effect.count()).toBe(1);
  });

  test.each(before)('with %s it is unknown, which is said, and it is not tried again', async (kind) => {
    bench.sandbox.faults.push({ kind, times: 1, match: { method: 'POST', path: /\/v1\.0\/chats/ } });
    const { entry, requests } = await bench.run(effect.command, effect.args);
    expect(entry.Type).toBe(4);
    expect(entry.Contents).toMatch(/^Whether .* is unknown, check\./);
    expect(entry.Contents).toContain('Look into the chat');
    expect(effect.count()).toBe(0);
    expect(posts(requests)).toHaveLength(1);
  });

  test.each(refused)('with %s nothing was done, so that it is done then', async (kind) => {
    bench.sandbox.faults.push({ kind, times: 1, match: { method: 'POST', path: /\/v1\.0\/chats/ } });
    const { entry } = await bench.run(effect.command, effect.args);
    expect(entry.Type).toBe(1);
    expect(effect.count()).toBe(1);
  });
});

test('a message of the same words sent an hour ago is not taken for the lost one', async () => {
  const args = { chat: CASE, body: 'Same words' };
  await bench.run('msgraph-teams-send-message', args);
  bench.clock.advance(3_600_000);
  bench.sandbox.faults.push({ kind: 'reset-before', times: 1, match: { method: 'POST', path: /messages/ } });
  const { entry } = await bench.run('msgraph-teams-send-message', args);
  expect(entry.Contents).toMatch(/^Whether the message was sent is unknown, check\./);
});

test('nor one of somebody else', async () => {
  const { id } = bench.chat('noor');
  bench.sandbox.faults.push({ kind: 'reset-before', times: 1, match: { method: 'POST', path: /messages/ } });
  await bench.sandbox.reply(id, { by: 'noor@contoso.example', say: 'ok' });
  const { entry } = await bench.run('msgraph-teams-send-message', { chat_id: id, body: 'ok' });
  expect(entry.Type).toBe(4);
});

test('a chat of two is asked for again, because that makes no second one', async () => {
  bench.sandbox.faults.push({
    kind: 'reset-after',
    times: 1,
    match: { method: 'POST', path: /\/v1\.0\/chats/ },
  });
  const { entry, requests } = await bench.run('msgraph-teams-create-chat', {
    type: 'oneOnOne',
    members: 'ingrid@contoso.example',
  });
  expect(entry.Type).toBe(1);
  expect(posts(requests)).toHaveLength(2);
  expect(contextUnder(entry, 'MSGraphTeamsChat')).toMatchObject({ ID: bench.chat('ingrid').id });
});

test('somebody who already reads the whole chat is not taken for newly added', async () => {
  const { entry } = await bench.run('msgraph-teams-add-member', {
    chat: CASE,
    user_id: "o'brien@contoso.example",
  });
  expect(entry).toMatchObject({
    Type: 4,
    Contents: expect.stringContaining('is a member of the chat already'),
  });
});

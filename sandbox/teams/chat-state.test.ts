import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resetSandboxState, startSandbox, type Sandbox, type SandboxOptions } from '../index.js';
import { chatPath, chatWith, each, invited, items, refusal, tokenOf } from '../raw-chats.js';
import { get, member, write } from '../raw-client.js';

let folder: string;
let stateFile: string;
let clock: number;
const running: Sandbox[] = [];

beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);
  folder = await mkdtemp(join(tmpdir(), 'sandbox-chats-'));
  stateFile = join(folder, 'state.json');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  await rm(folder, { recursive: true });
});

async function start(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; adele: string }> {
  const sandbox = await startSandbox({ now: () => clock, ...options });
  running.push(sandbox);
  return { sandbox, adele: await tokenOf(sandbox, 'adele') };
}

const question = { body: { content: 'Was it you? (yes/no)' } };
const group = { chatType: 'group', topic: 'New', members: [invited('adele'), invited('noor')] };

describe('the state file', () => {
  test('keeps chats, messages and answers to come for the next process', async () => {
    const first = await start({ stateFile });
    const { id } = chatWith(first.sandbox, 'george');
    const before = first.sandbox.messagesOf(id).length;
    await write(first.sandbox, first.adele, 'POST', chatPath(id, 'messages'), question);
    const made = await write(first.sandbox, first.adele, 'POST', '/v1.0/chats', group);
    clock += 3_000;
    const next = await start({ stateFile });
    expect(
      next.sandbox
        .messagesOf(id)
        .slice(before)
        .map(({ body }) => body.content),
    ).toEqual(['Was it you? (yes/no)', 'no']);
    expect(next.sandbox.chats().some((chat) => chat.id === member(made.json, 'id'))).toBe(true);
    expect((await readFile(stateFile, 'utf8')).includes('invoice')).toBe(false);
    await resetSandboxState(stateFile);
    expect(next.sandbox.messagesOf(id)).toHaveLength(before);
  });

  test.each([
    '{"people":{},"chats":{"x":{}}}',
    '{"people":{},"chats":{"x":null}}',
    '{"people":{},"chats":[]}',
  ])('is refused as %s', async (text) => {
    await writeFile(stateFile, text);
    await expect(startSandbox({ stateFile })).rejects.toThrow('is not a state of the sandbox');
  });

  test('is refused with a message that is none', async () => {
    const { sandbox, adele } = await start({ stateFile });
    await write(sandbox, adele, 'POST', chatPath(chatWith(sandbox, 'noor').id, 'messages'), question);
    const text = await readFile(stateFile, 'utf8');
    await writeFile(stateFile, text.replace('"importance":"normal"', '"importance":"odd"'));
    await expect(startSandbox({ stateFile })).rejects.toThrow('is not a state of the sandbox');
  });
});

describe('faults', () => {
  test('chat-not-yet makes a chat unknown that was just made, and no other', async () => {
    const { sandbox, adele } = await start();
    sandbox.faults = [{ kind: 'chat-not-yet', times: 2 }];
    const id = String(member((await write(sandbox, adele, 'POST', '/v1.0/chats', group)).json, 'id'));
    const other = chatWith(sandbox, 'noor').id;
    const statuses = [
      (await get(sandbox, adele, chatPath(other))).status,
      (await get(sandbox, adele, chatPath(id))).status,
      (await write(sandbox, adele, 'POST', chatPath(id, 'messages'), question)).status,
      (await write(sandbox, adele, 'POST', chatPath(id, 'messages'), question)).status,
    ];
    expect(statuses).toEqual([200, 404, 404, 201]);
    sandbox.faults = [{ kind: 'chat-not-yet' }];
    expect(refusal(await get(sandbox, adele, `/v1.0/me/chats('${id}')`))).toEqual([
      404,
      'NotFound',
      'NotFound',
      undefined,
    ]);
    clock += 60_000;
    expect((await get(sandbox, adele, chatPath(id))).status).toBe(200);
  });

  test('lagging-read hides a message from the next read, once, and people are not concerned', async () => {
    const { sandbox, adele } = await start({ faults: [{ kind: 'lagging-read' }] });
    const path = chatPath(chatWith(sandbox, 'noor').id, 'messages');
    const before = items(await get(sandbox, adele, path)).length;
    await write(sandbox, adele, 'POST', path, question);
    const counts = [
      items(await get(sandbox, adele, path)).length,
      items(await get(sandbox, adele, path)).length,
    ];
    expect(counts).toEqual([before, before + 1]);
  });

  test('hit chats too: throttling, and the 403 of a token that Teams takes for expired', async () => {
    const { sandbox, adele } = await start();
    sandbox.faults = [
      { kind: 'throttle', times: 1, retryAfterSeconds: 7, match: { path: /\/messages$/ } },
      { kind: 'no-authorization', times: 1 },
    ];
    const path = chatPath(chatWith(sandbox, 'noor').id, 'messages');
    const throttled = await write(sandbox, adele, 'POST', path, question);
    const refused = await write(sandbox, adele, 'POST', path, question);
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '7']);
    expect(refusal(refused)[2]).toBe('No authorization information present on the request.');
    expect(sandbox.messagesOf(chatWith(sandbox, 'noor').id).at(-1)?.body.content).not.toContain('yes/no');
  });

  test('reset-after sends a message whose sender is not told', async () => {
    const { sandbox, adele } = await start({
      faults: [{ kind: 'reset-after', match: { method: 'POST', path: /messages/ } }],
    });
    const { id } = chatWith(sandbox, 'noor');
    await expect(write(sandbox, adele, 'POST', chatPath(id, 'messages'), question)).rejects.toThrow();
    expect(sandbox.messagesOf(id).at(-1)?.body.content).toBe(question.body.content);
  });
});

describe('the chats at the start', () => {
  test('are the same at every start, below .example, and no long one unless asked for', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.sandbox.chats()).toEqual(two.sandbox.chats());
    const mails = one.sandbox.chats().flatMap(({ members }) => members.map(({ email }) => email));
    expect(mails.filter((mail) => !/@(contoso|fabrikam)\.example$/.test(mail ?? ''))).toEqual([]);
    const long = await start({ longChatMessages: 3000 });
    const feed = long.sandbox.chats().find(({ topic }) => topic === 'Alert feed');
    expect(long.sandbox.messagesOf(feed?.id ?? '')).toHaveLength(3000);
    expect(each(await get(one.sandbox, one.adele, '/v1.0/chats'), 'topic')).not.toContain('Alert feed');
  });
});

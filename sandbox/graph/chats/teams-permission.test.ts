import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../index.js';
import { chatNamed, chatPath, chatWith, each, refusal, tokenOf } from '../../raw-chats.js';
import { get, signIn, write } from '../../raw-client.js';

let sandbox: Sandbox;
let pair: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  pair = chatWith(sandbox, 'noor').id;
});
afterAll(() => sandbox.close());

describe('Teams', () => {
  test('says which permission of a person is missing, and which there are', async () => {
    const token = await tokenOf(sandbox, 'adele', 'User.Read');
    const [status, code, message] = refusal(await get(sandbox, token, '/v1.0/chats'));
    expect([status, code]).toEqual([403, 'Forbidden']);
    expect(message).toBe(
      "Missing scope permissions on the request. API requires one of 'Chat.ReadBasic, Chat.Read, Chat.ReadWrite'. Scopes on the request 'User.Read'.",
    );
  });

  test('says which permission of an application is missing, and which there are', async () => {
    const token = await signIn(sandbox, 'reader');
    const answer = await get(sandbox, token, chatPath(pair));
    expect(refusal(answer)[2]).toBe(
      "Missing role permissions on the request. API requires one of 'Chat.ReadBasic.All, Chat.Read.All, Chat.ReadWrite.All'. Roles on the request 'User.Read.All'. Resource specific consent grants on the request ''.",
    );
  });

  test('lists no chats for an application that names nobody, and those of a person it names', async () => {
    const token = await signIn(sandbox);
    expect(refusal(await get(sandbox, token, '/v1.0/chats'))).toEqual([
      412,
      'PreconditionFailed',
      'Requested API is not supported in application-only context',
      undefined,
    ]);
    expect((await get(sandbox, token, '/v1.0/me/chats')).status).toBe(400);
    const named = await get(sandbox, token, '/v1.0/users/samuel@contoso.example/chats');
    expect(each(named, 'topic')).toEqual(['Payroll']);
    expect((await get(sandbox, token, '/v1.0/users/nobody@contoso.example/chats')).status).toBe(404);
  });

  test('shows people no chats of others, whatever the path says', async () => {
    const token = await tokenOf(sandbox, 'adele');
    const answers = [
      await get(sandbox, token, '/v1.0/users/samuel@contoso.example/chats'),
      await get(sandbox, token, `/v1.0/users/noor@contoso.example/chats/${encodeURIComponent(pair)}`),
      await get(sandbox, token, chatPath(chatNamed(sandbox, 'Payroll').id, 'messages')),
      await get(sandbox, token, chatPath(chatNamed(sandbox, 'Payroll').id, 'members')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  test('lets no application send, not even one that may import', async () => {
    const send = async (app: string) =>
      refusal(
        await write(sandbox, await signIn(sandbox, app), 'POST', chatPath(pair, 'messages'), {
          body: { content: 'x' },
        }),
      ).slice(0, 3);
    expect(await send('soar')).toEqual([
      403,
      'Forbidden',
      expect.stringContaining("API requires one of 'Teamwork.Migrate.All'."),
    ]);
    expect(await send('importer')).toEqual([
      401,
      'Unauthorized',
      expect.stringContaining('allowed in application-only context only for import purposes'),
    ]);
  });

  const least: [string, string, (token: string) => Promise<{ status: number }>, number][] = [
    ['lists', 'Chat.ReadBasic', (token) => get(sandbox, token, '/v1.0/me/chats'), 200],
    ['reads no messages', 'Chat.ReadBasic', (token) => get(sandbox, token, chatPath(pair, 'messages')), 403],
    ['reads messages', 'Chat.Read', (token) => get(sandbox, token, chatPath(pair, 'messages')), 200],
    [
      'sends',
      'ChatMessage.Send',
      (token) => write(sandbox, token, 'POST', chatPath(pair, 'messages'), { body: { content: 'x' } }),
      201,
    ],
    ['does not read', 'ChatMessage.Send', (token) => get(sandbox, token, chatPath(pair)), 403],
    [
      'removes nobody',
      'Chat.ReadWrite',
      (token) => write(sandbox, token, 'DELETE', chatPath(pair, 'members', 'x')),
      403,
    ],
    [
      'renames nothing',
      'Chat.Create',
      (token) => write(sandbox, token, 'PATCH', chatPath(pair), { topic: 'x' }),
      403,
    ],
    [
      'is no pass by itself',
      'Directory.AccessAsUser.All',
      (token) => get(sandbox, token, '/v1.0/me/chats'),
      403,
    ],
  ];
  test.each(least)('%s with %s', async (_, scope, call, status) => {
    expect((await call(await tokenOf(sandbox, 'adele', scope))).status).toBe(status);
  });

  test('is judged before anything is looked up', async () => {
    const token = await tokenOf(sandbox, 'adele', 'User.Read');
    expect((await get(sandbox, token, chatPath('nonsense'))).status).toBe(403);
    expect((await get(sandbox, token, '/v1.0/chats?$top=99')).status).toBe(403);
    expect((await get(sandbox, 'nonsense', '/v1.0/chats')).status).toBe(401);
  });
});

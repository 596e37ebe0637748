import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Chat, type Sandbox } from '../../index.js';
import { chatPath, chatWith, refusal, tokenOf } from '../../raw-chats.js';
import { get, member, signIn, write } from '../../raw-client.js';

let sandbox: Sandbox;
let token: string;
const clock = Date.UTC(2026, 2, 2, 8, 41, 17, 651);

beforeEach(async () => {
  sandbox = await startSandbox({ now: () => clock });
  token = await signIn(sandbox);
});
afterEach(() => sandbox.close());

const violation = {
  dlpAction: 'blockAccess',
  verdictDetails: 'allowFalsePositiveOverride,allowOverrideWithJustification',
  policyTip: {
    generalText: 'Card numbers are not for chats.',
    complianceUrl: 'https://policy.contoso.example',
    matchedConditionDescriptions: ['Credit card'],
  },
};

function target(): string {
  const chat = chatWith(sandbox, 'noor');
  return chatPath(chat.id, 'messages', sandbox.messagesOf(chat.id)[0]?.id ?? '');
}

function channel(): { chat: Chat; path: string; root: string; reply: string } {
  const chat = sandbox.chats().find(({ chatType }) => chatType === 'channel');
  if (!chat) throw new RangeError('There is no channel.');
  const [root, reply] = sandbox.messagesOf(chat.id);
  const path = `/v1.0/teams/${chat.teamId ?? ''}/channels/${encodeURIComponent(chat.id)}/messages`;
  return { chat, path, root: root?.id ?? '', reply: reply?.id ?? '' };
}

describe('a policy violation', () => {
  test('is marked on a message of a chat, and moves its time', async () => {
    const answer = await write(sandbox, token, 'PATCH', `${target()}?model=A`, {
      policyViolation: violation,
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    const shown = await get(sandbox, token, target());
    expect(shown.json).toMatchObject({
      policyViolation: { ...violation, justificationText: null, userAction: 'none' },
      lastModifiedDateTime: '2026-03-02T08:41:17.651Z',
      lastEditedDateTime: null,
    });
  });

  test('is marked on a message of a channel, and on a reply', async () => {
    const { chat, path, root, reply } = channel();
    const answers = [
      await write(sandbox, token, 'PATCH', `${path}/${root}`, { policyViolation: violation }),
      await write(sandbox, token, 'PATCH', `${path}/${root}/replies/${reply}`, { policyViolation: {} }),
      await write(sandbox, token, 'PATCH', `${path}/${reply}`, { policyViolation: violation }),
      await write(sandbox, token, 'PATCH', `${path}/${reply}/replies/${root}`, {
        policyViolation: violation,
      }),
      await write(sandbox, token, 'PATCH', path.replace(/teams\/[^/]+/, 'teams/x') + `/${root}`, {
        policyViolation: violation,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 404, 404, 404]);
    expect(
      sandbox.messagesOf(chat.id).map(({ policyViolation }) => member(policyViolation, 'dlpAction')),
    ).toEqual(['blockAccess', 'none']);
  });

  test.each([
    [{ policyViolation: { dlpAction: 'NoAction' } }],
    [{ policyViolation: { dlpAction: '' } }],
    [{ policyViolation: { verdictDetails: 'AllowOverride' } }],
    [{ policyViolation: { policyTip: 'text' } }],
    [{ policyViolation: { policyTip: { matchedConditionDescriptions: 'x' } } }],
    [{ policyViolation: { nonsense: 1 } }],
    [{ policyViolation: null }],
    [{ body: { content: 'edited' } }],
  ])('is refused as %j', async (body) => {
    expect((await write(sandbox, token, 'PATCH', target(), body)).status).toBe(400);
    expect(sandbox.log.at(-1)?.acted).toBe(false);
  });

  test('takes payment model A, B or none', async () => {
    const mark = (model: string) =>
      write(sandbox, token, 'PATCH', `${target()}?model=${model}`, { policyViolation: violation });
    expect([(await mark('B')).status, (await mark('C')).status, (await mark('')).status]).toEqual([
      204, 400, 400,
    ]);
  });

  test('is for applications only, with the permission for it', async () => {
    const body = { policyViolation: violation };
    const person = await write(sandbox, await tokenOf(sandbox, 'adele'), 'PATCH', target(), body);
    expect(refusal(person)).toEqual([
      412,
      'PreconditionFailed',
      'Requested API is not supported in delegated context',
      undefined,
    ]);
    const reader = await write(sandbox, await signIn(sandbox, 'reader'), 'PATCH', target(), body);
    expect(refusal(reader)[2]).toContain("API requires one of 'Chat.UpdatePolicyViolation.All'.");
  });
});

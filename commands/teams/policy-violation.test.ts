import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChatBench, openChatBench } from '../../test_data/chat-bench.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await openChatBench();
});
afterAll(() => bench.close());

const ROOM = '19:48b5d441d2bb43bca549ec0c7ea9cf21@thread.v2';
const CHANNEL = {
  team_id: '85348ec2-0c55-4a58-a062-64a639760fbd',
  channel_id: '19:a57d2c0dd5eb4153ade8083350ced6ed@thread.tacv2',
};

const names = [
  'msgraph-teams-message-update-policy-violation',
  'microsoft-teams-message-update-policy-violation',
];

describe.each(names)('%s', (name) => {
  const run = (args: Record<string, unknown>, app?: string) =>
    bench.run(name, args, sandboxInstance(bench.sandbox, app));
  const violationOf = (chatId: string, id: string) =>
    bench.sandbox.messagesOf(chatId).find((message) => message.id === id)?.policyViolation;

  test('marks a message in a chat, in the known form', async () => {
    const args = {
      chat_id: ROOM,
      message_id: '1771241100651',
      dlp_action: 'blockaccess',
      policy_tip_general_text: 'Card numbers',
      verdict_details: 'AllowOverrideWithJustification,allowfalsepositiveoverride',
      compliance_url: 'https://contoso.example/policy',
      matched_conditions: ['Card number'],
    };
    const { execution, entry, requests } = await run(args);
    expect(entry.HumanReadable).toBe(
      `### Teams Message Policy Violation\n|Chat Id|Dlp Action|Message Id|Verdict Details|\n|---|---|---|---|\n| ${ROOM} | BlockAccess | 1771241100651 | AllowOverrideWithJustification,allowfalsepositiveoverride |\n`,
    );
    expect(entry.EntryContext).toEqual({
      'MSGraphTeams.TeamsMessagePolicyViolation(val.messageId && val.messageId == obj.messageId && val.chatId && val.chatId == obj.chatId)':
        {
          messageId: '1771241100651',
          chatId: ROOM,
          dlpAction: 'BlockAccess',
          verdictDetails: 'AllowOverrideWithJustification,allowfalsepositiveoverride',
        },
    });
    expect(execution.entries).toHaveLength(1);
    expect(violationOf(ROOM, '1771241100651')).toMatchObject({
      dlpAction: 'blockAccess',
      verdictDetails: 'allowOverrideWithJustification,allowFalsePositiveOverride',
      policyTip: {
        generalText: 'Card numbers',
        complianceUrl: 'https://contoso.example/policy',
        matchedConditionDescriptions: ['Card number'],
      },
    });
    expect(requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  test.each([
    ['a message', {}, '1771258860651'],
    ['a reply', { parent_message_id: '1771258860651' }, '1771258920651'],
  ])('marks %s in a channel, with who pays, and known by its channel (5.12-e)', async (_, parent, id) => {
    const { entry, requests } = await run({
      ...CHANNEL,
      ...parent,
      message_id: id,
      dlp_action: 'NoAction',
      payment_model: 'b',
    });
    expect(entry.Type).toBe(1);
    expect(Object.keys(entry.EntryContext ?? {})[0]).toContain('val.channelId == obj.channelId');
    expect(requests.at(-1)?.path).toMatch(/\?model=B$/);
    // The known value NoAction is none at Graph.
    expect(violationOf(CHANNEL.channel_id, id)).toMatchObject({ dlpAction: 'none' });
  });

  test('sends only what was given (5.12-b)', async () => {
    const { entry } = await run({ chat_id: ROOM, message_id: '1771240920651', verdict_details: 'None' });
    expect(entry.Type).toBe(1);
    expect(violationOf(ROOM, '1771240920651')).toMatchObject({ verdictDetails: 'none', policyTip: null });
  });

  test.each([
    [{}, 'neither a chat nor a channel'],
    [{ chat_id: ROOM, parent_message_id: '1' }, 'parent_message_id is for channels'],
    [{ chat_id: ROOM, ...CHANNEL }, 'together with team_id or channel_id'],
    [{ team_id: CHANNEL.team_id }, 'takes both team_id and channel_id'],
    [{ chat_id: ROOM, dlp_action: 'Block' }, 'dlp_action="Block" is not allowed'],
    [{ chat_id: ROOM, verdict_details: 'Override' }, 'verdict_details="Override" is not allowed'],
    [{ chat_id: ROOM, payment_model: 'A&x=y' }, 'payment_model="A&x=y" is not allowed'],
    [{ team_id: '../x', channel_id: 'y' }, 'team_id="../x" is not allowed'],
  ])('refuses %j with no request', async (args, said) => {
    const { entry, requests } = await run({ message_id: '1', ...args });
    expect(entry).toMatchObject({ Type: 4, Contents: expect.stringContaining(said) });
    expect(requests.filter(({ path }) => !path.includes('/oauth2/'))).toEqual([]);
  });

  test('a missing message and a missing permission are errors', async () => {
    const missing = await run({ chat_id: ROOM, message_id: '1', dlp_action: 'BlockAccess' });
    expect(missing.entry).toMatchObject({ Type: 4, Contents: expect.stringContaining('404') });
    const forbidden = await run({ chat_id: ROOM, message_id: '1' }, 'reader');
    expect(forbidden.entry.Contents).toContain(
      'The token lacks the application permission Chat.UpdatePolicyViolation.All',
    );
  });
});

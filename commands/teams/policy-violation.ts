import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandContext, type CommandMetadata } from '../../integration/command.js';
import { ArgumentError } from '../../integration/errors.js';
import { type GraphPath, path } from '../../integration/graph/path.js';
import { type JsonObject } from '../../integration/json.js';
import { type CommandResult } from '../../integration/results/command-result.js';
import { onceKnown } from './new-chat.js';

type Arguments = CommandArguments['msgraph-teams-message-update-policy-violation'];

/** What both names of the command share. Graph refuses people here: only an application marks violations. */
export const policyViolation = {
  permissions: {
    delegated: [],
    application: [['Chat.UpdatePolicyViolation.All'], ['ChannelMessage.UpdatePolicyViolation.All']],
  },
  effects: 'write',
} as const satisfies Partial<CommandMetadata>;

/** Values of the form that Graph has another name for (Graph: chatMessagePolicyViolation). */
const DLP_ACTIONS: Readonly<Record<string, string>> = {
  noaction: 'none',
  none: 'none',
  notifysender: 'notifySender',
  blockaccess: 'blockAccess',
  blockaccessexternal: 'blockAccessExternal',
};

const VERDICTS: Readonly<Record<string, string>> = {
  none: 'none',
  allowoverride: 'allowFalsePositiveOverride',
  allowfalsepositiveoverride: 'allowFalsePositiveOverride',
  allowoverridewithoutjustification: 'allowOverrideWithoutJustification',
  allowoverridewithjustification: 'allowOverrideWithJustification',
};

/**
 * Marks a message as a violation of a policy: hides it, or shows a tip. Graph: PATCH of a message in a chat, in a channel, or
 * of a reply in a channel.
 * @throws ArgumentError unless the IDs name exactly one message.
 */
export async function markViolation(args: Arguments, { graph, run }: CommandContext): Promise<CommandResult> {
  const address = messageAddress(args);
  const body = { policyViolation: violationOf(args) };
  const { payment_model: model, chat_id: chatId, message_id: id } = args;
  const mark = () =>
    graph.patch(address, body, {
      idempotent: true,
      ...(model !== undefined && { model: model.toUpperCase() }),
    });
  const message = { kind: 'Message', id, listedBy: 'msgraph-teams-list-messages' };
  await (chatId === undefined ? mark() : onceKnown(chatId, run, mark, message));
  const marked = {
    messageId: args.message_id,
    chatId: args.chat_id,
    teamId: args.team_id,
    channelId: args.channel_id,
    parentMessageId: args.parent_message_id,
    dlpAction: args.dlp_action,
    verdictDetails: args.verdict_details,
  };
  return {
    table: {
      title: 'Teams Message Policy Violation',
      rows: [
        {
          'Channel Id': args.channel_id,
          'Chat Id': args.chat_id,
          'Dlp Action': args.dlp_action,
          'Message Id': args.message_id,
          'Parent Message Id': args.parent_message_id,
          'Team Id': args.team_id,
          'Verdict Details': args.verdict_details,
        },
      ],
    },
    outputs: [
      {
        prefix: 'MSGraphTeams.TeamsMessagePolicyViolation',
        key: ['messageId', args.chat_id === undefined ? 'channelId' : 'chatId'],
        value: marked,
      },
    ],
    raw: null,
  };
}

function messageAddress(args: Arguments): GraphPath {
  const {
    chat_id: chat,
    team_id: team,
    channel_id: channel,
    parent_message_id: parent,
    message_id: id,
  } = args;
  if (chat !== undefined) {
    if (parent !== undefined) throw wrongTarget('parent_message_id is for channels, and chat_id is given');
    if (team !== undefined || channel !== undefined) {
      throw wrongTarget('chat_id is given together with team_id or channel_id');
    }
    return path`chats/${chat}/messages/${id}`;
  }
  if (team === undefined || channel === undefined) {
    throw wrongTarget(
      team === undefined && channel === undefined
        ? 'neither a chat nor a channel is named'
        : 'a message in a channel takes both team_id and channel_id',
    );
  }
  return parent === undefined
    ? path`teams/${team}/channels/${channel}/messages/${id}`
    : path`teams/${team}/channels/${channel}/messages/${parent}/replies/${id}`;
}

function wrongTarget(why: string): ArgumentError {
  return new ArgumentError(
    `The message is not named clearly: ${why}.`,
    'Nothing was sent. Give chat_id, or team_id and channel_id, with parent_message_id for a reply.',
  );
}

/** Holds what was given, and nothing else. */
function violationOf(args: Arguments): JsonObject {
  const { dlp_action: action, verdict_details: verdict, policy_tip_general_text: text } = args;
  const { compliance_url: complianceUrl, matched_conditions: conditions } = args;
  const policyTip = {
    ...(text !== undefined && { generalText: text }),
    ...(complianceUrl !== undefined && { complianceUrl }),
    ...(conditions !== undefined && { matchedConditionDescriptions: conditions }),
  };
  return {
    ...(action !== undefined && { dlpAction: flags('dlp_action', action, DLP_ACTIONS) }),
    ...(Object.keys(policyTip).length > 0 && { policyTip }),
    ...(verdict !== undefined && { verdictDetails: flags('verdict_details', verdict, VERDICTS) }),
  };
}

/** Several values may be joined by commas. */
function flags(argument: string, text: string, known: Readonly<Record<string, string>>): string {
  const values = text.split(',').map((part) => {
    const name = part.trim().toLowerCase();
    return Object.hasOwn(known, name) ? known[name] : undefined;
  });
  if (values.every((value) => value !== undefined)) return values.join(',');
  throw new ArgumentError(
    `${argument}=${JSON.stringify(text)} is not allowed. Allowed: ${[...new Set(Object.values(known))].join(', ')}, or several of them with commas.`,
    'Nothing was sent.',
  );
}

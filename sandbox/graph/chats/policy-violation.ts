import type { Chats } from '../../teams/chat-book.js';
import type { Chat, Message } from '../../teams/chat.js';
import { withChangedMessage } from '../../teams/happen.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import type { GraphReply } from '../request.js';
import { openChat } from './access.js';
import { badChatRequest, chatNotFound } from './chat-problem.js';
import { change, keyOf, type ChatRequest } from './chat-request.js';
import { messageIn } from './messages.js';

/** Values of the enumerations; those named flags may be joined by commas (Graph: chatMessagePolicyViolation). */
const enumerations: Readonly<Record<string, { values: readonly string[]; type: string }>> = {
  dlpAction: {
    values: ['none', 'notifySender', 'blockAccess', 'blockAccessExternal'],
    type: 'chatMessagePolicyViolationDlpActionTypes',
  },
  verdictDetails: {
    values: [
      'none',
      'allowFalsePositiveOverride',
      'allowOverrideWithoutJustification',
      'allowOverrideWithJustification',
    ],
    type: 'chatMessagePolicyViolationVerdictDetailsTypes',
  },
  userAction: {
    values: ['none', 'override', 'reportFalsePositive'],
    type: 'chatMessagePolicyViolationUserActionTypes',
  },
};

function readFlags(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const { values = [], type = '' } = enumerations[name] ?? {};
  const parts = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [];
  if (parts.length > 0 && parts.every((part) => values.includes(part))) return parts.join(',');
  throw badChatRequest(
    `Cannot convert the literal '${JSON.stringify(value)}' to the expected type 'microsoft.graph.${type}'.`,
  );
}

function readText(values: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = values[name] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw badChatRequest(`The value of '${name}' has to be text.`);
}

function readTip(value: unknown): Readonly<Record<string, unknown>> | null {
  if (value === undefined || value === null) return null;
  if (!isJsonObject(value)) throw badChatRequest("'policyTip' has to be an object.");
  const conditions: unknown = value['matchedConditionDescriptions'] ?? [];
  if (!Array.isArray(conditions) || !conditions.every((item) => typeof item === 'string')) {
    throw badChatRequest("'matchedConditionDescriptions' has to be a collection of text.");
  }
  return {
    generalText: readText(value, 'generalText'),
    complianceUrl: readText(value, 'complianceUrl'),
    matchedConditionDescriptions: conditions,
  };
}

function readViolation(body: unknown): Readonly<Record<string, unknown>> {
  if (!isJsonObject(body)) throw unreadableBody();
  const names = Object.keys(body).filter((name) => !name.startsWith('@'));
  const violation = body['policyViolation'];
  if (names.length !== 1 || !isJsonObject(violation)) {
    throw badChatRequest('Only policyViolation of a message can be updated in application-only context.');
  }
  const known = [...Object.keys(enumerations), 'policyTip', 'justificationText'];
  const unknown = Object.keys(violation).find((name) => !name.startsWith('@') && !known.includes(name));
  if (unknown !== undefined) {
    throw badChatRequest(
      `The property '${unknown}' does not exist on type 'microsoft.graph.chatMessagePolicyViolation'.`,
    );
  }
  return {
    dlpAction: readFlags('dlpAction', violation['dlpAction']) ?? 'none',
    justificationText: readText(violation, 'justificationText'),
    policyTip: readTip(violation['policyTip']),
    userAction: readFlags('userAction', violation['userAction']) ?? 'none',
    verdictDetails: readFlags('verdictDetails', violation['verdictDetails']) ?? 'none',
  };
}

/** Graph: payment models for Teams APIs; without one the call is in evaluation mode. */
function checkModel({ call }: ChatRequest): void {
  const model = new URLSearchParams(call.query).get('model');
  if (model === null || /^[ab]$/i.test(model)) return;
  throw badChatRequest(`Invalid payment model '${model}': it has to be A or B.`);
}

function channelMessage(request: ChatRequest, chats: Chats): { chat: Chat; message: Message } {
  const chat = chats.find(keyOf(request, 'channel'));
  if (chat?.chatType !== 'channel' || chat.teamId !== keyOf(request, 'team')) throw chatNotFound();
  const root = messageIn(chat, keyOf(request, 'message'));
  if (root.replyToId !== null) throw chatNotFound();
  const replyId = keyOf(request, 'reply');
  if (replyId === '') return { chat, message: root };
  const message = messageIn(chat, replyId);
  if (message.replyToId !== root.id) throw chatNotFound();
  return { chat, message };
}

function target(request: ChatRequest, chats: Chats): { chat: Chat; message: Message } {
  if (request.keys.has('channel')) return channelMessage(request, chats);
  const { chat } = openChat(request, chats);
  return { chat, message: messageIn(chat, keyOf(request, 'message')) };
}

/** Graph: update chatMessage, which an application may only use to mark a policy violation: 204. */
export async function markMessage(request: ChatRequest): Promise<GraphReply> {
  checkModel(request);
  const policyViolation = readViolation(request.body);
  await change(request, (chats) => {
    const { chat, message } = target(request, chats);
    return { chat: withChangedMessage(chat, message, { policyViolation }, request.now), result: true };
  });
  return { status: 204 };
}

import type { Chat, Message } from '../../teams/chat.js';
import { identityOf } from '../../teams/happen.js';
import type { GraphRequest } from '../request.js';

/** @returns Whether the caller takes values of enumerations that were added later (Graph: evolvable enumerations). */
export function prefersAllEnums({ call }: GraphRequest): boolean {
  return /\binclude-unknown-enum-members\b/i.test(call.headers['prefer'] ?? '');
}

function shownType({ messageType }: Message, hasPreferredEnums: boolean): string {
  return messageType === 'systemEventMessage' && !hasPreferredEnums ? 'unknownFutureValue' : messageType;
}

/** A message as Graph shows it (Graph: chatMessage resource type). */
export function showMessage(
  chat: Chat,
  message: Message,
  hasPreferredEnums: boolean,
): Record<string, unknown> {
  const isChannel = chat.chatType === 'channel';
  return {
    id: message.id,
    replyToId: message.replyToId,
    etag: String(Date.parse(message.lastModifiedDateTime)),
    messageType: shownType(message, hasPreferredEnums),
    createdDateTime: message.createdDateTime,
    lastModifiedDateTime: message.lastModifiedDateTime,
    lastEditedDateTime: message.lastEditedDateTime,
    deletedDateTime: message.deletedDateTime,
    subject: message.subject,
    summary: null,
    chatId: isChannel ? null : chat.id,
    importance: message.importance,
    locale: 'en-us',
    webUrl: null,
    channelIdentity: isChannel ? { teamId: chat.teamId, channelId: chat.id } : null,
    policyViolation: message.policyViolation,
    eventDetail: message.eventDetail,
    from: message.from && identityOf(message.from),
    body: message.body,
    attachments: message.attachments,
    mentions: message.mentions,
    reactions: message.reactions,
    messageHistory: [],
  };
}

/** The newest message as a list of chats shows it (Graph: chatMessageInfo resource type). */
export function showPreview(message: Message, hasPreferredEnums: boolean): Record<string, unknown> {
  return {
    id: message.id,
    createdDateTime: message.createdDateTime,
    isDeleted: message.deletedDateTime !== null,
    messageType: shownType(message, hasPreferredEnums),
    eventDetail: message.eventDetail,
    body: message.body,
    from: message.from && identityOf(message.from),
  };
}

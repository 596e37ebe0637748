import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type ContextOutput, type ResultTable } from '../../integration/results/command-result.js';
import { identityIn, objectsIn } from './identity.js';
import { textOf } from './message-output.js';
import { shownText } from './shown-text.js';

/** Where chats stand in the context. */
export const CHATS = { prefix: 'MSGraphTeamsChat', key: 'ID' } as const;

/** Where memberships stand in the context. */
export const MEMBERS = { prefix: 'MSGraphTeamsChatMember', key: 'ID' } as const;

const CHAT_COLUMNS = ['Subject', 'Created', 'LastUpdatedTime', 'Type', 'ID'] as const;

/** A chat under its context keys. @param userId Whose chat it is, where that is known. */
export function chatContext(chat: JsonObject, userId: string | undefined): Record<string, unknown> {
  const preview = chat['lastMessagePreview'];
  return {
    ID: chat['id'],
    Subject: chat['topic'],
    Created: chat['createdDateTime'],
    LastUpdatedTime: chat['lastUpdatedDateTime'],
    Type: chat['chatType'],
    UserID: userId,
    WebUrl: chat['webUrl'],
    TenantID: chat['tenantId'],
    ...('members' in chat && { Members: objectsIn(chat['members']).map(memberContext) }),
    ...(isJsonObject(preview) && {
      LastMessage: {
        ID: preview['id'],
        Created: preview['createdDateTime'],
        From: identityIn(preview['from']).name,
        Text: textOf(preview),
      },
    }),
  };
}

/** A table of chats. @param userId Whose chats they are: a chat of two without a subject is called after the other one. */
export function chatTable(title: string, chats: readonly JsonObject[], userId?: string): ResultTable {
  return {
    title,
    columns: CHAT_COLUMNS,
    rows: chats.map((chat) => ({
      Subject: shownText(textAt(chat, 'topic') ?? otherMember(chat, userId) ?? ''),
      Created: chat['createdDateTime'],
      LastUpdatedTime: chat['lastUpdatedDateTime'],
      Type: chat['chatType'],
      ID: chat['id'],
    })),
  };
}

/** One chat in the context. */
export function chatOutput(chat: JsonObject, userId: string | undefined): ContextOutput {
  return { ...CHATS, value: chatContext(chat, userId) };
}

function otherMember(chat: JsonObject, userId: string | undefined): string | undefined {
  if (chat['chatType'] !== 'oneOnOne' || userId === undefined) return undefined;
  const others = objectsIn(chat['members']).filter((member) => !isMember(member, userId));
  const [other] = others;
  return others.length === 1 && other ? textAt(other, 'displayName') : undefined;
}

/** Whether a membership is that of a person, by object ID or mail address. */
export function isMember(member: JsonObject, name: string): boolean {
  return ['userId', 'email'].some((key) => textAt(member, key)?.toLowerCase() === name.toLowerCase());
}

/** A membership under its context keys, without its chat. */
export function memberContext(member: JsonObject): Record<string, unknown> {
  return {
    ID: member['id'],
    Name: member['displayName'],
    HistoryStartTime: member['visibleHistoryStartDateTime'],
    UserID: member['userId'],
    Email: member['email'],
    Roles: member['roles'],
    TenantID: member['tenantId'],
  };
}

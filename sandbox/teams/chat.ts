/** Who wrote a message or did something in a chat (Graph: chatMessageFromIdentitySet). */
export type Sender =
  | {
      readonly kind: 'user';
      /** Object ID in the home tenant. */
      readonly id: string;
      readonly displayName: string;
      readonly userIdentityType: 'aadUser' | 'federatedUser';
      readonly tenantId: string;
    }
  | { readonly kind: 'application'; readonly id: string; readonly displayName: string };

/** Membership of one person (Graph: aadUserConversationMember). */
export interface Member {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string | null;
  /** Home tenant of the person. */
  readonly tenantId: string;
  readonly role: 'owner' | 'guest';
  /** ISO 8601 UTC from when on the person can read the chat; year 1 for all of it. */
  readonly visibleHistoryStartDateTime: string;
}

/** A message as it is written down (Graph: chatMessage). Times are ISO 8601 UTC. */
export interface Message {
  /** Milliseconds since 1970 of its creation; unique within its chat only. */
  readonly id: string;
  /** The message it answers, in a channel. */
  readonly replyToId: string | null;
  readonly messageType: 'message' | 'systemEventMessage';
  readonly createdDateTime: string;
  /** Moves with edits, deletion, reactions and policy violations. */
  readonly lastModifiedDateTime: string;
  readonly lastEditedDateTime: string | null;
  readonly deletedDateTime: string | null;
  readonly subject: string | null;
  readonly importance: 'normal' | 'high' | 'urgent';
  readonly from: Sender | null;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly attachments: readonly Readonly<Record<string, unknown>>[];
  readonly mentions: readonly Readonly<Record<string, unknown>>[];
  readonly reactions: readonly Readonly<Record<string, unknown>>[];
  readonly policyViolation: Readonly<Record<string, unknown>> | null;
  readonly eventDetail: Readonly<Record<string, unknown>> | null;
}

/** Something that somebody is going to do in a chat. */
export type ComingEvent = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Sender;
  /** ID of the message it is about; one's own answer is looked for after it. */
  readonly about: string;
} & (
  | { readonly act: 'say' | 'edit'; readonly content: string; readonly contentType: 'text' | 'html' }
  | { readonly act: 'react'; readonly reaction: string }
  | { readonly act: 'delete' }
);

/** A chat, or a channel of a team, with everything in it. */
export interface Chat {
  readonly id: string;
  readonly chatType: 'oneOnOne' | 'group' | 'meeting' | 'channel';
  /** The team of a channel; null for chats. */
  readonly teamId: string | null;
  readonly topic: string | null;
  readonly createdDateTime: string;
  /** Moves with the name and the roster, not with messages. */
  readonly lastUpdatedDateTime: string;
  readonly members: readonly Member[];
  readonly messages: Readonly<Record<string, Message>>;
  /** What is going to happen, in no particular order. */
  readonly coming: readonly ComingEvent[];
}

/** From when on somebody can read who can read everything (Graph: conversationMember). */
export const wholeHistory = '0001-01-01T00:00:00Z';

/** @returns The messages, oldest first. */
export function oldestFirst(chat: Chat): Message[] {
  return Object.values(chat.messages).sort((left, right) => Number(left.id) - Number(right.id));
}

/** @returns The membership of a person, if there is one. */
export function memberOf(chat: Chat, userId: string | undefined): Member | undefined {
  return chat.members.find((candidate) => candidate.userId === userId);
}

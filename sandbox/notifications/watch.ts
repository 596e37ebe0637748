import { createHash } from 'node:crypto';
import { memberOf, type Chat, type Message } from '../teams/chat.js';
import type { ChangeType, SubscriptionTarget, Watch } from '../tenant/subscription.js';

/** Something that happened to a message. */
export interface MessageChange {
  readonly chat: Chat;
  /** As it is by now. */
  readonly message: Message;
  readonly changeType: ChangeType;
}

/** How long what is known of a message is kept, in milliseconds: changes of another process are heard of by then. */
const memoryMs = 10 * 60_000;

function stampOf(message: Message): string {
  const digest = createHash('sha256').update(JSON.stringify(message)).digest('base64').slice(0, 16);
  return `${message.deletedDateTime === null ? 'there' : 'deleted'} ${digest}`;
}

function messagesFor({ chatId, memberId }: SubscriptionTarget, chats: readonly Chat[], since: number) {
  return chats.flatMap((chat) => {
    if (chat.chatType === 'channel' || (chatId !== null && chat.id !== chatId)) return [];
    const member = memberId === null ? undefined : memberOf(chat, memberId);
    if (memberId !== null && !member) return [];
    const visibleFrom = member ? Date.parse(member.visibleHistoryStartDateTime) : -Infinity;
    return Object.values(chat.messages)
      .filter(({ lastModifiedDateTime }) => Date.parse(lastModifiedDateTime) >= since)
      .filter(({ createdDateTime }) => Date.parse(createdDateTime) >= visibleFrom)
      .map((message) => ({ chat, message, key: `${chat.id}/${message.id}`, stamp: stampOf(message) }));
  });
}

/**
 * Begins to watch: whatever there is, is known.
 *
 * @param since Milliseconds since 1970.
 */
export function newWatch(target: SubscriptionTarget, chats: readonly Chat[], since: number): Watch {
  const known = messagesFor(target, chats, since).map(({ key, stamp }) => [key, stamp] as const);
  return { since, seen: Object.fromEntries(known) };
}

/** What happened to a message, in order; more than one thing where nobody looked in between. */
function changesOf(message: Message, seen: string | undefined, isNew: boolean): ChangeType[] {
  const isDeleted = message.deletedDateTime !== null;
  if (seen !== undefined || !isNew) {
    return [isDeleted && seen?.startsWith('deleted') !== true ? 'deleted' : 'updated'];
  }
  const { createdDateTime, lastModifiedDateTime, lastEditedDateTime, reactions } = message;
  const wasChanged =
    lastModifiedDateTime !== createdDateTime || lastEditedDateTime !== null || reactions.length > 0;
  return ['created', ...(isDeleted ? ['deleted' as const] : wasChanged ? ['updated' as const] : [])];
}

/**
 * What happened since the last look (Graph: change notifications for messages).
 *
 * @param now Milliseconds since 1970.
 * @returns The changes, oldest message first, and what is known from now on.
 */
export function changesSince(
  { since, seen }: Watch,
  target: SubscriptionTarget,
  chats: readonly Chat[],
  now: number,
): { changes: MessageChange[]; watch: Watch } {
  const news = messagesFor(target, chats, since)
    .filter(({ key, stamp }) => seen[key] !== stamp)
    .sort((left, right) => Number(left.message.id) - Number(right.message.id));
  const changes = news.flatMap(({ chat, message, key }) =>
    changesOf(message, seen[key], Date.parse(message.createdDateTime) >= since).map((changeType) => ({
      chat,
      message,
      changeType,
    })),
  );
  const from = Math.max(since, now - memoryMs);
  const all = { ...seen, ...Object.fromEntries(news.map(({ key, stamp }) => [key, stamp])) };
  const recent = messagesFor(target, chats, from).map(({ key }) => key);
  const kept = recent.flatMap((key) => {
    const stamp = all[key];
    return stamp === undefined ? [] : [[key, stamp] as const];
  });
  return { changes, watch: { since: from, seen: Object.fromEntries(kept) } };
}

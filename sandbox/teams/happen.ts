import type { Chat, ComingEvent, Message, Sender } from './chat.js';

const blank = {
  replyToId: null,
  messageType: 'message',
  lastEditedDateTime: null,
  deletedDateTime: null,
  subject: null,
  importance: 'normal',
  attachments: [],
  mentions: [],
  reactions: [],
  policyViolation: null,
  eventDetail: null,
} as const;

/** What somebody says, as far as it is not usual. */
export type Draft = Pick<Message, 'from' | 'body'> & Partial<Message>;

/**
 * Puts a message into a chat, at the first free millisecond.
 *
 * @param at Milliseconds since 1970.
 * @returns The chat with it, and the message.
 */
export function withMessage(chat: Chat, draft: Draft, at: number): { chat: Chat; message: Message } {
  let time = at;
  while (Object.hasOwn(chat.messages, String(time))) time += 1;
  const created = new Date(time).toISOString();
  const message: Message = {
    ...blank,
    createdDateTime: created,
    lastModifiedDateTime: created,
    ...draft,
    id: String(time),
  };
  return { chat: { ...chat, messages: { ...chat.messages, [message.id]: message } }, message };
}

/** @returns The chat with a message replaced and marked as modified. */
export function withChangedMessage(
  chat: Chat,
  message: Message,
  changes: Partial<Message>,
  at: number,
): Chat {
  const lastModifiedDateTime = new Date(at).toISOString();
  return {
    ...chat,
    messages: { ...chat.messages, [message.id]: { ...message, ...changes, lastModifiedDateTime } },
  };
}

/**
 * Puts a system event into a chat (Graph: get system messages).
 *
 * @param type Such as `chatRenamed`.
 */
export function withSystemEvent(
  chat: Chat,
  type: string,
  detail: Readonly<Record<string, unknown>>,
  at: number,
): Chat {
  return withMessage(
    chat,
    {
      messageType: 'systemEventMessage',
      from: null,
      body: { contentType: 'html', content: '<systemEventMessage/>' },
      eventDetail: { '@odata.type': `#microsoft.graph.${type}EventMessageDetail`, ...detail },
    },
    at,
  ).chat;
}

/** @returns A sender as an `identitySet` names one. */
export function identityOf(sender: Sender): Readonly<Record<string, unknown>> {
  const { kind, ...identity } = sender;
  return {
    application: kind === 'application' ? identity : null,
    device: null,
    user: kind === 'user' ? { '@odata.type': '#microsoft.graph.teamworkUserIdentity', ...identity } : null,
  };
}

function latestBy(chat: Chat, event: ComingEvent): Message | undefined {
  return Object.values(chat.messages)
    .filter(({ id, from }) => from?.id === event.by.id && Number(id) > Number(event.about))
    .sort((left, right) => Number(right.id) - Number(left.id))[0];
}

function happened(chat: Chat, event: ComingEvent): Chat {
  const { at, by } = event;
  const hasLeft = !chat.members.some(({ userId }) => userId === by.id);
  if (hasLeft && chat.chatType !== 'channel') return chat;
  if (event.act === 'say') {
    const body = { contentType: event.contentType, content: event.content };
    return withMessage(chat, { from: by, body }, at).chat;
  }
  if (event.act === 'react') {
    const target = chat.messages[event.about];
    if (!target) return chat;
    const reaction = {
      reactionType: event.reaction,
      createdDateTime: new Date(at).toISOString(),
      user: identityOf(by),
    };
    return withChangedMessage(chat, target, { reactions: [...target.reactions, reaction] }, at);
  }
  const own = latestBy(chat, event);
  if (!own) return chat;
  const time = new Date(at).toISOString();
  return event.act === 'edit'
    ? withChangedMessage(
        chat,
        own,
        {
          body: { contentType: event.contentType, content: event.content },
          lastEditedDateTime: time,
        },
        at,
      )
    : withChangedMessage(
        chat,
        own,
        { body: { contentType: own.body.contentType, content: '' }, deletedDateTime: time },
        at,
      );
}

/**
 * A chat at a moment: with everything that was to happen until then.
 *
 * @param now Milliseconds since 1970.
 */
export function chatAt(chat: Chat, now: number): Chat {
  const due = chat.coming.filter(({ at }) => at <= now);
  if (due.length === 0) return chat;
  return due
    .sort((left, right) => left.at - right.at)
    .reduce(happened, { ...chat, coming: chat.coming.filter(({ at }) => at > now) });
}

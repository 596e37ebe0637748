import { stableId } from '../tenant/identity.js';
import type { Chat, Message, Sender } from './chat.js';
import { withMessage, type Draft } from './happen.js';
import { memberFrom, oneOnOneId, senderOf, threadId, writtenPerson } from './participants.js';

/** In milliseconds. */
export const minute = 60_000;
/** Milliseconds since 1970 of when the first chat was made. */
export const start = Date.UTC(2026, 1, 16, 8, 0, 0, 651);

/** @returns A written person, by name, as a sender. */
export function by(name: string): Sender {
  return senderOf(writtenPerson(name));
}

/** @returns A body of HTML. */
export function html(content: string): Message['body'] {
  return { contentType: 'html', content };
}

/** @returns What a written person said; `more` says what is unusual about it. */
export function said(name: string, content: string, more: Partial<Message> = {}): Draft {
  return { from: by(name), body: html(content), ...more };
}

/** @returns ISO 8601 UTC of so many minutes after the first chat. */
export function at(minutes: number): string {
  return new Date(start + minutes * minute).toISOString();
}

/** An empty chat of written people; the caller says what differs. */
export function blank(
  id: string,
  chatType: Chat['chatType'],
  names: readonly string[],
  minutes: number,
): Chat {
  const createdDateTime = at(minutes);
  return {
    id,
    chatType,
    teamId: null,
    topic: null,
    createdDateTime,
    lastUpdatedDateTime: createdDateTime,
    members: names.map((name) => memberFrom(writtenPerson(name))),
    messages: {},
    coming: [],
  };
}

/** @returns The chat with messages, each so many minutes after the first chat. */
export function withMessages(chat: Chat, drafts: readonly [number, Draft][]): Chat {
  return drafts.reduce(
    (before, [minutes, draft]) => withMessage(before, draft, start + minutes * minute).chat,
    chat,
  );
}

/** The chat of Adele and somebody else. */
export function pair(other: string, minutes: number): Chat {
  const ids = [writtenPerson('adele').id, writtenPerson(other).id] as const;
  return blank(oneOnOneId(...ids), 'oneOnOne', ['adele', other], minutes);
}

/** A group chat; the seed makes its ID. */
export function group(topic: string | null, seed: string, names: readonly string[], minutes: number): Chat {
  return { ...blank(threadId(stableId(`chat:${seed}`)), 'group', names, minutes), topic };
}

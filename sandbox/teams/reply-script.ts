import type { Tenant } from '../tenant/tenant.js';
import { oldestFirst, type Chat, type ComingEvent, type Message } from './chat.js';
import { senderOf } from './participants.js';

/** What somebody does in a chat. */
export type ReplyStep = {
  /** User principal name or object ID of who does it; somebody who is not in the chat does nothing. */
  readonly by: string;
  /** Seconds of the sandbox's clock after the message; 0 by default. */
  readonly afterSeconds?: number;
  /** How the words are written; `text` by default. */
  readonly contentType?: 'text' | 'html';
} & (
  | {
      /** Words, or what makes them out of those of the message without its markup. */
      readonly say: string | ((question: string) => string);
    }
  | {
      /** What their latest answer is changed to. */
      readonly edit: string;
    }
  | {
      /** A reaction to the message, such as `like` or an emoji. */
      readonly react: string;
    }
  | {
      /** Deletes their latest answer. */
      readonly withdraw: true;
    }
);

/** How people in the tenant answer what is sent. */
export interface ReplyScript {
  /** Messages it is about; all of them by default. */
  readonly to?: {
    /** In the message without its markup; text is found in any case. */
    readonly contains?: string | RegExp;
    readonly chatId?: string;
    readonly chatType?: 'oneOnOne' | 'group' | 'meeting';
  };
  /** What happens, in any order. The first one has to be done by another member for the script to apply. */
  readonly then: readonly ReplyStep[];
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** @returns The words of a message; each block of its markup is a line. */
export function wordsOf({ body }: Pick<Message, 'body'>): string {
  if (body.contentType === 'text') return body.content;
  return body.content
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function isAbout({ to }: ReplyScript, chat: Chat, words: string): boolean {
  const { contains, chatId, chatType } = to ?? {};
  const isFound =
    typeof contains === 'string'
      ? words.toLowerCase().includes(contains.toLowerCase())
      : contains === undefined || words.search(contains) >= 0;
  return (
    isFound &&
    (chatId === undefined || chatId === chat.id) &&
    (chatType === undefined || chatType === chat.chatType)
  );
}

/**
 * What somebody is going to do.
 *
 * @param message What it is about.
 * @param now Milliseconds since 1970 from which the step counts.
 * @returns undefined for somebody who is not in the chat.
 */
function comingEvent(
  step: ReplyStep,
  chat: Chat,
  message: Message,
  tenant: Tenant,
  now: number,
): ComingEvent | undefined {
  const person = tenant.find(step.by);
  if (!person || !chat.members.some(({ userId }) => userId === person.id)) return undefined;
  const head = { at: now + (step.afterSeconds ?? 0) * 1000, by: senderOf(person), about: message.id };
  const contentType = step.contentType ?? 'text';
  if ('say' in step) {
    const content = typeof step.say === 'string' ? step.say : step.say(wordsOf(message));
    return { ...head, act: 'say', content, contentType };
  }
  if ('edit' in step) return { ...head, act: 'edit', content: step.edit, contentType };
  return 'react' in step ? { ...head, act: 'react', reaction: step.react } : { ...head, act: 'delete' };
}

/**
 * Lets somebody react to the newest message of a chat.
 *
 * @param now Milliseconds since 1970.
 * @throws RangeError where there is no message, or nobody of that name in the chat.
 */
export function withReply(chat: Chat, step: ReplyStep, tenant: Tenant, now: number): Chat {
  const newest = oldestFirst(chat).at(-1);
  const event = newest && comingEvent(step, chat, newest, tenant, now);
  if (!event) throw new RangeError(`In chat '${chat.id}', '${step.by}' has nothing to reply to.`);
  return { ...chat, coming: [...chat.coming, event] };
}

/**
 * What a message sets off: the first script that is about it decides.
 *
 * @param now Milliseconds since 1970.
 */
export function answersTo(
  scripts: readonly ReplyScript[],
  chat: Chat,
  message: Message,
  tenant: Tenant,
  now: number,
): ComingEvent[] {
  const words = wordsOf(message);
  for (const script of scripts) {
    if (!isAbout(script, chat, words)) continue;
    const leader = tenant.find(script.then[0]?.by ?? '');
    const isOther =
      leader?.id !== message.from?.id && chat.members.some(({ userId }) => userId === leader?.id);
    if (!isOther) continue;
    return script.then.flatMap((step) => comingEvent(step, chat, message, tenant, now) ?? []);
  }
  return [];
}

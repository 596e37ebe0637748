import type { ChatBook, Chats } from '../../teams/chat-book.js';
import type { Chat } from '../../teams/chat.js';
import type { ReplyScript } from '../../teams/reply-script.js';
import type { Tenant } from '../../tenant/tenant.js';
import type { GraphReply, GraphRequest } from '../request.js';

/** A call about chats that passed the token, route and permission checks. */
export interface ChatRequest extends GraphRequest {
  /** What stands in the path for each name in braces of the route. */
  readonly keys: ReadonlyMap<string, string>;
  /** Parsed JSON body; undefined where there is none. */
  readonly body: unknown;
  readonly tenant: Tenant;
  /** As of now, or as a lagging replica has them. */
  readonly chats: Chats;
  readonly replies: readonly ReplyScript[];
  /** Makes or changes one chat, with no other change in between. */
  readonly update: (decide: Parameters<ChatBook['update']>[0]) => Promise<void>;
}

/** Answers one kind of call. */
export type ChatHandler = (request: ChatRequest) => GraphReply | Promise<GraphReply>;

/** A part of the path, decoded; empty where the route has none of that name. */
export function keyOf({ keys }: ChatRequest, name: string): string {
  return keys.get(name) ?? '';
}

/** @returns How the context URL names a chat: percent-encoded, unlike in links. */
export function chatContext({ id }: Pick<Chat, 'id'>): string {
  return `chats('${encodeURIComponent(id)}')`;
}

/**
 * Changes a chat and hands out what the change was about.
 *
 * @param decide Looks at the newest chats; without a chat nothing is changed. It may throw.
 */
export async function change<T>(
  { update }: ChatRequest,
  decide: (chats: Chats) => { chat: Chat | undefined; result: T },
): Promise<T> {
  const results: T[] = [];
  await update((chats) => {
    const { chat, result } = decide(chats);
    results.splice(0, results.length, result);
    return chat;
  });
  const [result] = results;
  if (result === undefined) throw new Error('The change was not made.');
  return result;
}

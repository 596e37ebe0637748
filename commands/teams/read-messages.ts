import { type GraphClient } from '../../integration/graph/client.js';
import { collect, type Collected, type Sifted } from '../../integration/graph/collect.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { isDeleted, isSystemEvent } from './message-output.js';

/** By what messages are sorted, newest first: Graph knows no other order (Graph: list messages in a chat). */
export type MessageOrder = 'createdDateTime' | 'lastModifiedDateTime';

/** Which messages of a chat are wanted. */
export interface MessagePart {
  readonly limit: number;
  readonly order: MessageOrder;
  /** Milliseconds since 1970; those from then on. */
  readonly since?: number | undefined;
  /** Milliseconds since 1970; those before. */
  readonly until?: number | undefined;
  readonly hasSystemEvents: boolean;
  readonly hasDeleted: boolean;
  readonly pageSize?: number | undefined;
  /** The `next` of an earlier call. */
  readonly from?: string | undefined;
}

/** Most messages of one page (Graph: list messages in a chat). */
export const LARGEST_PAGE = 50;

/** Read beyond the limit, in the place of messages that do not count. */
const SPARE = 10;

/**
 * Reads the newest messages of a chat. Graph: GET /chats/{id}/messages. Reading ends at the limit, and at the first message
 * older than `since`.
 */
export async function readMessages(
  chatId: string,
  part: MessagePart,
  graph: GraphClient,
): Promise<Collected> {
  const { limit, order, since, until, from, pageSize } = part;
  const sift = (message: JsonObject): Sifted => {
    if (since !== undefined && timeOf(message, order) < since) return 'end';
    if (!part.hasSystemEvents && isSystemEvent(message)) return 'leave';
    return !part.hasDeleted && isDeleted(message) ? 'leave' : 'take';
  };
  return collect(
    graph,
    path`chats/${chatId}/messages`,
    { orderby: `${order} desc`, ...(until !== undefined && { filter: before(order, until) }) },
    {
      limit,
      sift,
      pageSize: pageSize ?? Math.min(LARGEST_PAGE, limit + SPARE),
      ...(from !== undefined && { from }),
    },
  );
}

/** The one comparison that Graph knows for both times. */
function before(order: MessageOrder, moment: number): string {
  return `${order} lt ${new Date(moment).toISOString()}`;
}

function timeOf(message: JsonObject, order: MessageOrder): number {
  return Date.parse(textAt(message, order) ?? '');
}

/** A message behind which others are looked for. */
export interface MessageMark {
  readonly id: string;
  /** `createdDateTime` of it. */
  readonly created: string;
}

/**
 * The messages that people and bots wrote after one of a chat, oldest first, deleted ones among them. No more pages are read
 * than hold them.
 */
export async function messagesAfter(
  chatId: string,
  { id, created }: MessageMark,
  graph: Pick<GraphClient, 'pages'>,
): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  const query = { orderby: 'createdDateTime desc', top: LARGEST_PAGE };
  for await (const { items } of graph.pages(path`chats/${chatId}/messages`, query)) {
    for (const message of items) {
      const isBehind = message['id'] !== id && timeOf(message, 'createdDateTime') >= Date.parse(created);
      if (!isBehind) return found.toReversed();
      if (!isSystemEvent(message)) found.push(message);
    }
  }
  return found.toReversed();
}

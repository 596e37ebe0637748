import { LARGEST_PAGE } from '../../commands/teams/read-messages.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { createdOn } from './incident.js';
import { type Place } from './place.js';

/**
 * How far behind the newest message a reading goes back, in milliseconds: Teams may show one a little after others that
 * were written later.
 */
const OVERLAP_MS = 120_000;

/** What a reading found. */
export interface Reading {
  /** The messages that were not dealt with before, oldest first; empty for the first reading, which only begins. */
  readonly fresh: readonly JsonObject[];
  /** How far the chat is read once they are dealt with. */
  readonly place: Place;
}

/**
 * Reads what is new in a chat. Graph: GET /chats/{id}/messages, newest first, as it knows no other order. No more pages
 * are read than hold what is new.
 * @param place Where the last reading ended; undefined for the first one, so that nobody is flooded with the past.
 * @throws GraphError @throws TransportError @throws AuthError
 */
export async function readNew(
  chatId: string,
  place: Place | undefined,
  graph: Pick<GraphClient, 'pages'>,
): Promise<Reading> {
  const found = new Map<string, JsonObject>();
  let from = place && horizonOf(place);
  const query = { orderby: 'createdDateTime desc', top: LARGEST_PAGE };
  pages: for await (const { items } of graph.pages(path`chats/${chatId}/messages`, query)) {
    for (const message of items) {
      const created = createdOn(message);
      const id = textAt(message, 'id');
      if (id === undefined || Number.isNaN(created)) continue;
      from ??= created - OVERLAP_MS;
      if (created < from) break pages;
      // A page may repeat an item when something came while pages were read.
      found.set(id, message);
    }
  }
  const messages = inOrder([...found.values()]);
  const fresh = place ? messages.filter((message) => !isSeen(message, place)) : [];
  return { fresh, place: behind(messages, place) };
}

/** Oldest first. */
export function inOrder(messages: readonly JsonObject[]): readonly JsonObject[] {
  const number = (message: JsonObject): number => Number(message['id']);
  return messages.toSorted((a, b) => createdOn(a) - createdOn(b) || number(a) - number(b) || 0);
}

/** Whether a message was dealt with: it is noted, or so old that a reading has passed it. */
export function isSeen(message: JsonObject, place: Place): boolean {
  return Object.hasOwn(place.seen, textAt(message, 'id') ?? '') || createdOn(message) < horizonOf(place);
}

/** The same place with more messages dealt with. */
export function withSeen(place: Place, messages: readonly JsonObject[]): Place {
  const more = messages.map((message) => [textAt(message, 'id') ?? '', createdText(message)] as const);
  return { ...place, seen: { ...place.seen, ...Object.fromEntries(more) } };
}

/** The place behind a reading: everything that it found is dealt with, what lies far behind is no longer noted. */
function behind(messages: readonly JsonObject[], before: Place = { readTo: '', seen: {} }): Place {
  const { readTo, seen } = withSeen(before, messages);
  const newest = messages.at(-1);
  const place = { readTo: newest && isLater(newest, readTo) ? createdText(newest) : readTo, seen };
  const horizon = horizonOf(place);
  return {
    ...place,
    seen: Object.fromEntries(Object.entries(seen).filter(([, created]) => Date.parse(created) >= horizon)),
  };
}

function isLater(message: JsonObject, readTo: string): boolean {
  return readTo === '' || createdOn(message) > Date.parse(readTo);
}

/** From when on messages have to be looked at, in milliseconds since 1970. */
function horizonOf({ readTo }: Place): number {
  return readTo === '' ? -Infinity : Date.parse(readTo) - OVERLAP_MS;
}

function createdText(message: JsonObject): string {
  return textAt(message, 'createdDateTime') ?? '';
}

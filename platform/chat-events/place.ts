import { isJsonObject, parseJson, textAt } from '../../integration/json.js';
import { type IntegrationContextStore } from '../../integration/state/store.js';
import { updateContext } from '../../integration/state/update-context.js';

/** How far a chat was read. */
export interface Place {
  /** `createdDateTime` of the newest message that a reading found; empty where the chat was empty. */
  readonly readTo: string;
  /**
   * `createdDateTime` by ID of the messages that were dealt with: those shortly before `readTo`, and those that a
   * notification brought since.
   */
  readonly seen: Readonly<Record<string, string>>;
}

/** Where each chat of an instance was read to, kept in its integration context. */
export interface Places {
  /** Undefined for a chat that was never read. */
  of(chatId: string): Promise<Place | undefined>;
  keep(chatId: string, place: Place): Promise<void>;
  /** Forgets every other chat: one that is watched again later begins anew. */
  keepOnly(chatIds: readonly string[]): Promise<void>;
}

/** What they are kept under: text, since that is what every platform keeps faithfully. */
const KEY = 'chat_events_places';

/** The places in an instance's context. */
export function createPlaces(store: IntegrationContextStore): Places {
  const change = (of: (places: Record<string, Place>) => Record<string, Place>): Promise<void> =>
    updateContext(store, (context) => ({ ...context, [KEY]: JSON.stringify(of(placesIn(context[KEY]))) }));
  const read = async (): Promise<Record<string, Place>> => placesIn((await store.read()).value[KEY]);
  return {
    of: async (chatId) => (await read())[chatId],
    keep: (chatId, place) => change((places) => ({ ...places, [chatId]: place })),
    async keepOnly(chatIds) {
      const isWatched = ([chatId]: [string, Place]): boolean => chatIds.includes(chatId);
      if (Object.entries(await read()).every(isWatched)) return;
      await change((places) => Object.fromEntries(Object.entries(places).filter(isWatched)));
    },
  };
}

function placesIn(kept: unknown): Record<string, Place> {
  const parsed = typeof kept === 'string' ? parseJson(kept) : undefined;
  const places = Object.entries(isJsonObject(parsed) ? parsed : {}).flatMap(([chatId, place]) => {
    const readTo = isJsonObject(place) ? textAt(place, 'readTo') : undefined;
    if (!isJsonObject(place) || readTo === undefined) return [];
    const seen = Object.entries(isJsonObject(place['seen']) ? place['seen'] : {});
    const created = seen.flatMap(([id, time]) => (typeof time === 'string' ? [[id, time] as const] : []));
    return [[chatId, { readTo, seen: Object.fromEntries(created) }] as const];
  });
  return Object.fromEntries(places);
}

import { isSystemEvent } from '../../commands/teams/message-output.js';
import { identityIn } from '../../commands/teams/identity.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { createAlarm } from './alarm.js';
import { backOff } from './back-off.js';
import { type ChatIncident, incidentOf } from './incident.js';
import { type Place, type Places } from './place.js';
import { inOrder, isSeen, readNew, withSeen } from './read-new.js';
import { type WatchServices } from './services.js';

/** What a chat's watch works with. */
export interface ChatWatchServices extends WatchServices {
  readonly places: Places;
  /** Keeps incidents; resolves once they are kept for good. */
  readonly deliver: (incidents: readonly ChatIncident[]) => Promise<void>;
  /** How long until a chat is looked at again although nobody says that something is new there, in milliseconds. */
  readonly pace: () => number;
  /** Object ID of the user for whom the instance acts; undefined for an application. */
  readonly ownUser: () => Promise<string | undefined>;
}

/** The watch of one chat. */
export interface ChatWatch {
  /** Reads the chat soon. @param messageId What is expected to be found there. */
  read(messageId?: string): void;
  /** Deals with a message that a notification brought. */
  take(message: JsonObject): void;
  /** Whether it is known, and noted down, which messages are new. */
  hasBegun(): boolean;
  readonly done: Promise<void>;
}

/** Time for what belongs together to arrive, and to be put in order, in milliseconds. */
const GATHERING_MS = 1_000;

/** Incidents that are kept at a time. */
const BATCH = 50;

/** How often a message that was announced and is not there yet is looked for, each time after twice the wait. */
const MOST_LOOKS = 6;

/**
 * Watches a chat until the signal ends it. Every message of somebody else becomes an incident, once and in order, however it
 * came to be known; what fails is told and tried again.
 */
export function watchChat(chatId: string, services: ChatWatchServices): ChatWatch {
  const { clock, signal, problems, places, deliver, pace, ownUser, withGraph } = services;
  const alarm = createAlarm(clock, signal);
  const brought = new Map<string, JsonObject>();
  const expected = new Set<string>();
  let place: Place | undefined;
  let isUnsaved = false;
  let hasBegun = false;
  let isDirty = true;
  let looks = 0;
  let dueOn = 0;

  const save = async (next: Place): Promise<void> => {
    // Told is told: what cannot be noted down now is noted later, and not told again.
    place = next;
    isUnsaved = true;
    await places.keep(chatId, next);
    isUnsaved = false;
    hasBegun = true;
  };

  const tell = async (messages: readonly JsonObject[], from: Place): Promise<Place> => {
    const own = await ownUser();
    const isOwn = (message: JsonObject): boolean =>
      own !== undefined && identityIn(message['from']).id === own;
    let told = from;
    for (let index = 0; index < messages.length; index += BATCH) {
      const batch = messages.slice(index, index + BATCH);
      const counted = batch.filter((message) => !isSystemEvent(message) && !isOwn(message));
      if (counted.length > 0) await deliver(counted.map((message) => incidentOf(message, chatId)));
      told = withSeen(told, batch);
      await save(told);
    }
    return told;
  };

  const tellBrought = async (from: Place): Promise<void> => {
    const messages = [...brought.values()];
    await tell(inOrder(messages.filter((message) => !isSeen(message, from))), from);
    for (const message of messages) brought.delete(textAt(message, 'id') ?? '');
  };

  const readNow = async (): Promise<void> => {
    isDirty = false;
    const before = place;
    const reading = await withGraph((graph) => readNew(chatId, before, graph));
    if (before) await tell(reading.fresh, before);
    const isNew = JSON.stringify(reading.place) !== JSON.stringify(place);
    for (const id of Object.keys(reading.place.seen)) expected.delete(id);
    if (isNew) await save(reading.place);
    dueOn = clock.now() + nextLook();
  };

  /** A message may be announced before a reading shows it. */
  const nextLook = (): number => {
    if (expected.size === 0 || looks >= MOST_LOOKS) {
      looks = 0;
      expected.clear();
      return pace();
    }
    looks += 1;
    return Math.min(pace(), GATHERING_MS * 2 ** looks);
  };

  const step = async (): Promise<void> => {
    if (!place) {
      place = await places.of(chatId);
      hasBegun = place !== undefined;
    }
    if (place && isUnsaved) await save(place);
    if (place && brought.size > 0) await tellBrought(place);
    if (isDirty || clock.now() >= dueOn) await readNow();
  };

  const isOver = (): boolean => signal.aborted;

  const run = async (): Promise<void> => {
    const pauses = backOff(services.firstPauseMs);
    while (!isOver()) {
      try {
        await step();
        pauses.reset();
        problems.clear(`Chat ${chatId}`);
        const isRung = await alarm.wait(Math.min(pace(), Math.max(0, dueOn - clock.now())));
        if (isRung) await clock.sleep(GATHERING_MS, signal);
      } catch (error) {
        if (isOver()) return;
        isDirty = true;
        services.failed(`Chat ${chatId}`, error);
        await clock.sleep(pauses.next(), signal).catch(() => undefined);
      }
    }
  };

  return {
    read(messageId) {
      // Notifications come twice, too.
      if (messageId !== undefined && Object.hasOwn(place?.seen ?? {}, messageId)) return;
      if (messageId !== undefined) expected.add(messageId);
      isDirty = true;
      alarm.ring();
    },
    take(message) {
      brought.set(textAt(message, 'id') ?? '', message);
      // Before the first reading nobody knows what is new.
      if (!place) isDirty = true;
      alarm.ring();
    },
    hasBegun: () => hasBegun,
    done: run(),
  };
}

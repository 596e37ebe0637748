import { type Clock } from '../../../integration/clock.js';
import { connectionOf } from '../../../integration/dispatcher/connection.js';
import { type Instance } from '../../../integration/dispatcher/invocation.js';
import { SettingsError } from '../../../integration/errors.js';
import { type Log } from '../../../integration/log.js';
import { type ChatEvents, startChatEvents } from '../../chat-events/start.js';
import { type InstancePool } from '../instance-pool.js';
import { type KeptIncident } from './journal-line.js';
import { type IncidentJournal, journalFile, openJournal } from './journal.js';

/** Incidents that are told at a time. */
const MOST_AT_ONCE = 1_000;

/** An instance whose chats are watched. */
export interface Watch {
  readonly instance: string;
  readonly journal: IncidentJournal;
  /** Undefined until the server listens. */
  readonly events: () => ChatEvents | undefined;
  /** What is wrong now; undefined for nothing. */
  readonly health: () => string | undefined;
}

/** The instances of a server whose chats are watched. */
export interface Watches {
  of(instance: string): Watch | undefined;
  all(): readonly Watch[];
  /** Tells of each incident that comes from now on, in order. */
  readonly follow: (listener: (instance: string, incident: KeptIncident) => void) => void;
  /** Begins to watch. @param notificationUrl The address under which the server is reached. */
  start(notificationUrl: string): void;
  /** Ends it; resolves once nothing of it goes on. */
  close(): Promise<void>;
}

/** What watching takes. */
export interface WatchesOptions {
  readonly instances: InstancePool;
  /** The folder of our own files. */
  readonly home: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly warn: (text: string) => void;
}

/**
 * Prepares the watch of every served instance whose `chat_events` is on.
 * @throws SettingsError when the incidents of one cannot be kept.
 */
export async function prepareWatches(options: WatchesOptions): Promise<Watches> {
  const { instances, home, clock, warn } = options;
  const ending = new AbortController();
  const watches = new Map<string, Watch & { readonly start: (url: string) => void }>();
  for (const instance of await instances.tenants()) {
    const { name } = instance;
    if (name === undefined || !isWatched(instance, warn)) continue;
    const journal = await openJournal(journalFile(home, name), clock);
    watches.set(name, createWatch({ ...options, instance, name, journal, signal: ending.signal }));
  }
  return {
    of: (instance) => watches.get(instance),
    all: () => [...watches.values()],
    follow(listener) {
      for (const watch of watches.values()) followOne(watch, listener);
    },
    start(notificationUrl) {
      for (const watch of watches.values()) watch.start(notificationUrl);
    },
    async close() {
      ending.abort();
      await Promise.all([...watches.values()].flatMap((watch) => watch.events()?.done ?? []));
    },
  };
}

/** One with other faults is told of them by its commands; somebody who wants events looks for them here. */
function isWatched(instance: Instance, warn: (text: string) => void): boolean {
  if (instance.params['chat_events'] === undefined) return false;
  try {
    return connectionOf(instance, warn).settings.chatEvents !== undefined;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    warn(`No chat events of ${instance.name ?? ''}: ${error.text}`);
    return false;
  }
}

function followOne({ instance, journal }: Watch, listener: Parameters<Watches['follow']>[0]): void {
  let told = journal.last();
  let turn = Promise.resolve();
  const tell = async (): Promise<void> => {
    for (const incident of await journal.after(told, MOST_AT_ONCE)) {
      told = incident.sequence;
      listener(instance, incident);
    }
  };
  journal.listen(() => {
    // What cannot be read now is told with the next one.
    turn = turn.then(tell).catch(() => undefined);
  });
}

interface OneWatch extends WatchesOptions {
  readonly instance: Instance;
  readonly name: string;
  readonly journal: IncidentJournal;
  readonly signal: AbortSignal;
}

function createWatch(options: OneWatch): Watch & { readonly start: (url: string) => void } {
  const { instance, name, journal, signal, clock, log, warn } = options;
  let events: ChatEvents | undefined;
  let health: string | undefined;
  return {
    instance: name,
    journal,
    events: () => events,
    health: () => health,
    start(notificationUrl) {
      events = startChatEvents({
        ...{ instance, clock, log, signal, notificationUrl },
        deliver: (incidents) => journal.append(incidents),
        health(text) {
          health = text;
          warn(text === undefined ? `Chat events of ${name} work again.` : `Chat events of ${name}: ${text}`);
        },
        remark: (text) => {
          warn(`Chat events of ${name}: ${text}`);
        },
      });
    },
  };
}

import { setMaxListeners } from 'node:events';
import { type Clock } from '../../integration/clock.js';
import { type Connection, connectionOf } from '../../integration/dispatcher/connection.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { SettingsError } from '../../integration/errors.js';
import { type Log } from '../../integration/log.js';
import { type ChatEventSettings } from '../../integration/settings/settings.js';
import { type ChatIncident } from './incident.js';
import { createNotifications, type Notifications } from './notifications.js';
import { createPlaces } from './place.js';
import { createProblems } from './problems.js';
import { newRun, runsWithGraph } from './runs.js';
import { type WatchServices } from './services.js';
import { type ChatWatch, watchChat } from './watch-chat.js';

/** With notifications a chat is looked at this much less often. */
const RECONCILING_FACTOR = 10;

/** What watching the chats of an instance takes. */
export interface ChatEventsOptions {
  readonly instance: Instance;
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps incidents, in this order; resolves once they are kept for good. The same one may come again after a crash. */
  readonly deliver: (incidents: readonly ChatIncident[]) => Promise<void>;
  /** Told what is wrong now, for people; undefined once nothing is. Holds no secret. */
  readonly health: (text: string | undefined) => void;
  /** Told what is worth knowing, for people. */
  readonly remark: (text: string) => void;
  /**
   * The address under which Microsoft reaches the server, without a slash at its end, where the instance's parameters name
   * none.
   */
  readonly notificationUrl: string | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** How it stands with the chats of an instance. */
export interface ChatEventFigures {
  readonly chats: number;
  /** Chats of which it is known what is new there. */
  readonly begun: number;
  /** Subscriptions whose notifications come as of now. */
  readonly subscriptions: number;
  /** Notifications that did not prove that they are Microsoft's. */
  readonly ignored: number;
}

/** The watch of an instance's chats. */
export interface ChatEvents {
  /** Takes what Graph posted to the notification address, parsed from JSON. Returns at once, and never throws. */
  notified(body: unknown): void;
  /** Takes what Graph posted to the lifecycle address. */
  lifecycle(body: unknown): void;
  figures(): ChatEventFigures;
  /** Resolves once it has ended. */
  readonly done: Promise<void>;
}

/**
 * Watches the chats of an instance: each new message of somebody else becomes one incident. It never ends by itself: what
 * fails is told as its health and tried again.
 */
export function startChatEvents(options: ChatEventsOptions): ChatEvents {
  const { instance, health, remark } = options;
  try {
    const connection = connectionOf(instance, remark);
    const { chatEvents } = connection.settings;
    if (!chatEvents) throw new SettingsError('chat_events is off.', 'Switch it on, and start again.');
    return watchAll(options, connection, chatEvents);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    // The settings stay as they are until somebody changes them and starts again.
    health(error.text);
    return {
      notified: () => undefined,
      lifecycle: () => undefined,
      figures: () => ({ chats: 0, begun: 0, subscriptions: 0, ignored: 0 }),
      done: Promise.resolve(),
    };
  }
}

function watchAll(
  options: ChatEventsOptions,
  connection: Connection,
  settings: ChatEventSettings,
): ChatEvents {
  const { clock, log, signal, deliver, health } = options;
  const { state, tokens } = connection;
  // Every chat listens for the end of them all; that is no leak.
  setMaxListeners(0, signal);
  const problems = createProblems(health);
  const services: WatchServices = {
    clock,
    signal,
    problems,
    failed: (what, error) => {
      if (signal.aborted) return;
      problems.set(what, error);
      log.debug('chat events failed', () => ({
        what,
        stack: error instanceof Error ? error.stack : String(error),
      }));
    },
    withGraph: runsWithGraph(connection, options),
    firstPauseMs: settings.intervalMs,
  };
  const places = createPlaces(state);
  const notifications: Notifications | undefined =
    settings.mode === 'notifications'
      ? createNotifications({
          ...services,
          ...options,
          connection,
          settings,
          newRun: () => newRun(options),
          chatOf: (chatId) => watches.get(chatId),
        })
      : undefined;
  const watches: ReadonlyMap<string, ChatWatch> = new Map(
    settings.chats.map((chatId) => [
      chatId,
      watchChat(chatId, {
        ...services,
        places,
        deliver,
        pace: () => settings.intervalMs * (notifications?.isLive(chatId) ? RECONCILING_FACTOR : 1),
        ownUser: async () => (await tokens.state()).user?.id,
      }),
    ]),
  );
  const forgotten = places.keepOnly(settings.chats).catch((error: unknown) => {
    // They are forgotten at the next start.
    log.debug('places not forgotten', () => ({ error: String(error) }));
  });
  const all = [...watches.values()];
  return {
    notified: (body) => notifications?.take(body),
    lifecycle: (body) => notifications?.take(body),
    figures: () => ({
      chats: all.length,
      begun: all.filter((watch) => watch.hasBegun()).length,
      subscriptions: notifications?.live() ?? 0,
      ignored: notifications?.ignored() ?? 0,
    }),
    done: Promise.all([forgotten, notifications?.done, ...all.map((watch) => watch.done)]).then(
      () => undefined,
    ),
  };
}

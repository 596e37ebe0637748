import { type Connection } from '../../integration/dispatcher/connection.js';
import { type Instance } from '../../integration/dispatcher/invocation.js';
import { SettingsError } from '../../integration/errors.js';
import { createHttpClient } from '../../integration/http/client.js';
import { type Log } from '../../integration/log.js';
import { type Run } from '../../integration/run.js';
import { isDelegated } from '../../integration/settings/delegated.js';
import { type ChatEventSettings } from '../../integration/settings/settings.js';
import { backOff } from './back-off.js';
import { keepSubscription, type SubscriptionKeeper } from './keep-subscription.js';
import { reachabilityAdvice } from './reachability.js';
import { receive, type ReceiverServices } from './receive.js';
import { type WatchServices } from './services.js';
import { openSubscriptionBook, type SubscriptionBook } from './subscription-book.js';
import { unsubscribe } from './subscription-requests.js';
import { createTokenCheck } from './validation-tokens.js';
import { type ChatWatch } from './watch-chat.js';

/** What notifications work with. */
export interface NotificationServices extends WatchServices {
  readonly instance: Instance;
  readonly connection: Connection;
  readonly settings: ChatEventSettings;
  readonly log: Log;
  readonly remark: (text: string) => void;
  readonly notificationUrl: string | undefined;
  readonly newRun: () => Run;
  readonly chatOf: (chatId: string) => ChatWatch | undefined;
}

/** The notifications of an instance's chats. */
export interface Notifications {
  /** Whether those of a chat come as of now. */
  isLive(chatId: string): boolean;
  /** How many chats they come of. */
  live(): number;
  /** How many were not proven to be Graph's. */
  ignored(): number;
  /** Takes what Graph posted. */
  take(body: unknown): void;
  readonly done: Promise<void>;
}

/** What is wrong where nothing of it works. */
const WHAT = 'Notifications';

/** The path under the server's address at which an instance takes notifications. */
function notificationPath(instance: string): string {
  return `/notifications/${encodeURIComponent(instance)}`;
}

/** Subscribes to the chats of an instance, and takes what comes. */
export function createNotifications(services: NotificationServices): Notifications {
  const { connection, settings, log, chatOf, newRun, clock, signal } = services;
  const keepers = new Map<string, SubscriptionKeeper>();
  let receiver: ReceiverServices | undefined;
  let isEarly = false;
  let ignored = 0;

  const receiverOf = (book: SubscriptionBook): ReceiverServices => ({
    book,
    certificates: settings.certificates,
    chat: (chatId) => {
      const [chat, keeper] = [chatOf(chatId), keepers.get(chatId)];
      return chat && keeper && { chat, keeper };
    },
    // Keys come from the host that gives tokens: insecure alone must not expose them.
    checkTokens: createTokenCheck({
      loginUrl: connection.settings.loginUrl,
      http: createHttpClient(
        { ...connection.settings, insecure: connection.settings.insecureLogin },
        'insecure_login',
      ),
      clock,
      newRun,
    }),
    onIgnored: () => {
      ignored += 1;
    },
    onUnproven: (why) => {
      log.debug('notification not believed', () => ({ why }));
    },
  });

  const begin = async (): Promise<SubscriptionBook | undefined> => {
    const pauses = backOff(services.firstPauseMs);
    while (!signal.aborted) {
      try {
        const book = await openSubscriptionBook(connection.state);
        receiver = receiverOf(book);
        services.problems.clear(WHAT);
        return book;
      } catch (error) {
        services.failed(WHAT, error);
        await clock.sleep(pauses.next(), signal).catch(() => undefined);
      }
    }
    return undefined;
  };

  const run = async (): Promise<void> => {
    const book = await begin();
    if (!book) return;
    for (const chatId of settings.chats) {
      keepers.set(chatId, keeperOf(chatId, book, services));
      if (isEarly) chatOf(chatId)?.read();
    }
    await remarkUnused(services).catch(() => undefined);
    await dropUnwatched(book, services);
    await Promise.all([...keepers.values()].map((keeper) => keeper.done));
  };

  return {
    isLive: (chatId) => keepers.get(chatId)?.isLive() ?? false,
    live: () => [...keepers.values()].filter((keeper) => keeper.isLive()).length,
    ignored: () => ignored,
    take(body) {
      isEarly ||= !receiver;
      if (!receiver) return;
      void receive(body, receiver).catch((error: unknown) => {
        log.debug('notification failed', () => ({ error: String(error) }));
      });
    },
    done: run(),
  };
}

function keeperOf(
  chatId: string,
  book: SubscriptionBook,
  services: NotificationServices,
): SubscriptionKeeper {
  const { connection, newRun, chatOf } = services;
  return keepSubscription(chatId, {
    ...services,
    book,
    wish: async () => ({
      chatId,
      notificationUrl: addressOf(services),
      certificate: (await isForUser(services)) ? undefined : services.settings.certificates[0],
    }),
    read: () => chatOf(chatId)?.read(),
    advice: (url) => reachabilityAdvice(url, connection.http, newRun()),
  });
}

/** @throws SettingsError where nobody named an address. */
function addressOf({ settings, notificationUrl, instance }: NotificationServices): string {
  const server = settings.notificationUrl ?? notificationUrl;
  if (server !== undefined) return `${server}${notificationPath(instance.name ?? 'instance')}`;
  throw new SettingsError(
    'There is no address under which Microsoft reaches this server. Chats are polled.',
    'Set notification_url, or chat_events to Polling.',
  );
}

/** Notifications with content are for applications only (Graph: change notifications with resource data, permissions). */
async function isForUser({ connection }: NotificationServices): Promise<boolean> {
  return isDelegated((await connection.tokens.state()).signIn);
}

/** Says that a certificate is given for nothing. */
async function remarkUnused(services: NotificationServices): Promise<void> {
  if (services.settings.certificates.length === 0 || !(await isForUser(services))) return;
  services.remark(
    'notification_certificate is not used: Microsoft sends messages in notifications to applications only, and this instance acts for a signed-in user. Notifications come without content, and chats are read.',
  );
}

/** Ends the subscriptions to chats that were watched once. What cannot be ended now ends by itself within the hour. */
async function dropUnwatched(book: SubscriptionBook, services: NotificationServices): Promise<void> {
  for (const chatId of book.chats().filter((other) => !services.settings.chats.includes(other))) {
    const { id } = book.of(chatId) ?? {};
    if (id !== undefined) {
      await services.withGraph((graph) => unsubscribe(id, graph)).catch(() => undefined);
    }
    await book.keep(chatId, undefined).catch(() => undefined);
  }
}

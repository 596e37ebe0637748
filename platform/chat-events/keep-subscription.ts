import { GraphError, SoarError } from '../../integration/errors.js';
import { textAt } from '../../integration/json.js';
import { createAlarm } from './alarm.js';
import { backOff } from './back-off.js';
import { type WatchServices } from './services.js';
import { type ChatSubscription, type SubscriptionBook } from './subscription-book.js';
import {
  isGone,
  isTaken,
  isUnreachable,
  newClientState,
  renew,
  subscribe,
  type SubscriptionWish,
  subscriptionsTo,
  unsubscribe,
} from './subscription-requests.js';

/** What keeping a subscription works with. */
export interface SubscriptionServices extends WatchServices {
  readonly book: SubscriptionBook;
  /** What the subscription is to be now. @throws SettingsError where there is no address for it. */
  readonly wish: () => Promise<SubscriptionWish>;
  /** Reads the chat: notifications may have been lost. */
  readonly read: () => void;
  /** What to do about an address that Graph does not reach, in a line. */
  readonly advice: (url: string) => Promise<string>;
}

/** Keeps the subscription to one chat alive. */
export interface SubscriptionKeeper {
  /** Whether notifications come as of now. */
  isLive(): boolean;
  /** Graph says that it is gone. */
  removed(): Promise<void>;
  /** Graph wants it to be authorized anew. */
  reauthorize(): void;
  readonly done: Promise<void>;
}

/** Graph asks not to authorize a subscription again so soon, in milliseconds (Graph: lifecycle notifications). */
const RENEWAL_PAUSE_MS = 600_000;

/** Pause after a first failure, in milliseconds: Graph is not asked as often as chats are looked at. */
const FIRST_PAUSE_MS = 60_000;

/**
 * Makes the subscription to a chat, renews it at half its time, and makes it anew when it is gone, until the signal ends it.
 * What a former process left is taken up. A failure leaves the chat to polling, is told, and is tried again.
 */
export function keepSubscription(chatId: string, services: SubscriptionServices): SubscriptionKeeper {
  const { clock, signal, problems, failed, book, wish, read, advice, withGraph } = services;
  const alarm = createAlarm(clock, signal);
  const what = `Notifications of chat ${chatId}`;
  // What a former process left may be gone by now.
  let isDue = true;

  const create = async (wanted: SubscriptionWish): Promise<void> => {
    const clientState = newClientState();
    book.expect(chatId, clientState);
    const make = (): Promise<ChatSubscription> =>
      withGraph((graph) => subscribe(wanted, clientState, graph, clock.now()));
    const made = await make()
      .catch(async (error: unknown) => {
        if (!isTaken(error)) throw error;
        await endOrphan(wanted);
        return make();
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof GraphError) || error.failure.status !== 400) throw error;
        const { notificationUrl } = wanted;
        const next = isUnreachable(error)
          ? await advice(notificationUrl)
          : `Check notification_url: ${notificationUrl} must be a public https address. Until then chats are polled.`;
        throw new SoarError(error.message, next, { cause: error });
      });
    await book.keep(chatId, made);
    // What came before it was there was announced to nobody.
    read();
  };

  /** One that we made and lost sight of has a secret that nobody knows any longer. */
  const endOrphan = async ({ notificationUrl }: SubscriptionWish): Promise<void> => {
    const others = await withGraph((graph) => subscriptionsTo(chatId, graph));
    const foreign = others.find((other) => textAt(other, 'notificationUrl') !== notificationUrl);
    if (foreign) {
      throw new SoarError(
        `This application has another subscription to the chat, whose notifications go to ${textAt(foreign, 'notificationUrl') ?? 'somewhere else'}.`,
        'Use an application of its own for each server, or wait until that subscription ends.',
      );
    }
    for (const other of others) {
      await withGraph((graph) => unsubscribe(textAt(other, 'id') ?? '', graph));
    }
  };

  /** @returns False where it is gone. */
  const renewed = async (kept: ChatSubscription, wanted: SubscriptionWish): Promise<boolean> => {
    try {
      await book.keep(chatId, await withGraph((graph) => renew(kept, wanted, graph, clock.now())));
      return true;
    } catch (error) {
      if (!isGone(error)) throw error;
      await book.keep(chatId, undefined);
      return false;
    }
  };

  const step = async (): Promise<void> => {
    const wanted = await wish();
    const kept = book.of(chatId);
    if (!kept) return create(wanted);
    if (!fits(kept, wanted)) {
      await withGraph((graph) => unsubscribe(kept.id, graph));
      await book.keep(chatId, undefined);
      return create(wanted);
    }
    if ((isDue || clock.now() >= renewalOf(kept)) && !(await renewed(kept, wanted))) return create(wanted);
  };

  const isOver = (): boolean => signal.aborted;

  const run = async (): Promise<void> => {
    const pauses = backOff(FIRST_PAUSE_MS);
    while (!isOver()) {
      try {
        await step();
        isDue = false;
        pauses.reset();
        problems.clear(what);
        const kept = book.of(chatId);
        await alarm.wait(kept ? Math.max(0, renewalOf(kept) - clock.now()) : 0);
      } catch (error) {
        if (isOver()) return;
        failed(what, error);
        // It may have ended meanwhile, and its chat is looked at as often as without.
        read();
        await clock.sleep(pauses.next(), signal).catch(() => undefined);
      }
    }
  };

  return {
    isLive: () => (book.of(chatId)?.expiresOn ?? 0) > clock.now(),
    async removed() {
      const kept = book.keep(chatId, undefined);
      read();
      alarm.ring();
      await kept;
    },
    reauthorize() {
      const { renewedOn = 0 } = book.of(chatId) ?? {};
      if (clock.now() - renewedOn < RENEWAL_PAUSE_MS) return;
      isDue = true;
      alarm.ring();
    },
    done: run(),
  };
}

/** The address of its life cannot be changed later, nor whether it carries content (Graph: update subscription). */
function fits(kept: ChatSubscription, { notificationUrl, certificate }: SubscriptionWish): boolean {
  const isSameKind = (kept.certificateId === undefined) === (certificate === undefined);
  return isSameKind && kept.notificationUrl === notificationUrl;
}

/** At half its time, in milliseconds since 1970: time for many tries. */
function renewalOf({ renewedOn, expiresOn }: ChatSubscription): number {
  return renewedOn + (expiresOn - renewedOn) / 2;
}

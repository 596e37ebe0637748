import type { ChatBook } from '../teams/chat-book.js';
import type { StateStore } from '../tenant/state-store.js';
import { openSubscriptionBook, type SubscriptionBook } from '../tenant/subscription-book.js';
import type { TenantSwitches } from '../tenant/switches.js';
import type { LifecycleEvent } from './notification.js';
import type { Notifier } from './notifier.js';

/**
 * When a process begins to notify of what is subscribed to already, in milliseconds of the machine's clock: one that is
 * over sooner leaves it to the others.
 */
const START_MS = 250;

/** Subscriptions, and who tells subscribers; that part is loaded when there is a subscription. */
export interface Notifications {
  readonly book: SubscriptionBook;
  /** Sees to it that changes are watched for from now on. */
  watch(): void;
  /** Tells what happened until now, and waits until everybody has answered or not. */
  notify(): Promise<void>;
  /**
   * Sends a lifecycle notification with the next `notify`; `subscriptionRemoved` ends the subscription.
   *
   * @throws RangeError where there is no such subscription.
   */
  sendLifecycle(subscriptionId: string, event: LifecycleEvent): Promise<void>;
  /** Aborted at the end. */
  readonly signal: AbortSignal;
  /** Breaks off what is under way. */
  close(): void;
}

/**
 * @param about.store Where subscriptions are kept.
 * @param about.now Milliseconds since 1970.
 */
export function openNotifications(about: {
  readonly store: StateStore;
  readonly chats: ChatBook;
  readonly switches: Readonly<TenantSwitches>;
  readonly now: () => number;
}): Notifications {
  const { store, ...rest } = about;
  const book = openSubscriptionBook(store, about.now);
  const ending = new AbortController();
  let opening: Promise<Notifier> | undefined;
  const notifier = () =>
    (opening ??= import('../on-demand.js').then(({ openNotifier }) =>
      openNotifier({ ...rest, subscriptions: book, signal: ending.signal }),
    ));
  const watch = () => void notifier();
  const start = book.all().length > 0 ? setTimeout(watch, START_MS).unref() : undefined;
  return {
    ...{ book, watch, signal: ending.signal },
    async notify() {
      await (await notifier()).run();
    },
    async sendLifecycle(subscriptionId, event) {
      const subscription = book.find(subscriptionId);
      if (!subscription) throw new RangeError(`The sandbox has no subscription '${subscriptionId}'.`);
      if (event === 'subscriptionRemoved') {
        await book.update((all) => all.filter(({ id }) => id !== subscription.id));
      }
      (await notifier()).tell(subscription, event);
    },
    close() {
      clearTimeout(start);
      ending.abort();
    },
  };
}

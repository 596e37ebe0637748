import type { ChatBook } from '../teams/chat-book.js';
import type { Subscription } from '../tenant/subscription.js';
import type { SubscriptionBook } from '../tenant/subscription-book.js';
import type { TenantSwitches } from '../tenant/switches.js';
import { openDeliveries } from './deliveries.js';
import { takeNews } from './news.js';
import {
  changeNotification,
  isLifecycleNotification,
  lifecycleNotification,
  type LifecycleEvent,
  type Notification,
} from './notification.js';
import { mintValidationToken } from './validation-token.js';

/** How often the tenant is looked at, in milliseconds of the machine's clock. */
const PERIOD_MS = 250;

/** Tells subscribers what happens. */
export interface Notifier {
  /** Looks at the tenant, sends what is due and waits for every answer. It does so by itself too, four times a second. */
  run(): Promise<void>;
  /** Tells a subscriber what becomes of the subscription with the next run, at its lifecycle address if it has one. */
  tell(subscription: Subscription, event: LifecycleEvent): void;
}

/** What the notifier works with. */
export interface NotifierContext {
  readonly subscriptions: SubscriptionBook;
  readonly chats: ChatBook;
  readonly switches: Readonly<TenantSwitches>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends it for good, with whatever is under way. */
  readonly signal: AbortSignal;
}

async function envelope(
  notifications: readonly Notification[],
  areTokensForged: boolean,
  now: number,
): Promise<string> {
  const rich = notifications.filter(({ isRich }) => isRich).map(({ subscription }) => subscription);
  const perApp = new Map(rich.map((subscription) => [subscription.applicationId, subscription]));
  const tokens = [...perApp.values()].map((each) => mintValidationToken(each, areTokensForged, now));
  const validationTokens = await Promise.all(tokens);
  return JSON.stringify({
    value: notifications.map(({ item }) => item),
    ...(validationTokens.length > 0 ? { validationTokens } : {}),
  });
}

/** Starts to notify; what is in the tenant's state is looked at, whoever changed it. */
export function openNotifier({ subscriptions, chats, switches, now, signal }: NotifierContext): Notifier {
  const held = new Map<string, Notification[]>();
  const deliveries = openDeliveries({
    now,
    bodyOf: (notifications) => envelope(notifications, switches.areValidationTokensForged, now()),
    isWanted: (notification) =>
      isLifecycleNotification(notification) || subscriptions.find(notification.subscription.id) !== undefined,
    signal,
  });

  const stateFor = ({ clientState }: Subscription) => switches.wrongClientState ?? clientState;

  const tell = (subscription: Subscription, event: LifecycleEvent): void => {
    if (subscription.lifecycleNotificationUrl === null) return;
    const notification = lifecycleNotification(subscription, event, stateFor(subscription));
    deliveries.add(subscription.lifecycleNotificationUrl, [notification]);
  };

  const sendCopies = (address: string, notifications: readonly Notification[]): void => {
    for (let copy = 0; copy < switches.notificationCopies; copy += 1) deliveries.add(address, notifications);
  };

  /** Sends what came in for an address: all in one POST, or what was held one by one and newest first. */
  const send = (address: string, fresh: readonly Notification[]): void => {
    const waiting = [...(held.get(address) ?? []), ...fresh];
    const size = switches.notificationsHeld;
    held.delete(address);
    if (size <= 1) {
      sendCopies(address, waiting);
      return;
    }
    while (waiting.length >= size) {
      for (const notification of waiting.splice(0, size).reverse()) sendCopies(address, [notification]);
    }
    if (waiting.length > 0) held.set(address, waiting);
  };

  const hear = async (): Promise<void> => {
    const { changes, ending } = await takeNews(subscriptions, chats, now());
    for (const subscription of ending) tell(subscription, 'reauthorizationRequired');
    if (switches.areNotificationsLost) {
      const losers = new Map(changes.map(({ subscription }) => [subscription.id, subscription]));
      for (const subscription of losers.values()) tell(subscription, 'missed');
      return;
    }
    const fresh = new Map<string, Notification[]>([...held.keys()].map((address) => [address, []]));
    for (const { subscription, change } of changes) {
      const before = fresh.get(subscription.notificationUrl) ?? [];
      const notification = changeNotification(subscription, change, stateFor(subscription));
      fresh.set(subscription.notificationUrl, [...before, notification]);
    }
    for (const [address, notifications] of fresh) send(address, notifications);
  };

  let turn: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    if (signal.aborted) return;
    const mine = turn.then(hear);
    turn = mine.catch(() => undefined);
    await mine;
    await deliveries.attempt();
  };

  const timer = setInterval(() => {
    if (signal.aborted) clearInterval(timer);
    // A state file that cannot be read now is read again at the next look.
    else run().catch(() => undefined);
  }, PERIOD_MS).unref();

  return { run, tell };
}

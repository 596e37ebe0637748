import type { ChatBook } from '../teams/chat-book.js';
import type { Subscription } from '../tenant/subscription.js';
import type { SubscriptionBook } from '../tenant/subscription-book.js';
import { isWanted } from './notification.js';
import { changesSince, type MessageChange } from './watch.js';

/** So long before the end a subscriber is asked to renew, in milliseconds. */
const warningMs = 15 * 60_000;

/** What subscribers have to be told of. */
export interface News {
  readonly changes: readonly { readonly subscription: Subscription; readonly change: MessageChange }[];
  /** Subscriptions that are about to end. */
  readonly ending: readonly Subscription[];
}

interface Look extends News {
  /** Every subscription as it is after the look; undefined where nothing is new. */
  readonly next: readonly Subscription[] | undefined;
}

function look(subscriptions: readonly Subscription[], chats: ChatBook, now: number): Look {
  const everything = subscriptions.length > 0 ? chats.peek().all() : [];
  const looks = subscriptions.map((subscription) => {
    const { watch, target, expiresAt, warnedOf, lifecycleNotificationUrl } = subscription;
    const found = changesSince(watch, target, everything, now);
    const isEnding =
      lifecycleNotificationUrl !== null && expiresAt - now <= warningMs && warnedOf !== expiresAt;
    const isNews = found.changes.length > 0 || isEnding;
    const next = { ...subscription, watch: found.watch, warnedOf: isEnding ? expiresAt : warnedOf };
    return { subscription, changes: found.changes, isEnding, isNews, next: isNews ? next : subscription };
  });
  return {
    changes: looks.flatMap(({ subscription, changes }) =>
      changes.filter((change) => isWanted(subscription, change)).map((change) => ({ subscription, change })),
    ),
    ending: looks.filter(({ isEnding }) => isEnding).map(({ subscription }) => subscription),
    next: looks.some(({ isNews }) => isNews) ? looks.map(({ next }) => next) : undefined,
  };
}

/**
 * What happened since the last look of any process, which is over with it: nobody else hears of it.
 *
 * @param now Milliseconds since 1970.
 */
export async function takeNews(subscriptions: SubscriptionBook, chats: ChatBook, now: number): Promise<News> {
  const seen: Look[] = [];
  // To look is cheap, to lock the state is not.
  if (look(subscriptions.all(), chats, now).next) {
    await subscriptions.update((all) => {
      const newest = look(all, chats, now);
      seen.splice(0, seen.length, newest);
      return newest.next;
    });
  }
  return seen[0] ?? { changes: [], ending: [] };
}

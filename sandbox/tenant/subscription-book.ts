import type { StateStore } from './state-store.js';
import type { Subscription } from './subscription.js';

/** The subscriptions to changes, kept with the rest of the tenant's state. Whatever has expired is gone. */
export interface SubscriptionBook {
  /** Those that are in force, oldest first. */
  all(): readonly Subscription[];
  /** The one with an ID, if it is in force. */
  find(id: string): Subscription | undefined;
  /**
   * Changes what there is, with no other change in between.
   *
   * @param decide Looks at the newest and says what there is from now on; undefined leaves everything. It may throw.
   */
  update(
    decide: (subscriptions: readonly Subscription[]) => readonly Subscription[] | undefined,
  ): Promise<void>;
}

/**
 * @param store Where they are kept.
 * @param now Milliseconds since 1970.
 */
export function openSubscriptionBook(store: StateStore, now: () => number): SubscriptionBook {
  const inForce = ({ subscriptions = {} }: ReturnType<StateStore['read']>) =>
    Object.values(subscriptions).filter(({ expiresAt }) => expiresAt > now());
  return {
    all: () => inForce(store.read()),
    find: (id) => inForce(store.read()).find((subscription) => subscription.id === id.toLowerCase()),
    update: (decide) =>
      store.update((state) => {
        const next = decide(inForce(state));
        return next
          ? {
              ...state,
              subscriptions: Object.fromEntries(next.map((subscription) => [subscription.id, subscription])),
            }
          : state;
      }),
  };
}

/** What can be asked about subscriptions. */
export type SubscriptionOperation =
  | 'createSubscription'
  | 'deleteSubscription'
  | 'getSubscription'
  | 'listSubscriptions'
  | 'reauthorizeSubscription'
  | 'updateSubscription';

/** One method on one path. What it takes depends on what is subscribed to, so the handler checks it. */
export interface SubscriptionRoute {
  readonly method: string;
  readonly path: readonly string[];
  readonly subscription: SubscriptionOperation;
}

const one = ['subscriptions', '{id}'];

/** Everything the sandbox answers about subscriptions. */
export const subscriptionRoutes: readonly SubscriptionRoute[] = [
  { method: 'GET', path: ['subscriptions'], subscription: 'listSubscriptions' },
  { method: 'POST', path: ['subscriptions'], subscription: 'createSubscription' },
  { method: 'GET', path: one, subscription: 'getSubscription' },
  { method: 'PATCH', path: one, subscription: 'updateSubscription' },
  { method: 'DELETE', path: one, subscription: 'deleteSubscription' },
  { method: 'POST', path: [...one, 'reauthorize'], subscription: 'reauthorizeSubscription' },
];

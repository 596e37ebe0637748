import { contextUrl, type GraphReply } from '../request.js';
import { createSubscription } from './create-subscription.js';
import type { SubscriptionOperation } from './routes.js';
import { showSubscription } from './show-subscription.js';
import {
  addressed,
  changeAddressed,
  isOwned,
  type SubscriptionHandler,
  type SubscriptionRequest,
} from './subscription-request.js';
import { reauthorizeSubscription, updateSubscription } from './update-subscription.js';

const handlers: Readonly<Record<SubscriptionOperation, SubscriptionHandler>> = {
  createSubscription,
  reauthorizeSubscription,
  updateSubscription,
  /** Graph: list subscriptions, those of the calling application and person. */
  listSubscriptions: (request) => ({
    status: 200,
    json: {
      '@odata.context': contextUrl(request, 'subscriptions'),
      value: request.desk.book
        .all()
        .filter((subscription) => isOwned(request, subscription))
        .map((subscription) => showSubscription(subscription, false)),
    },
  }),
  /** Graph: get subscription. */
  getSubscription: (request) => ({
    status: 200,
    json: {
      '@odata.context': contextUrl(request, 'subscriptions/$entity'),
      ...showSubscription(addressed(request), false),
    },
  }),
  /** Graph: delete subscription, 204. */
  async deleteSubscription(request) {
    await changeAddressed(request, () => undefined);
    return { status: 204 };
  },
};

/**
 * Answers a call about subscriptions.
 *
 * @throws GraphProblem for whatever Graph would refuse.
 */
export async function answerSubscription(
  operation: SubscriptionOperation,
  request: SubscriptionRequest,
): Promise<GraphReply> {
  return handlers[operation](request);
}

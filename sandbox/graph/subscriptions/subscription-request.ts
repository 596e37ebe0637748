import { servicePrincipalId } from '../../tenant/apps.js';
import type { Subscription } from '../../tenant/subscription.js';
import type { Notifications } from '../../notifications/notifications.js';
import type { ChatRequest } from '../chats/chat-request.js';
import { GraphProblem } from '../problem.js';
import type { GraphReply } from '../request.js';

/** A call about subscriptions that passed the token and route checks. */
export interface SubscriptionRequest extends ChatRequest {
  readonly desk: Notifications;
  /** To be called once a write was carried out. */
  readonly acted: () => void;
}

/** Answers one kind of call. */
export type SubscriptionHandler = (request: SubscriptionRequest) => GraphReply | Promise<GraphReply>;

/** 400 for what a subscription cannot be. */
export function invalidSubscription(message: string): GraphProblem {
  return new GraphProblem(400, 'InvalidRequest', message);
}

/** Who a subscription of the caller belongs to: the person who signed in, or the application. */
export function creatorOf({ caller }: Pick<SubscriptionRequest, 'caller'>): string {
  return caller.userId ?? servicePrincipalId(caller.app);
}

/** @returns Whether a subscription is the caller's own: of the same application, and the same person if there is one. */
export function isOwned(request: Pick<SubscriptionRequest, 'caller'>, subscription: Subscription): boolean {
  return (
    subscription.applicationId === request.caller.app.clientId &&
    subscription.creatorId === creatorOf(request)
  );
}

function notFound(): GraphProblem {
  return new GraphProblem(404, 'ResourceNotFound', 'The object was not found.');
}

/**
 * The caller's own subscription in the path.
 *
 * @throws GraphProblem 404 for an unknown or expired one, and one of others.
 */
export function addressed(request: SubscriptionRequest): Subscription {
  const found = request.desk.book.find(request.key);
  if (!found || !isOwned(request, found)) throw notFound();
  return found;
}

/**
 * Changes the caller's own subscription in the path, or ends it, with no other change in between.
 *
 * @param become Says what becomes of it; undefined ends it.
 * @returns It afterwards, or before its end.
 * @throws GraphProblem 404.
 */
export async function changeAddressed(
  request: SubscriptionRequest,
  become: (subscription: Subscription) => Subscription | undefined,
): Promise<Subscription> {
  const { id } = addressed(request);
  const results: Subscription[] = [];
  await request.desk.book.update((all) => {
    const before = all.find((subscription) => subscription.id === id);
    if (!before) throw notFound();
    const after = become(before);
    results.splice(0, results.length, after ?? before);
    return all.flatMap((subscription) => (subscription === before ? (after ?? []) : subscription));
  });
  request.acted();
  const [result] = results;
  if (!result) throw notFound();
  return result;
}

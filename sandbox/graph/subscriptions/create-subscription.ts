import { randomUUID } from 'node:crypto';
import { newWatch } from '../../notifications/watch.js';
import type { Subscription } from '../../tenant/subscription.js';
import { GraphProblem } from '../problem.js';
import { contextUrl, type GraphReply } from '../request.js';
import { readCertificate } from './certificate.js';
import { checkEndpoints, readAddress } from './endpoints.js';
import { readExpiry } from './lifetime.js';
import { showSubscription } from './show-subscription.js';
import {
  checkIsModeled,
  readChangeType,
  readClientState,
  readFlag,
  readProperties,
  readText,
  readTlsVersion,
  type SubscriptionBody,
} from './subscription-body.js';
import { creatorOf, type SubscriptionRequest } from './subscription-request.js';
import { targetOf } from './target.js';

function readWish(body: SubscriptionBody, request: SubscriptionRequest): Subscription {
  const { caller, chats, now } = request;
  const resource = readText(body, 'resource');
  const target = targetOf(resource, request);
  const includeResourceData = readFlag(body, 'includeResourceData');
  const lifecycleUrl = body.get('lifecycleNotificationUrl');
  checkIsModeled(body);
  return {
    id: randomUUID(),
    applicationId: caller.app.clientId,
    creatorId: creatorOf(request),
    audience: caller.audience,
    resource,
    target,
    changeType: readChangeType(body),
    notificationUrl: readAddress('notificationUrl', readText(body, 'notificationUrl')),
    lifecycleNotificationUrl:
      lifecycleUrl === undefined ? null : readAddress('lifecycleNotificationUrl', lifecycleUrl),
    clientState: readClientState(body),
    expiresAt: readExpiry(readText(body, 'expirationDateTime'), lifecycleUrl !== undefined, now),
    includeResourceData,
    ...(includeResourceData
      ? readCertificate(body.get('encryptionCertificate'), body.get('encryptionCertificateId'))
      : { encryptionCertificate: null, encryptionCertificateId: null }),
    latestSupportedTlsVersion: readTlsVersion(body),
    watch: newWatch(target, chats.all(), now),
    warnedOf: 0,
  };
}

/** Graph: change notifications for Teams messages; an application has one subscription for each resource. */
function checkIsFirst(wish: Subscription, subscriptions: readonly Subscription[]): void {
  const isTaken = subscriptions.some(
    ({ applicationId, target }) => applicationId === wish.applicationId && target.key === wish.target.key,
  );
  if (isTaken) {
    throw new GraphProblem(
      409,
      'Conflict',
      'A subscription of this application for this resource already exists.',
    );
  }
}

/**
 * Graph: create subscription, 201 with it. The endpoints are asked before, while the caller waits; what happens meanwhile
 * is told of too.
 */
export async function createSubscription(request: SubscriptionRequest): Promise<GraphReply> {
  const { desk } = request;
  const wish = readWish(readProperties(request.body), request);
  checkIsFirst(wish, desk.book.all());
  const addresses = [wish.notificationUrl, wish.lifecycleNotificationUrl ?? []].flat();
  await checkEndpoints(addresses, desk.signal);
  await desk.book.update((all) => {
    checkIsFirst(wish, all);
    return [...all, wish];
  });
  request.acted();
  desk.watch();
  return {
    status: 201,
    headers: { location: `${request.call.origin}/v1.0/subscriptions/${wish.id}` },
    json: {
      '@odata.context': contextUrl(request, 'subscriptions/$entity'),
      ...showSubscription(wish, true),
    },
  };
}

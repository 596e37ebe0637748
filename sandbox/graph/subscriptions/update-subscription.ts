import type { Subscription } from '../../tenant/subscription.js';
import { contextUrl, type GraphReply } from '../request.js';
import { readCertificate } from './certificate.js';
import { checkEndpoints, readAddress } from './endpoints.js';
import { readExpiry } from './lifetime.js';
import { showSubscription } from './show-subscription.js';
import { readProperties, type SubscriptionBody } from './subscription-body.js';
import {
  addressed,
  changeAddressed,
  invalidSubscription,
  type SubscriptionRequest,
} from './subscription-request.js';
import { targetOf } from './target.js';

const changeable = [
  'expirationDateTime',
  'notificationUrl',
  'encryptionCertificate',
  'encryptionCertificateId',
];

function checkIsChangeable(body: SubscriptionBody): void {
  const fixed = [...body.keys()].find((name) => !changeable.includes(name));
  if (fixed !== undefined) throw invalidSubscription(`${fixed} of a subscription cannot be changed.`);
  if (body.size === 0) throw invalidSubscription('There is nothing to change.');
}

function readChanges(body: SubscriptionBody, subscription: Subscription, now: number): Partial<Subscription> {
  const hasCertificate = body.has('encryptionCertificate') || body.has('encryptionCertificateId');
  if (hasCertificate && !subscription.includeResourceData) {
    throw invalidSubscription('encryptionCertificate is for subscriptions with resource data only.');
  }
  return {
    ...(body.has('expirationDateTime')
      ? {
          expiresAt: readExpiry(
            body.get('expirationDateTime'),
            subscription.lifecycleNotificationUrl !== null,
            now,
          ),
        }
      : {}),
    ...(body.has('notificationUrl')
      ? { notificationUrl: readAddress('notificationUrl', body.get('notificationUrl')) }
      : {}),
    ...(hasCertificate
      ? readCertificate(body.get('encryptionCertificate'), body.get('encryptionCertificateId'))
      : {}),
  };
}

/**
 * Graph: update subscription, 200 with it: renews it, rotates its certificate, or moves it to another endpoint, which is
 * asked before.
 */
export async function updateSubscription(request: SubscriptionRequest): Promise<GraphReply> {
  const { desk, now } = request;
  const before = addressed(request);
  targetOf(before.resource, request);
  const body = readProperties(request.body);
  checkIsChangeable(body);
  const changes = readChanges(body, before, now);
  if (changes.notificationUrl !== undefined) await checkEndpoints([changes.notificationUrl], desk.signal);
  const subscription = await changeAddressed(request, (newest) => ({ ...newest, ...changes }));
  return {
    status: 200,
    json: {
      '@odata.context': contextUrl(request, 'subscriptions/$entity'),
      ...showSubscription(subscription, false),
    },
  };
}

/** Graph: reauthorize subscription, 204. The caller still has the permission; when it ends stays. */
export async function reauthorizeSubscription(request: SubscriptionRequest): Promise<GraphReply> {
  targetOf(addressed(request).resource, request);
  await changeAddressed(request, (subscription) => ({
    ...subscription,
    audience: request.caller.audience,
  }));
  return { status: 204 };
}

import type { Subscription } from '../../tenant/subscription.js';

/** @returns ISO 8601 UTC, without a fraction where there is none. */
function shortTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/**
 * A subscription as Graph shows it (Graph: subscription resource type); the certificate never.
 *
 * @param hasClientState Whether to show the secret, which only the answer to its creation does.
 */
export function showSubscription(
  subscription: Subscription,
  hasClientState: boolean,
): Record<string, unknown> {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.applicationId,
    changeType: subscription.changeType,
    clientState: hasClientState ? subscription.clientState : null,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    notificationQueryOptions: null,
    expirationDateTime: shortTime(subscription.expiresAt),
    creatorId: subscription.creatorId,
    includeResourceData: subscription.includeResourceData,
    latestSupportedTlsVersion: subscription.latestSupportedTlsVersion,
    encryptionCertificate: null,
    encryptionCertificateId: subscription.encryptionCertificateId,
    notificationUrlAppId: null,
  };
}

import { randomBytes } from 'node:crypto';
import { showMessage } from '../graph/chats/show-message.js';
import { tenantId } from '../tenant/identity.js';
import { namesIn, type Subscription } from '../tenant/subscription.js';
import { encrypt } from './encrypt.js';
import type { MessageChange } from './watch.js';

/** What a subscriber is told besides changes (Graph: reduce missing change notifications, lifecycle notifications). */
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** One item of a POST to a subscriber, and whose it is. */
export interface Notification {
  readonly subscription: Subscription;
  readonly item: Readonly<Record<string, unknown>>;
  /** Whether a validation token has to come with it. */
  readonly isRich: boolean;
}

/** @returns Whether it says what becomes of a subscription. */
export function isLifecycleNotification({ item }: Notification): boolean {
  return 'lifecycleEvent' in item;
}

/** @returns ISO 8601 UTC with seven digits behind the seconds, as notifications write it. */
function longTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z');
}

/** @returns Whether a subscription is about changes of that kind. */
export function isWanted({ changeType }: Subscription, change: MessageChange): boolean {
  return namesIn(changeType).includes(change.changeType);
}

function encryptedContent(
  subscription: Subscription,
  { chat, message }: MessageChange,
): Record<string, unknown> {
  const { audience, encryptionCertificate, encryptionCertificateId } = subscription;
  if (encryptionCertificate === null || encryptionCertificateId === null) return {};
  const resource = {
    '@odata.context': `${audience}/v1.0/$metadata#chats('${encodeURIComponent(chat.id)}')/messages/$entity`,
    ...showMessage(chat, message, false),
  };
  return { encryptedContent: encrypt(resource, encryptionCertificate, encryptionCertificateId) };
}

/**
 * Says what happened to a message (Graph: changeNotification resource type).
 *
 * @param clientState What the subscriber shall find in it.
 */
export function changeNotification(
  subscription: Subscription,
  change: MessageChange,
  clientState: string | null,
): Notification {
  const { chat, message, changeType } = change;
  const resource = `chats('${chat.id}')/messages('${message.id}')`;
  const isRich = subscription.includeResourceData;
  return {
    subscription,
    isRich,
    item: {
      id: randomBytes(9).toString('base64url'),
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: longTime(subscription.expiresAt),
      clientState,
      changeType,
      resource,
      tenantId,
      resourceData: { id: message.id, '@odata.type': '#Microsoft.Graph.chatMessage', '@odata.id': resource },
      ...(isRich ? encryptedContent(subscription, change) : {}),
    },
  };
}

/**
 * Says what becomes of a subscription.
 *
 * @param clientState What the subscriber shall find in it.
 */
export function lifecycleNotification(
  subscription: Subscription,
  lifecycleEvent: LifecycleEvent,
  clientState: string | null,
): Notification {
  return {
    subscription,
    isRich: false,
    item: {
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: longTime(subscription.expiresAt),
      tenantId,
      clientState,
      lifecycleEvent,
    },
  };
}

import { SoarError } from '../../integration/errors.js';
import { type JsonObject, textAt } from '../../integration/json.js';
import { type NotificationCertificate } from '../../integration/settings/settings.js';
import { openContent } from './encrypted-content.js';
import { type SubscriptionKeeper } from './keep-subscription.js';
import { type Notification, notificationsIn } from './notification.js';
import { type KnownSubscription, type SubscriptionBook } from './subscription-book.js';
import { type TokenCheck } from './validation-tokens.js';
import { type ChatWatch } from './watch-chat.js';

/** What a notification may lead to for a chat. */
export interface NotifiedChat {
  readonly chat: Pick<ChatWatch, 'read' | 'take'>;
  readonly keeper: Pick<SubscriptionKeeper, 'removed' | 'reauthorize'>;
}

/** What receiving works with. */
export interface ReceiverServices {
  readonly book: SubscriptionBook;
  readonly chat: (chatId: string) => NotifiedChat | undefined;
  readonly certificates: readonly NotificationCertificate[];
  readonly checkTokens: TokenCheck;
  /** Told of a notification that does not prove that it is Graph's. */
  readonly onIgnored: () => void;
  /** Told why what a notification carries is not believed; the chat is read in its place. */
  readonly onUnproven: (why: string) => void;
}

/** A notification that is Graph's, and what it is about. */
interface Received extends KnownSubscription, NotifiedChat {
  readonly notification: Notification;
}

/**
 * Takes what Graph posts, of messages and of the life of subscriptions. A notification without the secret of its subscription
 * does nothing. One that carries a message is believed where Microsoft has signed for it and its content is intact; otherwise
 * it does what one without content does: the chat is read.
 * @param body As parsed from JSON.
 */
export async function receive(body: unknown, services: ReceiverServices): Promise<void> {
  const { notifications, validationTokens } = notificationsIn(body) ?? {
    notifications: [],
    validationTokens: [],
  };
  const received = notifications.flatMap((notification) => {
    const known = services.book.known(notification.subscriptionId, notification.clientState);
    const notified = known && services.chat(known.chatId);
    if (!known || !notified) {
      services.onIgnored();
      return [];
    }
    return [{ ...known, ...notified, notification }];
  });
  const isBelieved = await areTokensGood(received.filter(isRich), validationTokens, services);
  for (const item of received) await dealWith(item, isBelieved, services);
}

function isRich({ notification, subscription }: Received): boolean {
  return notification.encryptedContent !== undefined && subscription?.certificateId !== undefined;
}

async function areTokensGood(
  rich: readonly Received[],
  tokens: readonly string[],
  { checkTokens, onUnproven }: ReceiverServices,
): Promise<boolean> {
  if (rich.length === 0) return false;
  const recipients = rich.map(({ notification, subscription }) => ({
    applicationId: subscription?.applicationId ?? '',
    tenantId: notification.tenantId,
  }));
  try {
    await checkTokens(tokens, recipients);
    return true;
  } catch (error) {
    onUnproven(error instanceof SoarError ? error.message : 'Its tokens could not be checked.');
    return false;
  }
}

async function dealWith(item: Received, isBelieved: boolean, services: ReceiverServices): Promise<void> {
  const { notification, chat, keeper } = item;
  if (notification.lifecycleEvent !== undefined) {
    if (notification.lifecycleEvent === 'subscriptionRemoved') await keeper.removed();
    else if (notification.lifecycleEvent === 'reauthorizationRequired') keeper.reauthorize();
    else chat.read();
    return;
  }
  const message = isBelieved && isRich(item) ? messageIn(item, services) : undefined;
  if (message) chat.take(message);
  else chat.read(notification.messageId);
}

/** Undefined where the content is not what it ought to be. */
function messageIn(
  { notification, chatId }: Received,
  { certificates, onUnproven }: ReceiverServices,
): JsonObject | undefined {
  try {
    const message = openContent(notification.encryptedContent ?? {}, certificates);
    const isMeant =
      textAt(message, 'id') === notification.messageId &&
      [undefined, chatId].includes(textAt(message, 'chatId')) &&
      !Number.isNaN(Date.parse(textAt(message, 'createdDateTime') ?? ''));
    if (isMeant) return message;
    onUnproven('Its content is not the message that it names.');
  } catch (error) {
    onUnproven(error instanceof SoarError ? error.message : 'Its content could not be opened.');
  }
  return undefined;
}

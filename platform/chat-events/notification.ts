import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';

/** One item of what Graph posts (Graph: changeNotification resource type). */
export interface Notification {
  readonly subscriptionId: string;
  readonly clientState: string;
  readonly tenantId: string;
  /** ID of the message; undefined for what happened to the subscription itself. */
  readonly messageId: string | undefined;
  readonly encryptedContent: JsonObject | undefined;
  /** What happened to the subscription itself. */
  readonly lifecycleEvent: string | undefined;
}

/** What Graph posts (Graph: changeNotificationCollection resource type). */
export interface NotificationBody {
  readonly notifications: readonly Notification[];
  readonly validationTokens: readonly string[];
}

/** Reads the body of a notification; undefined where it is none. */
export function notificationsIn(body: unknown): NotificationBody | undefined {
  if (!isJsonObject(body) || !Array.isArray(body['value'])) return undefined;
  const { value, validationTokens } = body;
  const tokens: readonly unknown[] = Array.isArray(validationTokens) ? validationTokens : [];
  return {
    notifications: value.filter(isJsonObject).map(notificationOf),
    validationTokens: tokens.filter((token): token is string => typeof token === 'string'),
  };
}

function notificationOf(item: JsonObject): Notification {
  const { resourceData, encryptedContent } = item;
  return {
    subscriptionId: textAt(item, 'subscriptionId') ?? '',
    clientState: textAt(item, 'clientState') ?? '',
    tenantId: textAt(item, 'tenantId') ?? '',
    messageId: isJsonObject(resourceData) ? textAt(resourceData, 'id') : undefined,
    encryptedContent: isJsonObject(encryptedContent) ? encryptedContent : undefined,
    lifecycleEvent: textAt(item, 'lifecycleEvent'),
  };
}

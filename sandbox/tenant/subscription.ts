/** What a subscription can be about (Graph: subscription resource type, `changeType`). */
export const changeTypes = ['created', 'updated', 'deleted'] as const;

/** One of `changeTypes`. */
export type ChangeType = (typeof changeTypes)[number];

/** Whose messages a subscription is about. Channels are never meant. */
export interface SubscriptionTarget {
  /** The resource without query and in one spelling; an application can have one subscription for each. */
  readonly key: string;
  /** The only chat that is meant; null for any. */
  readonly chatId: string | null;
  /** Object ID of a person who has to be in the chat; null where nobody has to. */
  readonly memberId: string | null;
}

/** Which messages have been told of. */
export interface Watch {
  /** Milliseconds since 1970: what was last changed before is known. */
  readonly since: number;
  /** What was known of each message changed since then, by `{chat ID}/{message ID}`. */
  readonly seen: Readonly<Record<string, string>>;
}

/** Somebody's wish to hear of changes (Graph: subscription resource type). */
export interface Subscription {
  readonly id: string;
  readonly applicationId: string;
  /** Object ID of the person, or of the application's service principal. */
  readonly creatorId: string;
  /** Root of Graph that the subscriber's token was for, such as `https://graph.microsoft.us`. */
  readonly audience: string;
  /** As it was given. */
  readonly resource: string;
  readonly target: SubscriptionTarget;
  /** As it was given: names of `changeTypes`, joined by commas. */
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly includeResourceData: boolean;
  /** Base64 of its DER form. */
  readonly encryptionCertificate: string | null;
  readonly encryptionCertificateId: string | null;
  readonly latestSupportedTlsVersion: string;
  readonly watch: Watch;
  /** The `expiresAt` that the subscriber was warned of; 0 before the first warning. */
  readonly warnedOf: number;
}

/** @returns The names in a list such as `created,updated`, trimmed and in lower case. */
export function namesIn(changeType: string): string[] {
  return changeType.split(',').map((name) => name.trim().toLowerCase());
}

import { isJsonObject, type JsonObject, parseJson, textAt } from '../../integration/json.js';
import { type IntegrationContextStore } from '../../integration/state/store.js';
import { updateContext } from '../../integration/state/update-context.js';
import { isSameSecret } from '../same-secret.js';

/** A subscription to the messages of a chat (Graph: subscription resource type). */
export interface ChatSubscription {
  readonly id: string;
  /** Proves that a notification is Graph's. */
  readonly clientState: string;
  /** Milliseconds since 1970. */
  readonly expiresOn: number;
  /** When it was made or renewed, in milliseconds since 1970. */
  readonly renewedOn: number;
  readonly notificationUrl: string;
  /** The application it was made for, whose ID tokens of notifications name. */
  readonly applicationId: string;
  /** What notifications are encrypted with; undefined for those without content. */
  readonly certificateId?: string;
}

/** A notification's subscription. */
export interface KnownSubscription {
  readonly chatId: string;
  /** Undefined while it is being made: Graph may be faster with a notification than with its answer. */
  readonly subscription?: ChatSubscription;
}

/** The subscriptions of an instance, kept in its integration context so that a restart takes them up. */
export interface SubscriptionBook {
  of(chatId: string): ChatSubscription | undefined;
  /** Every chat that has one. */
  chats(): readonly string[];
  /** Keeps one, or with undefined none any longer. */
  keep(chatId: string, subscription: ChatSubscription | undefined): Promise<void>;
  /** Notes what notifications of one that is being made will hold. */
  expect(chatId: string, clientState: string): void;
  /** Finds the one that a notification is of; undefined where it is of none, or does not prove that it is Graph's. */
  known(subscriptionId: string, clientState: string): KnownSubscription | undefined;
}

const KEY = 'chat_events_subscriptions';

/** Opens the book of an instance. */
export async function openSubscriptionBook(store: IntegrationContextStore): Promise<SubscriptionBook> {
  const book = new Map(subscriptionsIn((await store.read()).value[KEY]));
  const coming = new Map<string, string>();
  return {
    of: (chatId) => book.get(chatId),
    chats: () => [...book.keys()],
    async keep(chatId, subscription) {
      coming.delete(chatId);
      if (subscription) book.set(chatId, subscription);
      else book.delete(chatId);
      const text = JSON.stringify(Object.fromEntries(book));
      await updateContext(store, (context) => ({ ...context, [KEY]: text }));
    },
    expect(chatId, clientState) {
      coming.set(chatId, clientState);
    },
    known(subscriptionId, clientState) {
      for (const [chatId, subscription] of book) {
        if (subscription.id !== subscriptionId) continue;
        return isSameSecret(subscription.clientState, clientState) ? { chatId, subscription } : undefined;
      }
      const [chatId] = [...coming].find(([, expected]) => isSameSecret(expected, clientState)) ?? [];
      return chatId === undefined ? undefined : { chatId };
    },
  };
}

function subscriptionsIn(kept: unknown): readonly (readonly [string, ChatSubscription])[] {
  const parsed = typeof kept === 'string' ? parseJson(kept) : undefined;
  return Object.entries(isJsonObject(parsed) ? parsed : {}).flatMap(([chatId, value]) => {
    const subscription = isJsonObject(value) ? subscriptionIn(value) : undefined;
    return subscription ? [[chatId, subscription] as const] : [];
  });
}

function subscriptionIn(value: JsonObject): ChatSubscription | undefined {
  const { expiresOn, renewedOn } = value;
  const [id, clientState] = [textAt(value, 'id'), textAt(value, 'clientState')];
  const [notificationUrl, applicationId] = [textAt(value, 'notificationUrl'), textAt(value, 'applicationId')];
  const certificateId = textAt(value, 'certificateId');
  if (id === undefined || clientState === undefined || notificationUrl === undefined) return undefined;
  if (typeof expiresOn !== 'number' || typeof renewedOn !== 'number') return undefined;
  return {
    ...{ id, clientState, expiresOn, renewedOn, notificationUrl },
    applicationId: applicationId ?? '',
    ...(certificateId !== undefined && { certificateId }),
  };
}

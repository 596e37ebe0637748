import { randomBytes } from 'node:crypto';
import { GraphError } from '../../integration/errors.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { path } from '../../integration/graph/path.js';
import { isJsonObject, type JsonObject, textAt } from '../../integration/json.js';
import { type NotificationCertificate } from '../../integration/settings/settings.js';
import { type ChatSubscription } from './subscription-book.js';

/**
 * How long a subscription is asked for, in milliseconds. Graph allows three days to those with a lifecycle address, and did
 * allow an hour at most (Graph: maximum length of subscription); what is left behind by a server that is gone ends soon.
 */
const LIFETIME_MS = 55 * 60_000;

/** What a subscription is to be. */
export interface SubscriptionWish {
  readonly chatId: string;
  /** Where notifications go; those of its life go to `/lifecycle` below. */
  readonly notificationUrl: string;
  /** Undefined for notifications without content. */
  readonly certificate: NotificationCertificate | undefined;
}

/** A new secret for the notifications of one subscription; Graph takes up to 128 characters. */
export function newClientState(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Subscribes to the new messages of a chat. Graph: POST /subscriptions. Graph asks the address for an answer before it
 * answers here.
 * @param now Milliseconds since 1970. @throws GraphError @throws TransportError
 */
export async function subscribe(
  { chatId, notificationUrl, certificate }: SubscriptionWish,
  clientState: string,
  graph: GraphClient,
  now: number,
): Promise<ChatSubscription> {
  const expires = new Date(now + LIFETIME_MS).toISOString();
  const body = {
    changeType: 'created',
    notificationUrl,
    lifecycleNotificationUrl: `${notificationUrl}/lifecycle`,
    resource: resourceOf(chatId),
    expirationDateTime: expires,
    clientState,
    latestSupportedTlsVersion: 'v1_2',
    ...(certificate && { includeResourceData: true, ...encryptionBy(certificate) }),
  };
  const made = await graph.post(path`subscriptions`, body, { idempotent: false });
  const answer = isJsonObject(made) ? made : {};
  const id = textAt(answer, 'id');
  if (id === undefined) throw withoutId(made);
  return {
    ...{ id, clientState, notificationUrl },
    expiresOn: endOf(answer, expires),
    renewedOn: now,
    applicationId: textAt(answer, 'applicationId') ?? '',
    ...(certificate && { certificateId: certificate.id }),
  };
}

/**
 * Lets a subscription live on, authorizes it anew, and goes over to another certificate where one is wished for. Graph: PATCH
 * /subscriptions/{id}.
 * @throws NotFoundError once it is gone
 */
export async function renew(
  subscription: ChatSubscription,
  { certificate }: SubscriptionWish,
  graph: GraphClient,
  now: number,
): Promise<ChatSubscription> {
  const expires = new Date(now + LIFETIME_MS).toISOString();
  const isOther = certificate !== undefined && certificate.id !== subscription.certificateId;
  const body = { expirationDateTime: expires, ...(isOther && encryptionBy(certificate)) };
  const answer = await graph.patch(path`subscriptions/${subscription.id}`, body, { idempotent: true });
  return {
    ...subscription,
    expiresOn: endOf(isJsonObject(answer) ? answer : {}, expires),
    renewedOn: now,
    ...(certificate && { certificateId: certificate.id }),
  };
}

function encryptionBy({ id, certificate }: NotificationCertificate): JsonObject {
  return { encryptionCertificate: certificate, encryptionCertificateId: id };
}

/** Ends a subscription; one that is gone is ended. Graph: DELETE /subscriptions/{id}. */
export async function unsubscribe(id: string, graph: GraphClient): Promise<void> {
  await graph.delete(path`subscriptions/${id}`).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** The subscriptions of this application to the messages of a chat. Graph: GET /subscriptions. */
export async function subscriptionsTo(chatId: string, graph: GraphClient): Promise<readonly JsonObject[]> {
  const found: JsonObject[] = [];
  for await (const { items } of graph.pages(path`subscriptions`)) {
    found.push(
      ...items.filter((item) => plain(textAt(item, 'resource') ?? '') === plain(resourceOf(chatId))),
    );
  }
  return found;
}

/** Whether Graph no longer has the subscription. */
export function isGone(error: unknown): boolean {
  return error instanceof GraphError && error.failure.status === 404;
}

/** Whether there is one for this resource already; Graph lets an application have one. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof GraphError)) return false;
  return error.failure.status === 409 || /already exist|already been/i.test(error.failure.text);
}

/** Whether Graph could not reach the address, or did not get its own word back from there. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof GraphError) || error.failure.status !== 400) return false;
  return error.failure.code === 'ValidationError' || /validation request/i.test(error.failure.text);
}

function resourceOf(chatId: string): string {
  return `/chats/${chatId}/messages`;
}

/** The same for each spelling of a resource: with or without a slash, as a key in parentheses, encoded. */
function plain(resource: string): string {
  const parts = resource.replace(/^\//, '').replaceAll(/\('([^']*)'\)/g, '/$1');
  return decoded(parts.split('?')[0] ?? '').toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Graph may give less time than was asked for. */
function endOf(answer: JsonObject, asked: string): number {
  const end = Date.parse(textAt(answer, 'expirationDateTime') ?? '');
  return Number.isNaN(end) ? Date.parse(asked) : end;
}

function withoutId(body: unknown): GraphError {
  return new GraphError('Microsoft Graph answered a new subscription without its ID.', undefined, {
    status: 201,
    code: '',
    text: 'a subscription without an ID',
    body,
  });
}

import { changeTypes, namesIn } from '../../tenant/subscription.js';
import { isJsonObject, unreadableBody } from '../read-body.js';
import { invalidSubscription } from './subscription-request.js';

const longestClientState = 128;
const tlsVersions = ['v1_0', 'v1_1', 'v1_2', 'v1_3'];

/** Properties of a subscription that a body may name (Graph: subscription resource type). */
const properties = [
  'changeType',
  'clientState',
  'encryptionCertificate',
  'encryptionCertificateId',
  'expirationDateTime',
  'includeResourceData',
  'latestSupportedTlsVersion',
  'lifecycleNotificationUrl',
  'notificationQueryOptions',
  'notificationUrl',
  'notificationUrlAppId',
  'resource',
] as const;

/** What a caller wrote about a subscription: each property that is not null. */
export type SubscriptionBody = ReadonlyMap<(typeof properties)[number], unknown>;

/**
 * @throws GraphProblem 400 for what is no object, or has properties that subscriptions have not.
 */
export function readProperties(body: unknown): SubscriptionBody {
  if (!isJsonObject(body)) throw unreadableBody();
  const values: [(typeof properties)[number], unknown][] = [];
  for (const [given, value] of Object.entries(body)) {
    if (given.startsWith('@')) continue;
    const name = properties.find((property) => property === given);
    if (name === undefined) {
      throw invalidSubscription(
        `The property '${given}' does not exist on type 'microsoft.graph.subscription' or cannot be set.`,
      );
    }
    if (value !== null) values.push([name, value]);
  }
  return new Map(values);
}

/** @throws GraphProblem 400 where it is missing or no text. */
export function readText(body: SubscriptionBody, name: (typeof properties)[number]): string {
  const value = body.get(name);
  if (typeof value === 'string' && value !== '') return value;
  throw invalidSubscription(`${name} is required.`);
}

/** @throws GraphProblem 400 where it names anything but kinds of changes. */
export function readChangeType(body: SubscriptionBody): string {
  const changeType = readText(body, 'changeType');
  const known: readonly string[] = changeTypes;
  const unknown = namesIn(changeType).find((name) => !known.includes(name));
  if (unknown === undefined) return changeType;
  throw invalidSubscription(`changeType has to name ${changeTypes.join(', ')}, not '${unknown}'.`);
}

/** @throws GraphProblem 400 where it is no text or too long. */
export function readClientState(body: SubscriptionBody): string | null {
  const clientState = body.get('clientState');
  if (clientState === undefined) return null;
  if (typeof clientState === 'string' && clientState.length <= longestClientState) return clientState;
  throw invalidSubscription(`clientState has to be text of at most ${longestClientState} characters.`);
}

/** @throws GraphProblem 400 for an unknown version. */
export function readTlsVersion(body: SubscriptionBody): string {
  const version = body.get('latestSupportedTlsVersion') ?? 'v1_2';
  if (typeof version === 'string' && tlsVersions.includes(version)) return version;
  throw invalidSubscription(`latestSupportedTlsVersion has to be one of ${tlsVersions.join(', ')}.`);
}

/** @throws GraphProblem 400 where it is neither true nor false. */
export function readFlag(body: SubscriptionBody, name: 'includeResourceData'): boolean {
  const value = body.get(name) ?? false;
  if (typeof value === 'boolean') return value;
  throw invalidSubscription(`${name} has to be true or false.`);
}

/**
 * @throws GraphProblem 400 for what the sandbox has not.
 */
export function checkIsModeled(body: SubscriptionBody): void {
  for (const name of ['notificationQueryOptions', 'notificationUrlAppId'] as const) {
    if (body.has(name)) throw invalidSubscription(`${name} is not supported by the sandbox.`);
  }
}

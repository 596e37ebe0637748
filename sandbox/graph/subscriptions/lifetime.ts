import { GraphProblem } from '../problem.js';
import { invalidSubscription } from './subscription-request.js';

const minuteMs = 60_000;

/** Graph: subscription resource type, subscription lifetime of chatMessage; in minutes. */
const longest = 4_320;
/** What ends sooner is prolonged to this, in minutes. */
const shortest = 45;
/** Longer than this, in minutes, only whoever hears of the subscription's own lifecycle. */
const longestUnattended = 60;

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * When a subscription is to end (Graph: subscription resource type, maximum length of subscription per resource type).
 *
 * @param value ISO 8601 with a time zone.
 * @param hasLifecycleUrl Whether the subscriber hears of the subscription's lifecycle.
 * @param now Milliseconds since 1970.
 * @returns Milliseconds since 1970.
 * @throws GraphProblem 400.
 */
export function readExpiry(value: unknown, hasLifecycleUrl: boolean, now: number): number {
  const time = typeof value === 'string' && pattern.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) {
    throw invalidSubscription('expirationDateTime has to be a date and time with a time zone.');
  }
  if (time <= now) throw invalidSubscription('Subscription expiration has to be in the future.');
  if (time - now > longest * minuteMs) {
    throw new GraphProblem(
      400,
      'ExtensionError',
      `Subscription expiration can only be ${longest} minutes in the future.`,
    );
  }
  if (!hasLifecycleUrl && time - now > longestUnattended * minuteMs) {
    throw invalidSubscription(
      'lifecycleNotificationUrl is a required property for subscription creation on this resource when the expirationDateTime value is set to greater than 1 hour.',
    );
  }
  return Math.max(time, now + shortest * minuteMs);
}

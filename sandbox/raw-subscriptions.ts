import type { Sandbox } from './index.js';
import { member, write, type RawAnswer } from './raw-client.js';
import type { Receiver } from './raw-receiver.js';

/** @returns ISO 8601 UTC of so many minutes after a moment. */
export function minutesAfter(milliseconds: number, minutes: number): string {
  return new Date(milliseconds + minutes * 60_000).toISOString();
}

/** Where a receiver gets notifications and lifecycle notifications in the sandbox's tests. */
export const notificationPath = '/graph?tenant=1';
export const lifecyclePath = '/lifecycle';

/**
 * A subscription as a body asks for it: to all changes, with a lifecycle address, for two hours.
 *
 * @param resource What to subscribe to.
 * @param now Milliseconds since 1970.
 */
export function wish(
  receiver: Receiver,
  resource: string,
  now: number,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    changeType: 'created,updated,deleted',
    notificationUrl: `${receiver.url}${notificationPath}`,
    lifecycleNotificationUrl: `${receiver.url}${lifecyclePath}`,
    resource,
    expirationDateTime: minutesAfter(now, 120),
    clientState: 'a-secret-of-ours',
    ...more,
  };
}

/** Subscribes. */
export async function subscribe(
  sandbox: Sandbox,
  token: string,
  body: Readonly<Record<string, unknown>>,
): Promise<RawAnswer> {
  return write(sandbox, token, 'POST', '/v1.0/subscriptions', body);
}

/** @returns The ID in an answer. */
export function idOf(answer: RawAnswer): string {
  return String(member(answer.json, 'id'));
}

import { hostOf } from '../clouds.js';
import { isJsonObject } from '../graph/read-body.js';
import type { Answer, Call, Outcome } from '../http/exchange.js';
import type { LifecycleEvent } from '../notifications/notification.js';
import type { Notifications } from '../notifications/notifications.js';
import type { TenantSwitches } from '../tenant/switches.js';
import { setSwitches } from './set-switches.js';

/** What can be set from outside. */
export interface ControlContext {
  readonly switches: TenantSwitches;
  readonly subscriptions: Pick<Notifications, 'sendLifecycle'>;
}

const hosts = ['127.0.0.1', 'localhost', '[::1]'];
const events: readonly LifecycleEvent[] = ['missed', 'reauthorizationRequired', 'subscriptionRemoved'];

function refused(status: number, error: string): Outcome {
  return { answer: answerOf(status, { error }), acted: false };
}

function answerOf(status: number, json?: unknown): Answer {
  return json === undefined
    ? { status, headers: {} }
    : { status, headers: { 'content-type': 'application/json' }, json };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function patchSwitches(call: Call, switches: TenantSwitches): Outcome {
  const wishes = objectIn(call.body);
  if (!wishes) return refused(400, 'The body has to be a JSON object.');
  const problem = setSwitches(switches, wishes);
  return problem === undefined ? { answer: answerOf(200, switches), acted: true } : refused(400, problem);
}

async function sendLifecycle(id: string, name: string, { subscriptions }: ControlContext): Promise<Outcome> {
  const event = events.find((each) => each.toLowerCase() === name.toLowerCase());
  if (!event) return refused(404, `The events are ${events.join(', ')}.`);
  try {
    await subscriptions.sendLifecycle(id, event);
  } catch (error) {
    if (error instanceof RangeError) return refused(404, error.message);
    throw error;
  }
  return { answer: answerOf(202), acted: true };
}

/**
 * Answers whoever handles the sandbox itself: `GET` and `PATCH /sandbox/switches`, and
 * `POST /sandbox/subscriptions/{id}/{lifecycle event}`.
 *
 * A page in a browser cannot: JSON from another origin needs a leave that is never given, and a host name that is led here
 * is refused.
 */
export async function answerControl(call: Call, context: ControlContext): Promise<Outcome> {
  if (!hosts.includes(hostOf(call.origin))) return refused(403, 'Only under a loopback address.');
  if (call.method !== 'GET' && !/^application\/json\b/i.test(call.headers['content-type'] ?? '')) {
    return refused(415, 'The content type has to be application/json.');
  }
  const [area, id = '', name = '', ...more] = call.path.split('/').slice(2);
  if (area === 'switches' && id === '') {
    if (call.method === 'GET') return { answer: answerOf(200, context.switches), acted: false };
    return call.method === 'PATCH'
      ? patchSwitches(call, context.switches)
      : refused(405, 'Switches are read by GET and set by PATCH.');
  }
  if (area === 'subscriptions' && name !== '' && more.length === 0 && call.method === 'POST') {
    return sendLifecycle(id, name, context);
  }
  return refused(404, 'There is nothing of that name.');
}

import { refusalOf } from '../../notifications/handshake.js';
import { isLoopback } from '../../notifications/loopback.js';
import { GraphProblem } from '../problem.js';
import { invalidSubscription } from './subscription-request.js';

const longestAddress = 2048;

/**
 * Reads an address for notifications: HTTPS, or plain HTTP on this machine.
 *
 * @param name Of the property.
 * @throws GraphProblem 400.
 */
export function readAddress(name: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (typeof value !== 'string' || !url || value.length > longestAddress) {
    throw invalidSubscription(`${name} has to be an absolute URL.`);
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return value;
  throw invalidSubscription(`${name} has to use HTTPS.`);
}

/**
 * Asks endpoints one after the other whether they want notifications, the same one as often as it is named.
 *
 * @param signal Breaks it off.
 * @throws GraphProblem 400 at the first one that does not.
 */
export async function checkEndpoints(addresses: readonly string[], signal: AbortSignal): Promise<void> {
  for (const address of addresses) {
    const refusal = await refusalOf(address, signal);
    if (refusal !== undefined) throw new GraphProblem(400, 'ValidationError', refusal);
  }
}

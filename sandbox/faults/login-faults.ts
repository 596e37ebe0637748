import type { Answer, Call } from '../http/exchange.js';
import { refuse } from '../login/aadsts.js';
import type { FaultKind } from './fault-rule.js';

/**
 * The token endpoint's own wording of a failure.
 *
 * @param kind One of those that are an answer of the service.
 * @param retryAfterSeconds For the kinds that give a hint.
 * @param now Milliseconds since 1970.
 */
export function loginFault(kind: FaultKind, retryAfterSeconds: number, call: Call, now: number): Answer {
  const isThrottled = kind.startsWith('throttle');
  const answer = refuse(isThrottled ? 'throttled' : 'transient', {}, call.headers['client-request-id'], now);
  const hasHint = kind === 'throttle' || kind === '503-retry-after';
  return {
    ...answer,
    status: isThrottled ? 429 : Number(kind.slice(0, 3)),
    headers: { ...answer.headers, ...(hasHint ? { 'retry-after': String(retryAfterSeconds) } : {}) },
  };
}

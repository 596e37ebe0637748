import type { Answer, Call } from '../http/exchange.js';
import { refuse } from '../login/aadsts.js';
import { retryAfterOf, type FaultRule } from './fault-rule.js';

/**
 * Entra's own wording of a failure.
 *
 * @param rule One that is an answer of the service.
 * @param now Milliseconds since 1970.
 */
export function loginFault(rule: FaultRule, call: Call, now: number): Answer {
  const clientRequestId = call.headers['client-request-id'];
  if (rule.kind === 'aadsts') {
    return refuse({ code: rule.code ?? 90033, details: {} }, clientRequestId, now);
  }
  const isThrottled = rule.kind.startsWith('throttle');
  const answer = refuse({ code: isThrottled ? 90055 : 90033, details: {} }, clientRequestId, now);
  return {
    ...answer,
    status: isThrottled ? 429 : Number(rule.kind.slice(0, 3)),
    headers: { ...answer.headers, ...retryAfterOf(rule) },
  };
}

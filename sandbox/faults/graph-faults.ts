import { claimsChallenge, invalidToken } from '../graph/authenticate.js';
import { GraphProblem, problemAnswer, type ProblemIds } from '../graph/problem.js';
import type { Answer } from '../http/exchange.js';
import { retryAfterOf, type FaultKind, type FaultRule } from './fault-rule.js';

function throttled(ids: ProblemIds, now: number, retryAfter: Readonly<Record<string, string>>): Answer {
  return {
    status: 429,
    headers: { ...retryAfter, 'x-ms-throttle-information': 'ResourceUnitLimitExceeded' },
    json: {
      error: {
        code: 'TooManyRequests',
        message: 'Please retry again later.',
        innerError: {
          code: '429',
          date: new Date(now).toISOString().slice(0, 19),
          message: 'Please retry after',
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
          status: '429',
        },
      },
    },
  };
}

function problemOf(kind: FaultKind, headers: Readonly<Record<string, string>>, now: number): GraphProblem {
  if (kind === 'expired-token') return invalidToken('expired');
  if (kind === 'claims-challenge') return claimsChallenge(now);
  if (kind === 'no-authorization') {
    return new GraphProblem(403, 'Forbidden', 'No authorization information present on the request.');
  }
  if (kind === 'chat-not-yet') return new GraphProblem(404, 'NotFound', 'NotFound');
  if (kind === '503-retry-after')
    return new GraphProblem(503, 'ServiceUnavailable', 'Service unavailable.', { headers });
  if (kind === '503') return new GraphProblem(503, 'serviceNotAvailable', 'Service unavailable.');
  if (kind === '504') return new GraphProblem(504, 'UnknownError', '');
  return new GraphProblem(500, 'generalException', 'An internal server error occurred.');
}

/**
 * Graph's own wording of a failure (Graph: throttling guidance, error responses).
 *
 * @param rule One that is an answer of the service.
 * @param ids IDs of the request.
 * @param now Milliseconds since 1970.
 */
export function graphFault(rule: FaultRule, ids: ProblemIds, now: number): Answer {
  const retryAfter = retryAfterOf(rule);
  return rule.kind.startsWith('throttle')
    ? throttled(ids, now, retryAfter)
    : problemAnswer(problemOf(rule.kind, retryAfter, now), ids, now);
}

import { invalidToken } from '../graph/authenticate.js';
import { GraphProblem, problemAnswer, type ProblemIds } from '../graph/problem.js';
import type { Answer } from '../http/exchange.js';
import type { FaultKind } from './fault-rule.js';

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

function problemOf(kind: FaultKind, headers: Readonly<Record<string, string>>): GraphProblem {
  if (kind === 'expired-token') return invalidToken('expired');
  if (kind === '503-retry-after')
    return new GraphProblem(503, 'ServiceUnavailable', 'Service unavailable.', { headers });
  if (kind === '503') return new GraphProblem(503, 'serviceNotAvailable', 'Service unavailable.');
  if (kind === '504') return new GraphProblem(504, 'UnknownError', '');
  return new GraphProblem(500, 'generalException', 'An internal server error occurred.');
}

/**
 * Graph's own wording of a failure (Graph: throttling guidance, error responses).
 *
 * @param kind One of those that are an answer of the service.
 * @param retryAfterSeconds For the kinds that give a hint.
 * @param ids IDs of the request.
 * @param now Milliseconds since 1970.
 */
export function graphFault(kind: FaultKind, retryAfterSeconds: number, ids: ProblemIds, now: number): Answer {
  const retryAfter = { 'retry-after': String(retryAfterSeconds) };
  if (kind === 'throttle') return throttled(ids, now, retryAfter);
  if (kind === 'throttle-without-retry-after') return throttled(ids, now, {});
  return problemAnswer(problemOf(kind, retryAfter), ids, now);
}

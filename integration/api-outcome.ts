/** What became of one HTTP request, in the words of the platform's API execution metrics. */
export type ApiOutcome =
  | 'Successful'
  | 'QuotaError'
  | 'AuthError'
  | 'ServiceError'
  | 'GeneralError'
  | 'ConnectionError'
  | 'ProxyError'
  | 'SSLError'
  | 'TimeoutError';

/** The outcome of a request that was answered, whatever the answer says. @param status HTTP status. */
export function outcomeOfStatus(status: number): ApiOutcome {
  if (status < 400) return 'Successful';
  if (status === 429) return 'QuotaError';
  if (status === 401 || status === 403) return 'AuthError';
  return status >= 500 ? 'ServiceError' : 'GeneralError';
}

/** Counts one more request of an outcome. @param outcomes Undefined where nobody counts. */
export function countOutcome(outcomes: Map<ApiOutcome, number> | undefined, outcome: ApiOutcome): void {
  outcomes?.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

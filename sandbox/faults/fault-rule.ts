/** Ways to fail, as real services, gateways and networks do. */
export type FaultKind =
  /** 429 with `Retry-After`; nothing is done. */
  | 'throttle'
  /** 429 without a hint how long to wait; nothing is done. */
  | 'throttle-without-retry-after'
  /** A server error; nothing is done. 502 has a gateway's HTML page as its body. */
  | '500'
  | '502'
  | '503'
  /** 503 with `Retry-After`; nothing is done. */
  | '503-retry-after'
  | '504'
  /** The connection drops before anything is done. */
  | 'reset-before'
  /** The connection drops after everything was done, and nobody is told. */
  | 'reset-after'
  /** The answer comes late. */
  | 'slow'
  /** Everything is done, and the answer breaks off in the middle. */
  | 'truncated'
  /** 200 with an HTML page, as from a captive portal; nothing is done. */
  | 'not-json'
  /** 401 as for an expired token, whatever the token; Graph only. */
  | 'expired-token'
  /** A read at Graph misses the writes made since the read before it; only where there were any. */
  | 'lagging-read';

/** When and how to fail. */
export interface FaultRule {
  /** Requests it is about; all of them by default. */
  readonly match?: {
    readonly method?: string;
    /** Tested against path and query, encoded as they came; for a part of a batch with `/v1.0` in front. */
    readonly path?: RegExp;
  };
  /** Fails every n-th matching request; each one by default. */
  readonly every?: number;
  /** Fails that often and then no more; without end by default. */
  readonly times?: number;
  readonly kind: FaultKind;
  /** For `throttle` and `503-retry-after`; 10 by default. */
  readonly retryAfterSeconds?: number;
  /** For `slow`; 1000 by default. */
  readonly delayMs?: number;
}

import type { AadstsCode } from '../login/aadsts-catalogue.js';

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
  | 'lagging-read'
  /**
   * Graph has not heard of people created within the last minute: they are not found, and not listed, delta queries apart;
   * only where there are any.
   */
  | 'lagging-creation'
  /** 401 with a claims challenge, as when access is evaluated anew; Graph only. */
  | 'claims-challenge'
  /** 403 as Teams answers an expired token; Graph only. */
  | 'no-authorization'
  /** 404 below a chat that was made less than a minute ago, as long as not all of Teams has heard of it; Graph only. */
  | 'chat-not-yet'
  /** A refusal by number, `code`; the token and device code endpoints only. */
  | 'aadsts'
  /** The managed identity is not there yet, or its endpoint is restarting; the managed identity endpoint only. */
  | '404'
  | '410';

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
  /** For `aadsts`: the AADSTS number; 90033 by default. */
  readonly code?: AadstsCode;
}

const graphOnly: readonly FaultKind[] = [
  'expired-token',
  'lagging-read',
  'lagging-creation',
  'claims-challenge',
  'no-authorization',
  'chat-not-yet',
];
const managedIdentityOnly: readonly FaultKind[] = ['404', '410'];

/** @returns Whether Graph can fail that way. */
export function isGraphFault(kind: FaultKind): boolean {
  return kind !== 'aadsts' && !managedIdentityOnly.includes(kind);
}

/** @returns Whether Entra can fail that way. */
export function isLoginFault(kind: FaultKind): boolean {
  return !graphOnly.includes(kind) && !managedIdentityOnly.includes(kind);
}

/** @returns Whether OProxy can fail that way. */
export function isOProxyFault(kind: FaultKind): boolean {
  return isLoginFault(kind) && kind !== 'aadsts';
}

/** @returns Whether the MFA service can fail that way. */
export function isMfaFault(kind: FaultKind): boolean {
  return isLoginFault(kind) && kind !== 'aadsts';
}

/** @returns Whether the managed identity endpoint can fail that way. */
export function isManagedIdentityFault(kind: FaultKind): boolean {
  return isOProxyFault(kind) || managedIdentityOnly.includes(kind);
}

/** @returns The `Retry-After` header of a fault that comes with a hint, else nothing. */
export function retryAfterOf({ kind, retryAfterSeconds = 10 }: FaultRule): Record<string, string> {
  const hasHint = kind === 'throttle' || kind === '503-retry-after';
  return hasHint ? { 'retry-after': String(retryAfterSeconds) } : {};
}

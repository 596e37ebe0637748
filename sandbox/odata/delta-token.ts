import { createHmac } from 'node:crypto';

/** What a delta link or the link to a further page of a round carries. */
export interface DeltaToken {
  /** `initial` goes through everybody, `changes` through what happened since `since`. */
  readonly round: 'initial' | 'changes';
  /** Number of the newest entry of the history when the round before began; what comes later is reported. */
  readonly since: number;
  /** Number of the newest entry when this round began; the next one goes on from there. */
  readonly until: number;
  /** Where the page starts. */
  readonly position: number;
  /** Properly spelled names; absent without `$select`. */
  readonly select?: readonly string[];
  /** Object IDs of the only people to watch; absent for everybody. */
  readonly ids?: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

function seal(text: string): string {
  return createHmac('sha256', 'delta token of the sandbox').update(text).digest('base64url').slice(0, 16);
}

/** @returns The token as text that says nothing to anybody. */
export function sealDeltaToken(token: DeltaToken): string {
  const text = JSON.stringify(token);
  return Buffer.from(`${seal(text)}${text}`).toString('base64url');
}

function isTokenShaped(value: unknown): value is DeltaToken {
  return typeof value === 'object' && value !== null && 'round' in value && 'issuedAt' in value;
}

/** @returns The token; undefined for text that is none of ours. */
export function openDeltaToken(sealed: string): DeltaToken | undefined {
  const whole = Buffer.from(sealed, 'base64url').toString('utf8');
  const text = whole.slice(16);
  if (whole.slice(0, 16) !== seal(text)) return undefined;
  const token: unknown = JSON.parse(text);
  return isTokenShaped(token) ? token : undefined;
}

/** What becomes of a request to approve a sign-in. */
export const mfaOutcomes = [
  'approve',
  'deny',
  'no-response',
  'fraud',
  'locked',
  'all-devices-blocked',
  'challenge',
] as const;

/** One of `mfaOutcomes`. */
export type MfaOutcome = (typeof mfaOutcomes)[number];

/** A request for a second factor that reached the MFA service, and what became of it. */
export interface MfaSession {
  readonly sessionId: string;
  readonly contextId: string;
  /** Object ID of who is asked. */
  readonly userId: string;
  readonly isSync: boolean;
  readonly outcome: MfaOutcome;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds since 1970 from when on the answer is there. */
  readonly answeredAt: number;
  /** Whether the caller has been told the outcome. */
  readonly isTold: boolean;
}

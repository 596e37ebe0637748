/** A password reset that was accepted: what its operation tells later (Graph: longRunningOperation). */
export interface PasswordReset {
  /** Object ID of the person. */
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly acceptedAt: number;
  /** Why it will turn out to have failed; null where it succeeds. */
  readonly failure: string | null;
}

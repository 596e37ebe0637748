import { type Run } from '../run.js';
import { type Secret } from '../secret.js';

/** A token for Graph. */
export interface AccessToken {
  readonly token: Secret;
  /** When it ends, in milliseconds since 1970. */
  readonly expiresOn: number;
}

/** What a caller wants of the token. */
export interface TokenRequest {
  /** A token that Graph has just refused: the answer is another one, made anew if nobody has done so yet. */
  readonly insteadOf?: AccessToken;
  /** Sign in even though a good token is at hand, so that a changed secret is noticed. */
  readonly fresh?: boolean;
}

/** Gives tokens, whatever the flow. */
export interface TokenProvider {
  /**
   * A token that is good for a while: from the integration context where there is one, else from a sign-in.
   * @throws AuthError when the sign-in is refused. @throws TransportError when the sign-in host cannot be reached.
   */
  getToken(run: Run, request?: TokenRequest): Promise<AccessToken>;
}

/** Signs in once, without any cache. One for each flow. */
export type SignInAttempt = (run: Run) => Promise<AccessToken>;

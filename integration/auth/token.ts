import { type Run } from '../run.js';
import { type Secret } from '../secret.js';
import { type SignIn } from '../settings/settings.js';

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
  /** What the token must hold (JSON), by Graph's claims challenge; it is asked for once. */
  readonly claims?: string;
  /** Redeem no code: whoever asks cannot keep what it would be exchanged for. */
  readonly keepCode?: boolean;
}

/** Gives tokens, whatever the flow. */
export interface TokenProvider {
  /**
   * A token that is good for a while: from the integration context where there is one, else from a sign-in.
   * @throws AuthError when the sign-in is refused. @throws TransportError when the sign-in host cannot be reached.
   */
  getToken(run: Run, request?: TokenRequest): Promise<AccessToken>;
}

/** How an instance signs in as of now. */
export interface SignInState {
  /** The parameters' flow, or that of a user whose sign-in is kept where the parameters leave it open. */
  readonly signIn: SignIn;
  /** Who signed in; undefined where nobody has, or where the application signs in as itself. */
  readonly user?: SignedInUser;
}

/** What to tell the person who is to sign in on another device. */
export interface DeviceInstructions {
  readonly page: string;
  readonly userCode: string;
  /** How long the code works, in minutes. */
  readonly minutes: number;
}

/** What became of a login on another device. */
export interface DeviceOutcome {
  /** Nobody has signed in so far; it may be completed later. */
  readonly isPending: boolean;
  /** Who signed in, where the answer told. */
  readonly user?: SignedInUser;
}

/** A token provider that can tell whose tokens it gives, and lets a person sign in. */
export interface SignInProvider extends TokenProvider {
  /** Looks without any request. */
  state(): Promise<SignInState>;
  /**
   * Begins a login on another device (RFC 8628).
   * @param scopes Permissions on Graph without its address.
   * @throws SettingsError for an instance of another flow. @throws AuthError when it is refused.
   */
  startDeviceLogin(run: Run, scopes: readonly string[]): Promise<DeviceInstructions>;
  /**
   * Completes it, waiting a minute at most for the person.
   * @throws AuthError where it was declined, has ended, or was never begun.
   */
  completeDeviceLogin(run: Run): Promise<DeviceOutcome>;
}

/** A person for whom the application acts. */
export interface SignedInUser {
  /** Object ID. */
  readonly id: string;
  /** User principal name; absent where the answer named none. */
  readonly name?: string;
}

/** What a sign-in came to, to be kept until the next one. */
export interface SignedIn {
  readonly token: AccessToken;
  /** The newest one, for flows in which a user signed in. */
  readonly refreshToken?: Secret;
  readonly user?: SignedInUser;
  /** The permissions the answer named. */
  readonly scopes?: readonly string[];
  /** SHA-256 of the code, or pasted refresh token, that this sign-in began with: it is not redeemed again. */
  readonly codeDigest?: string;
}

/** What was kept of earlier sign-ins. */
export interface Held {
  /** The last sign-in of this instance, its token valid or not. */
  readonly signedIn?: SignedIn;
  /** A refresh token that another integration left in a context where we never signed in. */
  readonly inherited?: Secret;
  /** A login that somebody was sent to. */
  readonly pending?: PendingLogin;
}

/** A login address that was given out. */
export interface PendingLogin {
  /** Comes back with the code (RFC 6749, 10.12). */
  readonly state: string;
  /** Proves that the code is for us (RFC 7636). */
  readonly verifier: Secret;
  /** Until when its code is expected, in milliseconds since 1970. */
  readonly expiresOn: number;
}

/** Signs in once, without any cache. One for each flow. */
export type SignInAttempt = (run: Run, held: Held, request: TokenRequest) => Promise<SignedIn>;

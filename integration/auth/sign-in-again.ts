import { AuthError } from '../errors.js';
import { type TokenRequest } from './token.js';

/** What to do when a user has to sign in, or to sign in again, with an authorization code. */
export const SIGN_IN_AGAIN =
  'Run !msgraph-user-generate-login-url (or !msgraph-teams-generate-login-url), sign in at its address, and paste the new code into "Authorization code".';

/** What to do when a user has to sign in, or to sign in again, on another device. */
export const START_AGAIN =
  'Run !msgraph-user-auth-start (or !msgraph-teams-auth-start), sign in with its code, then run !msgraph-user-auth-complete.';

/** A platform starts the Test button without the integration context. */
const UNSEEN =
  'If somebody has signed in before, run !msgraph-user-test (or !msgraph-teams-test) instead: on a platform the Test button does not see what an instance keeps.';

/** The error of an instance in which no person has signed in. @param again What to do about it. */
export function nobodySignedIn(again: string, { keepCode }: TokenRequest): AuthError {
  return new AuthError('Nobody has signed in yet.', keepCode ? `${again} ${UNSEEN}` : again);
}

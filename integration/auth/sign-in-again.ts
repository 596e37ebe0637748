/** What to do when a user has to sign in, or to sign in again, with an authorization code. */
export const SIGN_IN_AGAIN =
  'Run !msgraph-user-generate-login-url (or !msgraph-teams-generate-login-url), sign in at its address, and paste the new code into "Authorization code".';

/** What to do when a user has to sign in, or to sign in again, on another device. */
export const START_AGAIN =
  'Run !msgraph-user-auth-start (or !msgraph-teams-auth-start), sign in with its code, then run !msgraph-user-auth-complete.';

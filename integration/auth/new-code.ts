import { type SignIn } from '../settings/settings.js';
import { digestOf } from './digest.js';
import { type SignedIn } from './token.js';

/** Whether the form holds a code that the kept sign-in did not begin with: it is then redeemed before anything else. */
export function hasNewCode(signIn: SignIn, signedIn: SignedIn | undefined): boolean {
  if (signIn.flow !== 'user_auth_flow' || signIn.code === undefined) return false;
  return digestOf(signIn.code) !== signedIn?.codeDigest;
}

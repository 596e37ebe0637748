import { AuthError } from '../errors.js';
import { type JsonObject, textAt } from '../json.js';
import { Secret } from '../secret.js';
import { claimsIn } from './claims.js';
import { type Granted } from './token-exchange.js';
import { type SignedIn, type SignedInUser } from './token.js';

/**
 * What a user's sign-in came to.
 * @param again What to do when a person has to sign in again.
 * @param former What stays as it was where the answer does not say otherwise.
 * @throws AuthError for a sign-in that could not be renewed.
 */
export function signedInBy(
  { token, answer }: Granted,
  again: string,
  former: Omit<SignedIn, 'token'>,
): SignedIn {
  const newest = textAt(answer, 'refresh_token');
  const refreshToken = newest ? new Secret(newest) : former.refreshToken;
  if (!refreshToken) throw withoutRefreshToken(again);
  const user = userIn(answer) ?? former.user;
  const scope = textAt(answer, 'scope');
  return {
    ...former,
    token,
    refreshToken,
    ...(user && { user }),
    ...(scope !== undefined && { scopes: scope.split(' ') }),
  };
}

/** Who signed in, by the ID token, which is addressed to us, or else by the access token. */
function userIn(answer: JsonObject): SignedInUser | undefined {
  const claims = [textAt(answer, 'id_token'), textAt(answer, 'access_token')]
    .map((token) => (token === undefined ? undefined : claimsIn(token)))
    .find((found) => found && textAt(found, 'oid') !== undefined);
  const id = claims && textAt(claims, 'oid');
  if (!claims || id === undefined) return undefined;
  const name = textAt(claims, 'preferred_username') ?? textAt(claims, 'upn');
  return { id, ...(name !== undefined && { name }) };
}

function withoutRefreshToken(again: string): AuthError {
  return new AuthError(
    'The sign-in gave no refresh token, so it would end within the hour: its login address did not ask for offline_access.',
    again,
    { signInAgain: true },
  );
}

import { textAt } from '../json.js';
import { Secret } from '../secret.js';
import { type IntegrationContext } from '../state/store.js';
import { readPendingLogin } from './pending-login.js';
import { FOREIGN_REFRESH_TOKEN_KEY, hasRecord, type SignInRecord } from './token-record.js';
import { type Held } from './token.js';

/**
 * What a sign-in can build on. The refresh token of the known integrations counts once only: in a context in which we
 * never signed in; afterwards that key is a copy of ours (rule 9 of the parameters).
 * @param now Milliseconds since 1970.
 */
export function heldIn(context: IntegrationContext, { signedIn }: SignInRecord, now: number): Held {
  const foreign = hasRecord(context) ? undefined : textAt(context, FOREIGN_REFRESH_TOKEN_KEY);
  const pending = readPendingLogin(context, now);
  return {
    ...(signedIn && { signedIn }),
    ...(foreign && { inherited: new Secret(foreign) }),
    ...(pending && { pending }),
  };
}

import { bindingOf } from '../../integration/auth/binding.js';
import { digestOf } from '../../integration/auth/digest.js';
import { withoutPendingLogin } from '../../integration/auth/pending-login.js';
import { SIGN_IN_LOCK } from '../../integration/auth/provider.js';
import { signInAttempt } from '../../integration/auth/sign-in-attempt.js';
import { readRecord, withSignIn } from '../../integration/auth/token-record.js';
import { type PendingLogin, type SignedInUser } from '../../integration/auth/token.js';
import { updateContext } from '../../integration/state/update-context.js';
import { type Connection } from '../../integration/dispatcher/connection.js';
import { type Run } from '../../integration/run.js';
import { type Secret } from '../../integration/secret.js';
import { type UserSignIn } from '../../integration/settings/settings.js';

/** How long redeeming a code may take, in milliseconds: a person waits before a page. */
export const REDEEM_MS = 60_000;

/** A code that was caught. */
export interface CaughtCode {
  /** The login that it answers. */
  readonly pending: PendingLogin;
  /** The whole address that it came in. */
  readonly code: Secret;
}

/**
 * Redeems a code and keeps what it gives as the instance's sign-in, in place of whatever was kept or inherited. The code
 * in the instance's parameters, if any, counts as spent from then on (rule 9 of the parameters); both happen under the
 * lock of the sign-in, so that no command redeems that code in between.
 * @param application With the code of the parameters, and the redirect URI that the caught one was sent to.
 * @throws AuthError when it is refused. @throws TransportError when the sign-in host cannot be reached.
 */
export async function keepSignIn(
  { settings, http, state }: Pick<Connection, 'settings' | 'http' | 'state'>,
  application: UserSignIn,
  { pending, code }: CaughtCode,
  run: Run,
): Promise<SignedInUser | undefined> {
  const binding = bindingOf(settings, application);
  const redeem = signInAttempt(settings, { ...application, code }, http);
  return state.withLock(SIGN_IN_LOCK, async () => {
    const { codeDigest: _caught, ...signedIn } = await redeem(run, { pending }, {});
    await updateContext(state, (context) => {
      const spent = application.code
        ? digestOf(application.code)
        : readRecord(context, binding).signedIn?.codeDigest;
      const kept = { ...signedIn, ...(spent !== undefined && { codeDigest: spent }) };
      return withoutPendingLogin(withSignIn(context, binding, kept));
    });
    return signedIn.user;
  });
}

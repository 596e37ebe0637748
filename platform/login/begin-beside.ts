import { allRegistered } from '../../commands/session/login-scopes.js';
import { beginLogin } from '../../integration/auth/login-url.js';
import { readPendingLogin } from '../../integration/auth/pending-login.js';
import { type PendingLogin } from '../../integration/auth/token.js';
import { type Connection } from '../../integration/dispatcher/connection.js';
import { SoarError } from '../../integration/errors.js';
import { type UserSignIn } from '../../integration/settings/settings.js';
import { createMemoryStore } from '../../integration/state/memory.js';

/** A login that somebody can be sent to. */
export interface BegunLogin {
  /** Where they sign in. */
  readonly url: string;
  readonly pending: PendingLogin;
}

/**
 * Begins a login beside the instance's context, which it leaves alone: the state is this process's own, and a login
 * that comes to nothing must not change how a code that somebody pastes is redeemed.
 * @param application With the redirect URI that the code is to come to.
 * @param now Milliseconds since 1970.
 * @throws SettingsError for an instance whose flow has no such address.
 */
export async function beginBeside(
  { settings, state }: Pick<Connection, 'settings' | 'state'>,
  application: UserSignIn,
  now: number,
): Promise<BegunLogin> {
  const beside = createMemoryStore((await state.read()).value);
  const url = await beginLogin({ ...settings, signIn: application }, allRegistered, beside, now);
  const pending = readPendingLogin((await beside.read()).value, now);
  if (!pending) throw new SoarError('The login could not be begun.');
  return { url, pending };
}

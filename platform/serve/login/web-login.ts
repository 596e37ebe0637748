import { type PendingLogin, type SignedInUser } from '../../../integration/auth/token.js';
import { type Clock } from '../../../integration/clock.js';
import { type Connection, connectionOf } from '../../../integration/dispatcher/connection.js';
import { type Log } from '../../../integration/log.js';
import { type RunObserver } from '../../../integration/run.js';
import { type Secret } from '../../../integration/secret.js';
import { type UserSignIn } from '../../../integration/settings/settings.js';
import { beginBeside } from '../../login/begin-beside.js';
import { keepSignIn, REDEEM_MS } from '../../login/keep-sign-in.js';
import { unseenRun } from '../../unseen-run.js';
import { userRegistration } from '../../login/user-registration.js';
import { type InstancePool } from '../instance-pool.js';

/** What logins in the browser work with. */
export interface WebLoginServices {
  readonly instances: InstancePool;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer: RunObserver;
  readonly warn: (text: string) => void;
}

/** A login that somebody was sent to. */
export interface WebLogin {
  readonly instance: string;
  readonly connection: Connection;
  /** With the redirect URI that the code comes to. */
  readonly application: UserSignIn;
  readonly pending: PendingLogin;
}

/**
 * Begins a login for an instance.
 * @param named Its name; undefined where there is only one. @param redirectUri Where the code is to come to.
 * @returns The login, and the address at which somebody signs in.
 * @throws SettingsError where there is no such instance, or nobody can sign in for it so.
 */
export async function beginWebLogin(
  named: string | undefined,
  redirectUri: string,
  { instances, clock, warn }: WebLoginServices,
): Promise<{ readonly login: WebLogin; readonly url: string }> {
  const instance = await instances.instanceOf(named);
  const connection = connectionOf(instance, warn);
  const application = { ...userRegistration(connection.settings.signIn), redirectUri };
  const { url, pending } = await beginBeside(connection, application, clock.now());
  return { login: { instance: instance.name ?? '', connection, application, pending }, url };
}

/**
 * Redeems the code of a login and keeps the sign-in in the instance's state.
 * @param address The whole address that the browser ended at.
 * @throws AuthError when it is refused. @throws TransportError when the sign-in host cannot be reached.
 */
export async function finishWebLogin(
  { connection, application, pending }: WebLogin,
  address: Secret,
  { clock, log, observer }: WebLoginServices,
): Promise<SignedInUser | undefined> {
  const run = unseenRun({ clock, log, observer }, REDEEM_MS);
  try {
    const user = await keepSignIn(connection, application, { pending, code: address }, run);
    observer.onTokenRequest(true);
    return user;
  } catch (error) {
    observer.onTokenRequest(false);
    throw error;
  }
}

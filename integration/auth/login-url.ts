import { createHash, randomBytes } from 'node:crypto';
import { SettingsError } from '../errors.js';
import { Secret } from '../secret.js';
import { type Settings, type UserSignIn } from '../settings/settings.js';
import { type IntegrationContextStore } from '../state/store.js';
import { bindingOf } from './binding.js';
import { withPendingLogin } from './pending-login.js';
import { readRecord } from './token-record.js';
import { updateContext } from '../state/update-context.js';

/** How long the code of a login address is expected, in minutes: codes themselves live no longer. */
export const LOGIN_MINUTES = 10;

/**
 * Makes the address at which a user signs in for this instance, and remembers its state and verifier until the code
 * comes back (Microsoft identity platform: authorization code flow; RFC 7636; RFC 6749, 10.12). It does not force the
 * consent page: where permissions lack consent Microsoft asks by itself.
 * @param scopes Permissions on Graph without its address, such as `.default` or `Chat.Read`.
 * @param now Milliseconds since 1970.
 * @throws SettingsError for an instance whose flow has no such address, or that has no redirect URI.
 */
export async function beginLogin(
  settings: Settings,
  scopes: readonly string[],
  store: IntegrationContextStore,
  now: number,
): Promise<string> {
  const { tenant, clientId, redirectUri, signIn } = registrationOf(settings);
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const { refusal } = readRecord((await store.read()).value, bindingOf(settings, signIn));
  const login = { state, verifier: new Secret(verifier), expiresOn: now + LOGIN_MINUTES * 60_000 };
  await updateContext(store, (context) => withPendingLogin(context, login));

  const claims = refusal?.error.details.claims;
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'query',
    scope: ['offline_access', ...scopes.map((scope) => `${settings.graphUrl}/${scope}`)].join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(claims !== undefined && { claims }),
  };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${settings.loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize?${query.join('&')}`;
}

/** The application that a user signs in to; a redirect URI is all that an application's own sign-in lacks for that. */
function registrationOf({ signIn }: Settings): UserSignIn & { redirectUri: string; signIn: UserSignIn } {
  if (signIn.flow !== 'user_auth_flow' && signIn.flow !== 'client_credentials') {
    throw new SettingsError(
      `There is no login address for this instance: it signs in by ${signIn.flow}, which needs no authorization code.`,
      'To sign in as a user, set auth_type to user_auth_flow and fill in client ID, tenant ID, secret and redirect URI of your own application.',
    );
  }
  const { redirectUri } = signIn;
  if (redirectUri === undefined) {
    throw new SettingsError(
      'redirect_uri (Application redirect URI) is missing: Microsoft sends the code there.',
      'Fill in a redirect URI of the app registration, to the letter, and run this command again.',
    );
  }
  const { tenant, clientId, credential } = signIn;
  const user: UserSignIn = { flow: 'user_auth_flow', tenant, clientId, credential };
  return { ...user, redirectUri, signIn: user };
}

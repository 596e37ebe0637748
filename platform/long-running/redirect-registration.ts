import { SettingsError } from '../../integration/errors.js';
import { type SignIn, type UserSignIn } from '../../integration/settings/settings.js';
import { userRegistration } from '../login/user-registration.js';

/** A registration that sends browsers to an address of the instance's own. */
export interface RedirectRegistration extends UserSignIn {
  readonly redirectUri: string;
}

/**
 * The registration for whose sign-ins a long-running instance listens.
 * @throws SettingsError for an instance that no browser can come back to.
 */
export function redirectRegistration(signIn: SignIn): RedirectRegistration {
  const registration = userRegistration(signIn);
  const { redirectUri } = registration;
  if (redirectUri !== undefined) return { ...registration, redirectUri };
  throw new SettingsError(
    'redirect_uri (Application redirect URI) is missing: a long-running instance serves the sign-ins that come back there.',
    'Enter the address under which browsers reach this instance, to the letter as in the app registration.',
  );
}

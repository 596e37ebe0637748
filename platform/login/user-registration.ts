import { SettingsError } from '../../integration/errors.js';
import { type SignIn, type UserSignIn } from '../../integration/settings/settings.js';

/**
 * The registration that a person signs in to in a browser. Where `auth_type` was left empty a kept sign-in of a user
 * goes first (rule 8 of the parameters), so such an instance may have one too.
 * @throws SettingsError for an instance whose flow would never use the sign-in.
 */
export function userRegistration(signIn: SignIn): UserSignIn {
  if (signIn.flow === 'user_auth_flow') return signIn;
  if (signIn.flow === 'client_credentials' && signIn.inferred) {
    const { inferred: _inferred, ...registration } = signIn;
    return { ...registration, flow: 'user_auth_flow' };
  }
  throw new SettingsError(
    `Nobody signs in for this instance in a browser: its auth_type is ${signIn.flow}.`,
    signIn.flow === 'device_code'
      ? 'Sign in on another device: msgraph-soar login --device'
      : 'Add an instance with auth_type=user_auth_flow, client ID, tenant ID and secret of your own application.',
  );
}

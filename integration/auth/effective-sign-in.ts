import { type Settings, type SignIn, type UserSignIn } from '../settings/settings.js';
import { type IntegrationContext } from '../state/store.js';
import { bindingOf } from './binding.js';
import { readRecord } from './token-record.js';

/**
 * How an instance signs in: as its parameters say, unless they leave the flow open and a user's sign-in for this cloud,
 * tenant and client is kept, which then goes first (rule 8 of the parameters): a spent code may be removed from the form.
 */
export function effectiveSignIn(settings: Settings, context: IntegrationContext): SignIn {
  const { signIn } = settings;
  if (signIn.flow !== 'client_credentials' || !signIn.inferred) return signIn;
  const { inferred: _inferred, ...registration } = signIn;
  const user: UserSignIn = { ...registration, flow: 'user_auth_flow' };
  const { signedIn } = readRecord(context, bindingOf(settings, user));
  return signedIn?.refreshToken ? user : signIn;
}

import { type Settings, type SignIn } from '../settings/settings.js';
import { digestOf } from './digest.js';

/**
 * What a kept sign-in belongs to, as a digest: cloud, tenant, client and flow. A change of any of them makes another
 * digest, so that a token is never used for an instance it was not made for. Where the application signs in as itself
 * its credential counts too, so that a changed secret is noticed; where a user signed in it does not, nor does the
 * code, which is spent by then and may be removed (rule 9 of the parameters).
 * @param signIn How it signs in, where that is not what the parameters say.
 */
export function bindingOf(settings: Settings, signIn: SignIn = settings.signIn): string {
  const { cloud, loginUrl, graphUrl } = settings;
  return digestOf([cloud, loginUrl, graphUrl, identityOf(signIn)]);
}

function identityOf(signIn: SignIn): unknown {
  if (signIn.flow !== 'user_auth_flow') return signIn;
  const { flow, tenant, clientId } = signIn;
  return { flow, tenant: tenant.toLowerCase(), clientId: clientId.toLowerCase() };
}

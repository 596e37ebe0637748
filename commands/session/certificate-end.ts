import { type SignIn } from '../../integration/settings/settings.js';
import { type CredentialEnd, endNotice } from './end-notice.js';

const words = {
  what: 'The certificate of this instance',
  replace: 'upload a new one to the app registration',
};

/**
 * When the certificate of an instance ends.
 * @param now Milliseconds since 1970.
 * @returns Undefined where the instance has no certificate, or only its thumbprint is known.
 */
export function certificateEnd(signIn: SignIn, now: number): CredentialEnd | undefined {
  const credential = 'credential' in signIn ? signIn.credential : undefined;
  if (credential?.kind !== 'certificate' || credential.expiresOn === undefined) return undefined;
  return endNotice(words, credential.expiresOn, now);
}

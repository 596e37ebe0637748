import { type Settings } from '../../integration/settings/settings.js';
import { type CredentialEnd, endNotice } from './end-notice.js';

const words = {
  what: 'The client secret of this instance',
  replace: 'make a new one in the app registration',
};

/**
 * When the client secret of an instance ends.
 * @param now Milliseconds since 1970.
 * @returns Undefined where nobody entered it.
 */
export function secretEnd(
  { secretExpiresOn }: Pick<Settings, 'secretExpiresOn'>,
  now: number,
): CredentialEnd | undefined {
  return secretExpiresOn === undefined ? undefined : endNotice(words, secretExpiresOn, now);
}

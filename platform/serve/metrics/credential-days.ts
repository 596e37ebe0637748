import { certificateEnd } from '../../../commands/session/certificate-end.js';
import { secretEnd } from '../../../commands/session/secret-end.js';
import { type Instance } from '../../../integration/dispatcher/invocation.js';
import { parseSettings } from '../../../integration/settings/parse.js';
import { type Settings } from '../../../integration/settings/settings.js';

/** How long the credentials of an instance still work, in whole days; undefined where nobody knows. */
export interface CredentialDays {
  readonly instance: string;
  readonly certificateDays: number | undefined;
  readonly secretDays: number | undefined;
}

/** @param now Milliseconds since 1970. */
export function credentialDaysOf(instances: readonly Instance[], now: number): readonly CredentialDays[] {
  return instances.flatMap(({ name = '', params }) => {
    const settings = settingsOf(params);
    if (!settings) return [];
    return [
      {
        instance: name,
        certificateDays: certificateEnd(settings.signIn, now)?.days,
        secretDays: secretEnd(settings, now)?.days,
      },
    ];
  });
}

/** An instance that cannot work has no credentials to count; its commands say what is wrong. */
function settingsOf(params: Instance['params']): Settings | undefined {
  try {
    return parseSettings(params);
  } catch {
    return undefined;
  }
}

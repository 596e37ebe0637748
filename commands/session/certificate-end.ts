import { type SignIn } from '../../integration/settings/settings.js';

const DAY_MS = 86_400_000;

/** How long before its end a certificate is worth a warning, in days. */
const NOTICE_DAYS = 30;

/** How long before its end there is no time to lose, in days. */
const URGENT_DAYS = 7;

/** When the certificate of an instance ends. */
export interface CertificateEnd {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** What to do about it, where it is near. */
  readonly warning?: string;
}

/**
 * @param now Milliseconds since 1970.
 * @returns Undefined where the instance has no certificate, or only its thumbprint is known.
 */
export function certificateEnd(signIn: SignIn, now: number): CertificateEnd | undefined {
  const credential = 'credential' in signIn ? signIn.credential : undefined;
  if (credential?.kind !== 'certificate' || credential.expiresOn === undefined) return undefined;
  const at = new Date(credential.expiresOn).toISOString();
  const days = Math.floor((credential.expiresOn - now) / DAY_MS);
  if (days >= NOTICE_DAYS) return { at };
  const left = days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`;
  const when = days < 0 ? 'has ended' : `ends ${left}`;
  const next =
    days < URGENT_DAYS
      ? 'From then on every command fails: upload a new one to the app registration now, and put it into the instance.'
      : 'Upload a new one to the app registration, and put it into the instance.';
  return { at, warning: `The certificate of this instance ${when} (${at}). ${next}` };
}

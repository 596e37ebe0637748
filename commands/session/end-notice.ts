/** The length of a day, in milliseconds. */
export const DAY_MS = 86_400_000;

/** How long before its end a credential is worth a warning, in days. */
const NOTICE_DAYS = 30;

/** How long before its end there is no time to lose, in days. */
const URGENT_DAYS = 7;

/** When a credential of an instance ends. */
export interface CredentialEnd {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Whole days that are left; negative after its end. */
  readonly days: number;
  /** What to do about it, where it is near. */
  readonly warning?: string;
}

/** What a credential is called, and what replaces it, in the middle of a sentence. */
export interface CredentialWords {
  /** Such as `The certificate of this instance`. */
  readonly what: string;
  /** Such as `upload a new one to the app registration`. */
  readonly replace: string;
}

/**
 * Tells when a credential ends, and warns where that is near.
 * @param end When it ends. @param now Both in milliseconds since 1970.
 */
export function endNotice({ what, replace }: CredentialWords, end: number, now: number): CredentialEnd {
  const at = new Date(end).toISOString();
  const days = Math.floor((end - now) / DAY_MS);
  if (days >= NOTICE_DAYS) return { at, days };
  const left = days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`;
  const when = days < 0 ? 'has ended' : `ends ${left}`;
  const next =
    days < URGENT_DAYS
      ? `From then on every command fails: ${replace} now, and put it into the instance.`
      : `${replace.charAt(0).toUpperCase()}${replace.slice(1)}, and put it into the instance.`;
  return { at, days, warning: `${what} ${when} (${at}). ${next}` };
}

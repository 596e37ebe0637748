import { createHash, randomBytes } from 'node:crypto';
import { type Clock } from '../../../integration/clock.js';

/** How long a ticket works, in minutes: codes of Microsoft live no longer. */
export const TICKET_MINUTES = 10;

/** Most tickets at a time: whoever makes more loses the oldest ones. */
const MAX_TICKETS = 1_000;

/** Keeps values under secrets that work once and not for long. In memory: a restart ends what was under way. */
export interface OneTimeBox<T> {
  /** Keeps a value. @returns The secret, and when it ends in milliseconds since 1970. */
  put(value: T, secret?: string): { readonly secret: string; readonly expiresOn: number };
  /** Looks at the value of a secret without using it up. */
  look(secret: string): T | undefined;
  /** Uses a secret up. @returns Undefined where there is none, or its time is over. */
  take(secret: string): T | undefined;
}

/** Makes an empty box. */
export function createOneTimeBox<T>(clock: Clock): OneTimeBox<T> {
  const kept = new Map<string, { readonly value: T; readonly expiresOn: number }>();

  const live = (digest: string): T | undefined => {
    const ticket = kept.get(digest);
    return ticket && ticket.expiresOn > clock.now() ? ticket.value : undefined;
  };

  return {
    put(value, secret = randomBytes(32).toString('base64url')) {
      for (const [digest, { expiresOn }] of kept) if (expiresOn <= clock.now()) kept.delete(digest);
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size >= MAX_TICKETS) kept.delete(oldest);
      const expiresOn = clock.now() + TICKET_MINUTES * 60_000;
      kept.set(digestOf(secret), { value, expiresOn });
      return { secret, expiresOn };
    },
    look: (secret) => live(digestOf(secret)),
    take(secret) {
      const digest = digestOf(secret);
      const value = live(digest);
      kept.delete(digest);
      return value;
    },
  };
}

/** Found by its digest, a secret cannot be guessed by how long the search takes. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}

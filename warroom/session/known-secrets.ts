import { setMember } from '../../integration/results/plain.js';

/** A shorter one would be found in every second word, and guessed anyway. */
const SHORTEST = 4;
const MASK = '***';

/** The secrets that went through a session, so that none is kept or shown by whichever way it comes back. */
export interface KnownSecrets {
  readonly add: (secret: string) => void;
  /** The value with each known secret in its texts replaced by `***`. */
  readonly masked: <T>(value: T) => T;
}

/** Makes the memory of one session; it is never written down. */
export function createKnownSecrets(): KnownSecrets {
  const known = new Set<string>();
  return {
    add(secret) {
      if (secret.length >= SHORTEST) known.add(secret);
    },
    masked(value) {
      // A longer secret may hold a shorter one.
      const secrets = [...known].sort((one, other) => other.length - one.length);
      return secrets.length === 0 ? value : masked(value, secrets);
    },
  };
}

/** Texts become texts, lists lists and objects objects of the same members, so that the type stays. */
function masked<T>(value: T, secrets: readonly string[]): T;
function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value);
  }
  if (Array.isArray(value)) return value.map((item: unknown) => masked(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) setMember(members, name, masked(member, secrets));
  return members;
}

import { randomInt } from 'node:crypto';
import { Secret } from '../../integration/secret.js';

/** Well above what any directory asks for, and still typed in a minute. */
const LENGTH = 20;

/**
 * The four kinds of characters of which Entra ID and Active Directory want three, without those that are mistaken for
 * one another in print (0 O o, 1 l I, 5 S, 2 Z, 8 B) or that keyboards and shells treat apart.
 */
const KINDS = ['abcdefghijkmnpqrstuvwxyz', 'ACDEFGHJKLMNPQRTUVWXY', '34679', '#%+-=?@_'] as const;

const ALPHABET = KINDS.join('');

/**
 * Makes a password that nobody can guess and that everybody can read out: 20 characters, all four kinds among them, each
 * drawn alike by the system's generator.
 */
export function generatePassword(): Secret {
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(
      '',
    );
    // Drawing anew, instead of mending, keeps every password that is left as likely as any other.
    if (KINDS.every((kind) => Array.from(kind).some((character) => password.includes(character)))) {
      return new Secret(password);
    }
  }
}

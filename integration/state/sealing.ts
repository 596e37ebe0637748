import { createCipheriv, createDecipheriv, createHash, type KeyObject, randomBytes } from 'node:crypto';
import { SettingsError } from '../errors.js';

const CIPHER = 'aes-256-gcm';

/** Of the random start value; GCM is made for 96 bits (NIST SP 800-38D, 5.2.1.1). */
const IV_BYTES = 12;

/** A version, then start value, sealed bytes, their tag, and a digest of all that in base64url. */
const FORM = /^(v1\.([\w-]+)\.([\w-]*)\.([\w-]+))\.([\w-]+)$/;

/**
 * Seals a text, so that only who has the key can read or change it: AES-256-GCM, a new start value each time.
 * @param key 32 bytes.
 * @returns Printable text without spaces.
 */
export function seal(text: string, key: KeyObject): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const body = ['v1', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
    '.',
  );
  return `${body}.${digest(body)}`;
}

/**
 * Whether a text is a sealed one that nothing happened to since. The digest in it needs no key, which is how damage is
 * told from a wrong key.
 */
export function isIntact(sealed: string): boolean {
  const [, body, , , , given] = FORM.exec(sealed) ?? [];
  return body !== undefined && given === digest(body);
}

/** What the reader of an error has to know of a sealed text. */
export interface Sealed {
  /** What is sealed, as the beginning of a sentence. */
  readonly what: string;
  /** What to do when it cannot be opened any more, as the end of a sentence. */
  readonly remedy: string;
}

/**
 * Opens a sealed text.
 * @throws SettingsError when the text is damaged or was sealed with another key. Never says what is in it.
 */
export function unseal(sealed: string, key: KeyObject, { what, remedy }: Sealed): string {
  const [, body, iv, bytes, tag] = FORM.exec(sealed) ?? [];
  if (
    body === undefined ||
    iv === undefined ||
    bytes === undefined ||
    tag === undefined ||
    !isIntact(sealed)
  ) {
    throw new SettingsError(`${what} is damaged: it is not as it was sealed.`, `To go on, ${remedy}.`);
  }
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(bytes, 'base64url', 'utf8') + decipher.final('utf8');
  } catch {
    throw new SettingsError(
      `${what} was sealed with another key.`,
      `Bring the key of that time back (MSGRAPH_SOAR_KEY, MSGRAPH_SOAR_KEY_FILE, or the file "key" in our folder); or ${remedy}.`,
    );
  }
}

/** Long enough to notice damage; it protects from nothing else, so it may be short. */
function digest(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 16);
}

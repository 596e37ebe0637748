import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Secret } from '../secret.js';
import { armor, withLineBreaks } from './pem.js';
import { type Credential } from './settings.js';

type CertificateCredential = Extract<Credential, { kind: 'certificate' }>;

/** Separators people and Windows put between the digits, visible or not (spaces, colons, dashes, format characters). */
const BETWEEN_DIGITS = /[\s:\-\p{Cf}]/gu;

const KEY_BLOCK = /-----BEGIN\s+((?:[A-Z]+\s+)*)PRIVATE\s+KEY-----([\s\S]*?)-----END\s/;
const CERTIFICATE_BLOCK = /-----BEGIN\s+CERTIFICATE-----([\s\S]*?)-----END\s+CERTIFICATE-----/g;

/** Smallest RSA key that the sign-in accepts, in bits. */
const SMALLEST_KEY_BITS = 2048;

/**
 * Reads a thumbprint as people paste it, with colons, spaces or invisible characters, in any case.
 *
 * @returns The upper-case hex digits and the hash their number stands for (40 is SHA-1, 64 is SHA-256), or undefined
 *   for anything else.
 */
export function parseThumbprint(
  text: string,
): Pick<CertificateCredential, 'thumbprint' | 'hash'> | undefined {
  const thumbprint = text.replace(BETWEEN_DIGITS, '').toUpperCase();
  if (!/^[0-9A-F]*$/.test(thumbprint)) return undefined;
  if (thumbprint.length === 40) return { thumbprint, hash: 'SHA-1' };
  if (thumbprint.length === 64) return { thumbprint, hash: 'SHA-256' };
  return undefined;
}

/**
 * Reads a private key whose line breaks were lost on the way through a form (turned into spaces or into `\n` as two
 * characters), alone or among certificates and attributes.
 *
 * @param text The pasted text.
 * @param thumbprint As {@link parseThumbprint} gives it; checked against the certificates in the text, if any.
 * @returns The key in PEM form and, where a certificate came with it, when that one ends, in milliseconds since 1970; or
 *   what is wrong, as the end of a sentence that begins with the field.
 */
export function parsePrivateKey(
  text: string,
  thumbprint: string | undefined,
): { readonly privateKey: Secret; readonly expiresOn?: number } | { readonly problem: string } {
  const lines = withLineBreaks(text);
  const [, kind = '', body] = KEY_BLOCK.exec(lines) ?? [];
  if (body === undefined) {
    const what =
      lines.search(CERTIFICATE_BLOCK) < 0
        ? 'must be a PEM key'
        : 'holds a certificate and no key: paste its key too';
    return { problem: `${what}, from -----BEGIN to -----END … PRIVATE KEY-----` };
  }
  if (kind.includes('ENCRYPTED') || body.includes('Proc-Type:')) {
    return { problem: 'is encrypted; remove its passphrase first (openssl pkey -in key.pem -out plain.pem)' };
  }
  const pem = armor(`${kind.replace(/\s+/g, ' ')}PRIVATE KEY`, body);
  const key = tryKey(pem);
  if (key === undefined) return { problem: 'is damaged: it does not parse as a private key' };
  const weakness = keyProblem(key);
  if (weakness !== undefined) return { problem: weakness };
  const own = ownCertificate(lines, key, thumbprint);
  if (own !== undefined && 'problem' in own) return own;
  return { privateKey: new Secret(pem), ...(own && { expiresOn: Date.parse(own.validTo) }) };
}

function tryKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function keyProblem(key: KeyObject): string | undefined {
  if (key.asymmetricKeyType !== 'rsa') {
    return `must be an RSA key, and is of type ${key.asymmetricKeyType ?? 'unknown'}`;
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < SMALLEST_KEY_BITS
    ? `must have at least ${SMALLEST_KEY_BITS} bits, and has ${bits}`
    : undefined;
}

/** A certificate pasted along with the key tells before any request whether key and thumbprint belong together. */
function ownCertificate(
  text: string,
  key: KeyObject,
  thumbprint: string | undefined,
): X509Certificate | { readonly problem: string } | undefined {
  const certificates = [...text.matchAll(CERTIFICATE_BLOCK)].map(([, body = '']) => tryCertificate(body));
  if (certificates.length === 0) return undefined;
  const own = certificates.find((certificate) => certificate?.checkPrivateKey(key));
  if (own === undefined) return { problem: 'does not belong to the certificate pasted with it' };
  const thumbprints = [own.fingerprint, own.fingerprint256].map((print) => print.replaceAll(':', ''));
  return thumbprint === undefined || thumbprints.includes(thumbprint)
    ? own
    : { problem: 'comes with a certificate that has another thumbprint' };
}

function tryCertificate(body: string): X509Certificate | undefined {
  try {
    return new X509Certificate(armor('CERTIFICATE', body));
  } catch {
    return undefined;
  }
}

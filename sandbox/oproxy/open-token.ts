import { createDecipheriv } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** What a customer sends: when it was sealed (seconds since 1970), and the token. */
export interface OpenedToken {
  readonly sealedAt: number;
  readonly token: string;
}

/**
 * Opens an encrypted token: Base64 of nonce, AES-GCM ciphertext and tag; the plain text is `{seconds}:{token}`.
 *
 * @param sealed Base64.
 * @param key Base64 of 16, 24 or 32 bytes, which choose the strength of AES.
 * @returns undefined where it is not sealed with this key, or was tampered with.
 */
export function openToken(sealed: string, key: string): OpenedToken | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  const secret = Buffer.from(key, 'base64');
  if (bytes.length <= nonceBytes + tagBytes) return undefined;
  const algorithms = new Map([
    [16, 'aes-128-gcm'],
    [24, 'aes-192-gcm'],
    [32, 'aes-256-gcm'],
  ] as const);
  const algorithm = algorithms.get(secret.length === 16 || secret.length === 24 ? secret.length : 32);
  if (algorithm === undefined) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const plain = Buffer.concat([
      decipher.update(bytes.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ]).toString('utf8');
    const [, seconds, token] = /^(\d+):(.+)$/s.exec(plain) ?? [];
    return token === undefined ? undefined : { sealedAt: Number(seconds), token };
  } catch {
    return undefined;
  }
}

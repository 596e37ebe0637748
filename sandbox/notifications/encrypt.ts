import {
  constants,
  createCipheriv,
  createHash,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';

/** A resource that only the subscriber can read (Graph: changeNotificationEncryptedContent). */
export interface EncryptedContent {
  readonly data: string;
  readonly dataSignature: string;
  readonly dataKey: string;
  readonly encryptionCertificateId: string;
  readonly encryptionCertificateThumbprint: string;
}

/**
 * Encrypts a resource for a subscriber, under a key of its own (Graph: change notifications with resource data, decrypting
 * resource data): AES-256-CBC whose IV is the start of the key, HMAC-SHA256 over the ciphertext, and the key under RSA
 * with OAEP, which means SHA-1 there.
 *
 * @param certificate Base64 of its DER form.
 */
export function encrypt(resource: unknown, certificate: string, certificateId: string): EncryptedContent {
  const { publicKey, raw } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()]);
  const dataKey = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    key,
  );
  return {
    data: data.toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    dataKey: dataKey.toString('base64'),
    encryptionCertificateId: certificateId,
    encryptionCertificateThumbprint: createHash('sha1').update(raw).digest('hex').toUpperCase(),
  };
}

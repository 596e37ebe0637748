import { constants, createDecipheriv, createHmac, privateDecrypt, timingSafeEqual } from 'node:crypto';
import { SoarError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../../integration/json.js';
import { type NotificationCertificate } from '../../integration/settings/settings.js';

const KEY_BYTES = 32;
const IV_BYTES = 16;

/**
 * Opens what a notification carries (Graph: decrypt resource data from change notifications): its key is encrypted for one of
 * our certificates with RSA-OAEP, its content with AES-256-CBC under that key and the key's first 16 bytes.
 * The signature is checked first: what is not Graph's is never decrypted.
 * @param content The notification's `encryptedContent`.
 * @throws SoarError that says nothing of the content.
 */
export function openContent(
  content: JsonObject,
  certificates: readonly NotificationCertificate[],
): JsonObject {
  const certificate = certificates.find(({ id }) => id === textAt(content, 'encryptionCertificateId'));
  if (!certificate) throw new SoarError('It is encrypted with a certificate that is not ours.');
  const key = contentKey(bytesAt(content, 'dataKey'), certificate);
  const data = bytesAt(content, 'data');
  const signature = createHmac('sha256', key).update(data).digest();
  const given = bytesAt(content, 'dataSignature');
  if (given.length !== signature.length || !timingSafeEqual(given, signature)) {
    throw new SoarError('Its signature is wrong.');
  }
  const resource = parseJson(decrypted(data, key));
  if (!isJsonObject(resource)) throw new SoarError('Its content is no JSON object.');
  return resource;
}

function contentKey(encrypted: Buffer, { privateKey }: NotificationCertificate): Buffer {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  let key: Buffer;
  try {
    key = privateDecrypt({ key: privateKey.reveal(), padding }, encrypted);
  } catch {
    throw new SoarError('Its key cannot be opened with the private key of its certificate.');
  }
  if (key.length !== KEY_BYTES) throw new SoarError('Its key has a wrong length.');
  return key;
}

function decrypted(data: Buffer, key: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
  } catch {
    throw new SoarError('Its content cannot be decrypted.');
  }
}

function bytesAt(content: JsonObject, key: string): Buffer {
  return Buffer.from(textAt(content, key) ?? '', 'base64');
}

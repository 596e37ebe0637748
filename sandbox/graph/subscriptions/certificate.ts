import { X509Certificate } from 'node:crypto';
import { invalidSubscription } from './subscription-request.js';

const smallestKey = 2048;
const largestKey = 4096;
const longestId = 128;

function certificateIn(text: string): X509Certificate | undefined {
  const der = Buffer.from(text, 'base64');
  try {
    const certificate = new X509Certificate(der);
    // The parser takes PEM too, and ignores what follows the certificate.
    return certificate.raw.equals(der) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads what resource data is to be encrypted with (Graph: change notifications with resource data): an X.509 certificate
 * with an RSA key, which may be self-signed, and what the subscriber calls it.
 *
 * @param certificate Base64 of its DER form.
 * @throws GraphProblem 400.
 */
export function readCertificate(
  certificate: unknown,
  certificateId: unknown,
): { encryptionCertificate: string; encryptionCertificateId: string } {
  if (typeof certificate !== 'string' || certificate === '') {
    throw invalidSubscription('encryptionCertificate is required when includeResourceData is set to true.');
  }
  if (typeof certificateId !== 'string' || certificateId === '') {
    throw invalidSubscription('encryptionCertificateId is required when includeResourceData is set to true.');
  }
  if (certificateId.length > longestId) {
    throw invalidSubscription(`encryptionCertificateId cannot be longer than ${longestId} characters.`);
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = certificateIn(certificate)?.publicKey ?? {};
  const size = asymmetricKeyDetails?.modulusLength ?? 0;
  if (asymmetricKeyType === undefined) {
    throw invalidSubscription('encryptionCertificate is not the Base64 form of an X.509 certificate.');
  }
  if (asymmetricKeyType !== 'rsa' || size < smallestKey || size > largestKey) {
    throw invalidSubscription(
      `encryptionCertificate needs an RSA key of ${smallestKey} to ${largestKey} bits.`,
    );
  }
  return { encryptionCertificate: certificate, encryptionCertificateId: certificateId };
}

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { Secret } from '../secret.js';
import { type Parameters, readField } from './aliases.js';
import { FIELDS } from './fields.js';
import { type Findings } from './findings.js';
import { armor, withLineBreaks } from './pem.js';
import { type NotificationCertificate } from './settings.js';

const BLOCK = /-----BEGIN\s+([A-Z0-9\s]+?)-----([\s\S]*?)-----END\s+\1-----/g;

/** What Graph encrypts for (Graph: change notifications with resource data): RSA, in bits. */
const SMALLEST_KEY_BITS = 2048;
const LARGEST_KEY_BITS = 4096;

interface Blocks {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
}

/**
 * Reads the certificates and keys of `notification_certificate`, in any order, line breaks lost on the way through a form or
 * not. Faults name the field and the block's number, counted from 1, and nothing of what is in it.
 * @returns In the order of the certificates.
 */
export function readNotificationCertificates(
  params: Parameters,
  findings: Findings,
): readonly NotificationCertificate[] {
  const given = readField(params, FIELDS.notificationCertificate, findings);
  if (given === undefined) return [];
  const fault = (problem: string): void => {
    findings.faults.push(`${given.from}${problem}.`);
  };
  const { certificates, keys } = blocksOf(given.text, fault);
  if (certificates.length === 0) {
    fault(' must hold PEM certificates and their private keys, each from -----BEGIN to -----END');
  }
  return certificates.flatMap((certificate, index) => {
    const key = keys.find((candidate) => certificate.checkPrivateKey(candidate));
    const problem = key ? keyProblem(key) : 'has no private key beside it';
    if (problem !== undefined) fault(`: certificate ${index + 1} ${problem}`);
    return key ? [withKey(certificate, key)] : [];
  });
}

function blocksOf(text: string, fault: (problem: string) => void): Blocks {
  const certificates: X509Certificate[] = [];
  const keys: KeyObject[] = [];
  for (const [index, [, label = '', body = '']] of [...withLineBreaks(text).matchAll(BLOCK)].entries()) {
    const kind = label.replace(/\s+/g, ' ');
    const damaged = `: block ${index + 1} is damaged, encrypted or of another kind`;
    try {
      if (kind === 'CERTIFICATE') certificates.push(new X509Certificate(armor(kind, body)));
      else if (kind.endsWith('PRIVATE KEY')) keys.push(createPrivateKey(armor(kind, body)));
      else fault(damaged);
    } catch {
      fault(damaged);
    }
  }
  return { certificates, keys };
}

function keyProblem({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | undefined {
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return asymmetricKeyType === 'rsa' && bits >= SMALLEST_KEY_BITS && bits <= LARGEST_KEY_BITS
    ? undefined
    : `must have an RSA key of ${SMALLEST_KEY_BITS} to ${LARGEST_KEY_BITS} bits`;
}

function withKey(certificate: X509Certificate, key: KeyObject): NotificationCertificate {
  return {
    id: certificate.fingerprint256.replaceAll(':', ''),
    certificate: certificate.raw.toString('base64'),
    privateKey: new Secret(key.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}

import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { SettingsError } from '../errors.js';

/**
 * The certificates to trust, where that is more than what Node trusts by itself: those of the instance, and those in the
 * PEM file named by `SSL_CERT_FILE` or `REQUESTS_CA_BUNDLE`, which is how SOAR containers hand over the certificates of an
 * inspecting proxy. They come besides Node's own and those of `NODE_EXTRA_CA_CERTS`, which Node drops once it is given a
 * list.
 * @param ofInstance PEM certificates. @returns PEM texts, Node's own among them, or nothing to leave it to Node.
 * @throws SettingsError when the file cannot be read, or holds no certificate: Node would ignore that without a word.
 */
export function trustedCertificates(ofInstance: readonly string[]): { ca?: string[] } {
  const added = [...certificatesOfEnvironment(), ...ofInstance];
  return added.length === 0 ? {} : { ca: [...rootCertificates, ...extraCertificates(), ...added] };
}

/** Node has warned of a file that it cannot read, and goes on without it; so do we. */
function extraCertificates(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  const certificates = file ? readCertificates(file) : undefined;
  return certificates === undefined ? [] : [certificates];
}

function certificatesOfEnvironment(): readonly string[] {
  const file = process.env['SSL_CERT_FILE'] || process.env['REQUESTS_CA_BUNDLE'];
  if (!file) return [];
  const certificates = readCertificates(file);
  if (certificates !== undefined) return [certificates];
  throw new SettingsError(
    `The file ${file}, named by SSL_CERT_FILE or REQUESTS_CA_BUNDLE, cannot be read or holds no certificate.`,
    'Name a readable file of certificates in PEM form, or unset the variable.',
  );
}

function readCertificates(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

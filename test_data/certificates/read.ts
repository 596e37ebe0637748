import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** The authority that signed the certificate of the cloud hosts, as a file that `SSL_CERT_FILE` can name. */
export const cloudAuthorityFile = fileURLToPath(new URL('clouds-ca.pem', import.meta.url));

/** What a TLS-ending proxy shows for the host names of all clouds. */
export function cloudCertificate(): { readonly cert: string; readonly key: string } {
  return { cert: read('clouds.pem'), key: read('clouds-test-only-key.pem') };
}

/**
 * A client's certificate and private key, as PEM.
 *
 * @param name `client` is registered on the sandbox's applications, `unregistered` is not.
 */
export function clientCertificate(name: 'client' | 'unregistered' = 'client'): {
  readonly cert: string;
  readonly key: string;
} {
  return { cert: read(`${name}.pem`), key: read(`${name}-test-only-key.pem`) };
}

/**
 * A certificate without a key, as PEM.
 *
 * @param name What makes it unfit to encrypt resource data with.
 */
export function unfitCertificate(name: 'short-rsa' | 'long-rsa' | 'elliptic'): string {
  return read(`${name}.pem`);
}

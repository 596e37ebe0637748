import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The certificate authority of the tests, as a file that `SSL_CERT_FILE` can name. */
export const authorityFile = fileURLToPath(new URL('tls/ca.pem', import.meta.url));

/** Files with what a test server on localhost or 127.0.0.1 shows. */
export const serverFiles = {
  certificate: fileURLToPath(new URL('tls/server.pem', import.meta.url)),
  key: fileURLToPath(new URL('tls/server-key.pem', import.meta.url)),
};

/** What a test server on localhost or 127.0.0.1 shows. */
export function serverCertificate(): { readonly cert: string; readonly key: string } {
  const read = (name: string) => readFileSync(new URL(`tls/${name}`, import.meta.url), 'utf8');
  return { cert: read('server.pem'), key: read('server-key.pem') };
}

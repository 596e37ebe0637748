import { createHash, X509Certificate } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { createFakeClock } from '../../test_data/fake-clock.js';
import { createRun } from '../../test_data/run.js';
import { type ScriptedServer, startScriptedServer } from '../../test_data/scripted-server.js';
import { clientSettings, granted, TENANT } from '../../test_data/token-endpoint.js';
import { createHttpClient } from '../http/client.js';
import { createMemoryStore } from '../state/memory.js';
import { createTokenProvider } from './provider.js';

const http = createHttpClient({ proxy: false, insecure: false });
const { cert, key } = clientCertificate();
const certificate = new X509Certificate(cert);
let server: ScriptedServer;

afterEach(() => server.close());

/** The form with which an instance asked for a token. */
async function formSent(identifier: string, overrides: object): Promise<Readonly<Record<string, string>>> {
  server = await startScriptedServer([granted('token-1')]);
  const params = { creds_enc_key: '', creds_certificate: { identifier, password: key }, ...overrides };
  const provider = createTokenProvider(clientSettings(server.url, params), http, createMemoryStore());
  await provider.getToken(createRun(createFakeClock(Date.now()))).catch(() => undefined);
  return Object.fromEntries(new URLSearchParams(server.seen[0]?.body));
}

const asUser = {
  auth_type: 'user_auth_flow',
  redirect_uri: 'https://soar.contoso.example/cb',
  auth_code: 'c-1',
};

test.each([
  ['SHA-1', certificate.fingerprint, 'x5t', 'sha1', 'RS256', {}],
  ['SHA-256', certificate.fingerprint256, 'x5t#S256', 'sha256', 'PS256', {}],
  ['SHA-256, for a user', certificate.fingerprint256, 'x5t#S256', 'sha256', 'PS256', asUser],
])(
  'a certificate named by %s signs the assertion',
  async (_, thumbprint, header, hash, algorithm, overrides) => {
    const form = await formSent(thumbprint, overrides);
    expect(form['client_assertion_type']).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(form).not.toHaveProperty('client_secret');
    const assertion = form['client_assertion'] ?? '';
    const digest = createHash(hash).update(certificate.raw).digest('base64url');
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: algorithm, [header]: digest });
    await expect(compactVerify(assertion, certificate.publicKey)).resolves.toBeDefined();
    const claims = decodeJwt(assertion);
    expect(claims).toMatchObject({
      aud: `${server.url}/${TENANT}/oauth2/v2.0/token`,
      iss: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
      sub: '2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
    });
    expect(Number(claims.exp) - Number(claims.nbf ?? claims.iat)).toBeLessThanOrEqual(600);
  },
);

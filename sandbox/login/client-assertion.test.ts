import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { clientCertificate } from '../../test_data/certificates/read.js';
import { startSandbox, type Sandbox } from '../index.js';
import { claimsOf, get, member, redeem, type RawAnswer } from '../raw-client.js';

const now = Date.UTC(2026, 2, 2, 8, 0, 0);

let sandbox: Sandbox;
let clientId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now });
  clientId = sandbox.apps[0]?.clientId ?? '';
});
afterAll(() => sandbox.close());

interface Assertion {
  readonly alg?: 'PS256' | 'RS256';
  readonly thumbprint?: 'x5t' | 'x5t#S256';
  readonly certificate?: 'client' | 'unregistered';
  /** Whose key signs, where it is not the named certificate's. */
  readonly signer?: 'client' | 'unregistered';
  readonly claims?: Readonly<Record<string, unknown>>;
}

async function makeAssertion(how: Assertion = {}): Promise<string> {
  const { alg = 'PS256', thumbprint = 'x5t#S256', certificate = 'client' } = how;
  const { raw } = new X509Certificate(clientCertificate(certificate).cert);
  const hash = createHash(thumbprint === 'x5t' ? 'sha1' : 'sha256')
    .update(raw)
    .digest('base64url');
  const seconds = Math.floor(now / 1000);
  return new SignJWT({
    aud: `${sandbox.url}/${sandbox.tenantId}/oauth2/v2.0/token`,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: seconds,
    iat: seconds,
    exp: seconds + 600,
    ...how.claims,
  })
    .setProtectedHeader({ alg, typ: 'JWT', [thumbprint]: hash })
    .sign(createPrivateKey(clientCertificate(how.signer ?? certificate).key));
}

async function ask(assertion: string): Promise<RawAnswer> {
  return redeem(sandbox, {
    grant_type: 'client_credentials',
    client_secret: undefined,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope: 'https://graph.microsoft.com/.default',
  });
}

describe('an assertion by the registered certificate', () => {
  test.each([
    ['PS256', 'x5t#S256'],
    ['RS256', 'x5t'],
  ] as const)('with %s and %s gives a token that opens Graph', async (alg, thumbprint) => {
    const answer = await ask(await makeAssertion({ alg, thumbprint }));
    expect(answer.status).toBe(200);
    const token = String(member(answer.json, 'access_token'));
    expect(claimsOf(token)).toMatchObject({ appidacr: '2', idtyp: 'app' });
    expect((await get(sandbox, token, '/v1.0/users?$top=1')).status).toBe(200);
  });

  test('may be used again while it lives', async () => {
    const assertion = await makeAssertion();
    expect([(await ask(assertion)).status, (await ask(assertion)).status]).toEqual([200, 200]);
  });

  test('is forgiven five minutes of clock', async () => {
    const seconds = Math.floor(now / 1000);
    const early = await makeAssertion({ claims: { nbf: seconds + 290, exp: seconds + 890 } });
    const late = await makeAssertion({ claims: { nbf: seconds - 890, exp: seconds - 290 } });
    expect([(await ask(early)).status, (await ask(late)).status]).toEqual([200, 200]);
  });
});

describe('an assertion is refused', () => {
  const seconds = Math.floor(now / 1000);
  const cases: [string, Assertion, number][] = [
    ['by an unregistered certificate', { certificate: 'unregistered' }, 700027],
    ['signed by another key', { signer: 'unregistered' }, 700027],
    ['by an expired assertion', { claims: { exp: seconds - 301 } }, 700024],
    ['before its time', { claims: { nbf: seconds + 301 } }, 700024],
    [
      'for another endpoint',
      { claims: { aud: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' } },
      50027,
    ],
    ['by another issuer', { claims: { iss: 'somebody' } }, 50027],
    ['about somebody else', { claims: { sub: 'somebody' } }, 50027],
    ['without an ID', { claims: { jti: undefined } }, 50027],
    ['without an end', { claims: { exp: undefined } }, 50027],
  ];
  test.each(cases)('%s', async (_name, how, code) => {
    const answer = await ask(await makeAssertion(how));
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ error: 'invalid_client', error_codes: [code] });
    expect(member(answer.json, 'error_description')).not.toMatch(/\{\w+\}/);
  });

  test('that is no JWT, or names no certificate', async () => {
    expect((await ask('nonsense')).json).toMatchObject({ error_codes: [50027] });
    expect((await ask('e30.e30.x')).json).toMatchObject({ error_codes: [700027] });
  });

  test('and names the thumbprint it came with', async () => {
    const { json } = await ask(await makeAssertion({ certificate: 'unregistered', thumbprint: 'x5t' }));
    const { fingerprint } = new X509Certificate(clientCertificate('unregistered').cert);
    expect(member(json, 'error_description')).toContain(fingerprint.replaceAll(':', ''));
  });
});

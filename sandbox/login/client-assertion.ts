import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose/decode/protected_header';
import { jwtVerify } from 'jose/jwt/verify';
import { cloudOfLogin, hostOf, kindOfHost } from '../clouds.js';
import type { Call } from '../http/exchange.js';
import type { SandboxApp } from '../tenant/apps.js';
import { Refused } from './aadsts.js';
import { registeredCertificate } from './registered-certificate.js';

const certificate = new X509Certificate(registeredCertificate);

function thumbprint(algorithm: 'sha1' | 'sha256'): string {
  return createHash(algorithm).update(certificate.raw).digest('base64url');
}

/** Addresses of the token endpoint that was called, under every name of its cloud. */
function audiences(call: Call): string[] {
  const host = hostOf(call.origin);
  const origins =
    kindOfHost(host) === 'login'
      ? cloudOfLogin(host).loginHosts.map((name) => `https://${name}`)
      : [call.origin];
  return origins.map((origin) => `${origin}${call.path}`);
}

function headerOf(assertion: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(assertion);
  } catch {
    throw new Refused(50027, { reason: 'the header cannot be read' });
  }
}

/** The certificate that the header names must be the registered one, by either thumbprint. */
function checkThumbprint(assertion: string, app: SandboxApp): void {
  const { 'x5t#S256': sha256, x5t: sha1 } = headerOf(assertion);
  const named = typeof sha256 === 'string' ? sha256 : typeof sha1 === 'string' ? sha1 : '';
  if (named === thumbprint(typeof sha256 === 'string' ? 'sha256' : 'sha1')) return;
  throw new Refused(700027, {
    app: app.clientId,
    reason: 'The key was not found.',
    thumbprint: Buffer.from(named, 'base64url').toString('hex').toUpperCase(),
  });
}

function refusalOf(error: unknown, app: SandboxApp, now: number): Refused {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const claim = error instanceof Error && 'claim' in error ? error.claim : undefined;
  if (code === 'ERR_JWT_EXPIRED' || claim === 'nbf') {
    return new Refused(700024, { now: new Date(now).toISOString() });
  }
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') {
    return new Refused(700027, {
      app: app.clientId,
      reason: 'The key was found, but use of the key to verify the signature failed.',
    });
  }
  return new Refused(50027, { reason: typeof claim === 'string' ? `the claim '${claim}'` : 'the token' });
}

/**
 * Checks a client assertion (Entra: certificate credentials; RFC 7523): signed by the registered certificate with PS256
 * or RS256, meant for this endpoint, issued by and about the application, with an ID, and within its lifetime give or
 * take five minutes. As at Entra, one assertion may be used again while it lives.
 *
 * @param now Milliseconds since 1970.
 * @throws Refused 401.
 */
export async function checkAssertion(
  assertion: string,
  app: SandboxApp,
  call: Call,
  now: number,
): Promise<void> {
  checkThumbprint(assertion, app);
  try {
    await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['PS256', 'RS256'],
      audience: audiences(call),
      clockTolerance: 300,
      currentDate: new Date(now),
      issuer: app.clientId,
      requiredClaims: ['exp', 'jti'],
      subject: app.clientId,
    });
  } catch (error) {
    throw refusalOf(error, app, now);
  }
}

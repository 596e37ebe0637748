import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import type { SandboxApp } from '../tenant/apps.js';
import { tenantId } from '../tenant/identity.js';
import type { Person } from '../tenant/person.js';
import { pairwiseSubject } from './access-token.js';
import { signingCertificate, testOnlySigningKey } from './id-token-key.js';

/** What the tokens are signed with that anybody may check. */
export const publishedKey = createPrivateKey(testOnlySigningKey);
const certificate = new X509Certificate(signingCertificate);
/** Its name in the keys document: the thumbprint of its certificate. */
export const publishedKeyId = createHash('sha1').update(certificate.raw).digest('base64url');

const lifetimeSeconds = 60 * 60;

/** @returns The keys document (Entra: `/discovery/v2.0/keys`; RFC 7517 5). */
export function signingKeys(issuer: string): { readonly keys: readonly Record<string, unknown>[] } {
  const { n, e } = certificate.publicKey.export({ format: 'jwk' });
  const x5c = [certificate.raw.toString('base64')];
  return { keys: [{ kty: 'RSA', use: 'sig', kid: publishedKeyId, x5t: publishedKeyId, n, e, x5c, issuer }] };
}

/**
 * Mints an ID token (OpenID Connect Core 2; Entra: ID tokens), valid for one hour.
 *
 * @param about.issuer Issuer in the cloud that was called.
 * @param about.nonce The one of the authorize request, where it had one.
 * @param now Milliseconds since 1970.
 */
export async function mintIdToken(
  about: { app: SandboxApp; person: Person; issuer: string; nonce: string | undefined },
  now: number,
): Promise<string> {
  const { app, person, issuer, nonce } = about;
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    email: person.mail ?? undefined,
    name: person.displayName,
    nonce,
    oid: person.id,
    preferred_username: person.userPrincipalName,
    tid: tenantId,
    uti: randomUUID(),
    ver: '2.0',
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: publishedKeyId })
    .setAudience(app.clientId)
    .setIssuer(issuer)
    .setSubject(pairwiseSubject(app, person.id))
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(publishedKey);
}

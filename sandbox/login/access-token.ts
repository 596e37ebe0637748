import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { clouds } from '../clouds.js';
import { servicePrincipalId, servicePrincipals, type ServicePrincipal } from '../tenant/apps.js';
import { stableId, tenantId } from '../tenant/identity.js';
import type { Person } from '../tenant/person.js';

/** Fixed, so that a token cached by one process opens the sandbox of the next. It guards invented people only. */
const signingKey = new TextEncoder().encode('the sandbox signs with this, and nothing else trusts it');

const clockSkewSeconds = 300;

/** How a client proved who it is: the `appidacr` claim. */
export type ClientProof = 'nothing' | 'secret' | 'certificate';

const appidacr: Record<ClientProof, string> = { nothing: '0', secret: '1', certificate: '2' };

/** A minted access token. */
export interface AccessToken {
  readonly token: string;
  /** Random, from 60 to 90 minutes (Entra: access token lifetime). */
  readonly lifetimeSeconds: number;
}

/** What a token is to say. */
export interface TokenRequest {
  readonly app: ServicePrincipal;
  readonly proof: ClientProof;
  /** Root of Graph in the right cloud, such as `https://graph.microsoft.us`, or another resource of the public cloud. */
  readonly audience: string;
  /** The person who signed in and the permissions delegated; none for an app-only token. */
  readonly user?: { readonly person: Person; readonly scopes: readonly string[] };
}

function appClaims(app: ServicePrincipal): Record<string, unknown> {
  return {
    idtyp: 'app',
    oid: servicePrincipalId(app),
    ...(app.roles.length > 0 ? { roles: app.roles } : {}),
    ...(app.directoryRoles.length > 0 ? { wids: app.directoryRoles } : {}),
  };
}

function userClaims(person: Person, scopes: readonly string[]): Record<string, unknown> {
  return {
    acr: '1',
    amr: ['pwd', 'mfa'],
    family_name: person.surname ?? undefined,
    given_name: person.givenName ?? undefined,
    idtyp: 'user',
    name: person.displayName,
    oid: person.id,
    scp: scopes.join(' '),
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    ...(person.directoryRoles.length > 0 ? { wids: person.directoryRoles } : {}),
  };
}

/**
 * Mints an access token in the format of v1.0 tokens. An application without any role gets one too: the
 * refusal comes from Graph.
 *
 * @param now Milliseconds since 1970.
 */
export async function mintAccessToken(request: TokenRequest, now: number): Promise<AccessToken> {
  const { app, proof, audience, user } = request;
  const { SignJWT } = await import('jose/jwt/sign');
  const lifetimeSeconds = randomInt(60 * 60, 90 * 60 + 1);
  const issuedAt = Math.floor(now / 1000);
  const host = new URL(audience).hostname;
  const cloud = clouds.find(({ graphHosts }) => graphHosts.includes(host)) ?? clouds[0];
  const token = await new SignJWT({
    aio: randomBytes(24).toString('base64'),
    app_displayname: app.name,
    appid: app.clientId,
    appidacr: appidacr[proof],
    rh: `1.${randomBytes(24).toString('base64url')}`,
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
    ...(user ? userClaims(user.person, user.scopes) : appClaims(app)),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', nonce: randomUUID() })
    .setAudience(audience)
    .setIssuer(`https://${cloud?.tokenServiceHost ?? host}/${tenantId}/`)
    .setSubject(user ? pairwiseSubject(app, user.person.id) : servicePrincipalId(app))
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signingKey);
  return { token, lifetimeSeconds };
}

/** @returns The `sub` of a person at one application, and at no other (OpenID Connect Core 8.1). */
export function pairwiseSubject(app: ServicePrincipal, userId: string): string {
  return stableId(`subject:${app.clientId}:${userId}`);
}

/** Who a good token speaks for. */
export interface Caller {
  readonly app: ServicePrincipal;
  /**
   * Permissions in the token, which may be older than those of the application: application permissions, or delegated
   * ones where there is a user.
   */
  readonly permissions: readonly string[];
  /** Object ID of the person who signed in; absent for an app-only token. */
  readonly userId?: string;
  /** The root of Graph that the token is for. */
  readonly audience: string;
}

/** Why a token is no good. */
export type TokenFault = 'malformed' | 'expired' | 'audience' | 'invalid';

function faultOf(error: unknown): TokenFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_JWT_EXPIRED') return 'expired';
  if (code === 'ERR_JWS_INVALID' || code === 'ERR_JWT_INVALID') return 'malformed';
  const claim = error instanceof Error && 'claim' in error ? error.claim : undefined;
  return claim === 'aud' ? 'audience' : 'invalid';
}

interface VerifiedToken {
  readonly caller: Caller;
  readonly expiresAtSeconds: number;
}

/**
 * Checks a token that is for another resource than Graph.
 *
 * @param audience The resource.
 * @param now Milliseconds since 1970.
 * @returns The client ID of who calls, or what is wrong with the token.
 */
export async function verifyResourceToken(
  token: string,
  audience: string,
  now: number,
): Promise<{ clientId: string } | TokenFault> {
  const { jwtVerify } = await import('jose/jwt/verify');
  try {
    const { payload } = await jwtVerify(token, signingKey, {
      audience,
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'appid'],
    });
    return { clientId: String(payload['appid']) };
  } catch (error) {
    return faultOf(error);
  }
}

/** Tokens whose signature is known to be good: checking it costs more than answering. */
const verified = new Map<string, VerifiedToken>();
const mostVerified = 1000;

const audiences = clouds.flatMap(({ graphHosts }) => graphHosts.map((host) => `https://${host}`));

async function verify(token: string, now: number): Promise<VerifiedToken | TokenFault> {
  const { jwtVerify } = await import('jose/jwt/verify');
  try {
    const { payload } = await jwtVerify(token, signingKey, {
      audience: audiences,
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    const app = servicePrincipals.find((candidate) => candidate.clientId === payload['appid']);
    if (!app) return 'invalid';
    const { roles, scp, oid } = payload;
    const isUser = payload['idtyp'] === 'user' && typeof oid === 'string';
    const granted: unknown[] = Array.isArray(roles) ? roles : [];
    const caller: Caller = {
      app,
      audience: String(payload.aud),
      ...(isUser ? { userId: oid } : {}),
      permissions: isUser
        ? String(scp).split(' ')
        : granted.filter((role): role is string => typeof role === 'string'),
    };
    return { caller, expiresAtSeconds: payload.exp ?? 0 };
  } catch (error) {
    return faultOf(error);
  }
}

/**
 * Checks a token as Graph does: signature, lifetime, audience, and that the tenant knows the application.
 *
 * @param token What stood behind `Bearer`.
 * @param audience The root of Graph that was called; any root will do where it is undefined.
 * @param now Milliseconds since 1970.
 * @returns Who calls, or what is wrong with the token.
 */
export async function verifyAccessToken(
  token: string,
  audience: string | undefined,
  now: number,
): Promise<Caller | TokenFault> {
  const known = verified.get(token) ?? (await verify(token, now));
  if (typeof known === 'string') return known;
  if (now / 1000 >= known.expiresAtSeconds + clockSkewSeconds) {
    verified.delete(token);
    return 'expired';
  }
  if (verified.size >= mostVerified) verified.clear();
  verified.set(token, known);
  return audience === undefined || audience === known.caller.audience ? known.caller : 'audience';
}

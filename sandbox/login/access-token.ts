import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { apps, servicePrincipalId, type SandboxApp } from '../tenant/apps.js';
import { tenantId } from '../tenant/identity.js';

/** Graph itself as a token audience: its root in the public cloud, and its application ID. */
const audiences = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

/** Fixed, so that a token cached by one process opens the sandbox of the next. It guards invented people only. */
const signingKey = new TextEncoder().encode('the sandbox signs with this, and nothing else trusts it');

const clockSkewSeconds = 300;

/** A minted access token. */
export interface AccessToken {
  readonly token: string;
  /** Random, from 60 to 90 minutes (Entra: access token lifetime). */
  readonly lifetimeSeconds: number;
}

/**
 * Mints an app-only access token for Graph, in the format of v1.0 tokens. An application without any role gets one
 * too: the refusal comes from Graph.
 *
 * @param app Who asks.
 * @param now Milliseconds since 1970.
 */
export async function mintAccessToken(app: SandboxApp, now: number): Promise<AccessToken> {
  const { SignJWT } = await import('jose/jwt/sign');
  const lifetimeSeconds = randomInt(60 * 60, 90 * 60 + 1);
  const issuedAt = Math.floor(now / 1000);
  const principal = servicePrincipalId(app);
  const token = await new SignJWT({
    aio: randomBytes(24).toString('base64'),
    app_displayname: app.name,
    appid: app.clientId,
    appidacr: '1',
    idtyp: 'app',
    oid: principal,
    rh: `1.${randomBytes(24).toString('base64url')}`,
    ...(app.roles.length > 0 ? { roles: app.roles } : {}),
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
    ...(app.directoryRoles.length > 0 ? { wids: app.directoryRoles } : {}),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', nonce: randomUUID() })
    .setAudience('https://graph.microsoft.com')
    .setIssuer(`https://sts.windows.net/${tenantId}/`)
    .setSubject(principal)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signingKey);
  return { token, lifetimeSeconds };
}

/** Who a good token speaks for. */
export interface Caller {
  readonly app: SandboxApp;
  /** Application permissions in the token, which may be older than those of the application. */
  readonly roles: readonly string[];
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

/** Tokens whose signature is known to be good: checking it costs more than answering. */
const verified = new Map<string, VerifiedToken>();
const mostVerified = 1000;

async function verify(token: string, now: number): Promise<VerifiedToken | TokenFault> {
  const { jwtVerify } = await import('jose/jwt/verify');
  try {
    const { payload } = await jwtVerify(token, signingKey, {
      audience: audiences,
      clockTolerance: clockSkewSeconds,
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    const app = apps.find((candidate) => candidate.clientId === payload['appid']);
    if (!app) return 'invalid';
    const roles: unknown = payload['roles'];
    const caller: Caller = {
      app,
      roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
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
 * @param now Milliseconds since 1970.
 * @returns Who calls, or what is wrong with the token.
 */
export async function verifyAccessToken(token: string, now: number): Promise<Caller | TokenFault> {
  const known = verified.get(token) ?? (await verify(token, now));
  if (typeof known === 'string') return known;
  if (now / 1000 >= known.expiresAtSeconds + clockSkewSeconds) {
    verified.delete(token);
    return 'expired';
  }
  if (verified.size >= mostVerified) verified.clear();
  verified.set(token, known);
  return known.caller;
}

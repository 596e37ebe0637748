import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type AccessToken } from './token.js';

/** What a token says it may do. Graph's tokens are opaque by contract: this explains, and never decides. */
export interface TokenClaims {
  /** Application permissions. */
  readonly roles: readonly string[];
  /** Delegated permissions. */
  readonly scopes: readonly string[];
  /** Whether it is for a signed-in user. */
  readonly isDelegated: boolean;
  /** Object ID of the user, or of the application's service principal. */
  readonly objectId?: string;
  /** ID of the tenant it is for. */
  readonly tenantId?: string;
  /** Template IDs of the Entra roles of a signed-in user. */
  readonly directoryRoles: readonly string[];
  /** When it was issued, in milliseconds since 1970. */
  readonly issuedAt?: number;
}

/** Reads the names of the permissions in a token; undefined for a token that cannot be read. */
export function claimsOf(token: AccessToken): TokenClaims | undefined {
  const claims = claimsIn(token.token.reveal());
  if (!claims) return undefined;
  const scopes = textAt(claims, 'scp');
  const objectId = textAt(claims, 'oid');
  const tenantId = textAt(claims, 'tid');
  const issuedAt = claims['iat'];
  return {
    roles: textsAt(claims, 'roles'),
    scopes: (scopes ?? '').split(' ').filter((scope) => scope !== ''),
    isDelegated: scopes !== undefined,
    ...(objectId !== undefined && { objectId }),
    ...(tenantId !== undefined && { tenantId }),
    directoryRoles: textsAt(claims, 'wids'),
    ...(typeof issuedAt === 'number' && { issuedAt: issuedAt * 1000 }),
  };
}

/** The payload of a JSON Web Token, its signature unchecked; undefined for anything else. */
export function claimsIn(token: string): JsonObject | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  return isJsonObject(claims) ? claims : undefined;
}

function textsAt(claims: JsonObject, key: string): readonly string[] {
  const value: unknown = claims[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

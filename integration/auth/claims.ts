import { isJsonObject, parseJson, textAt } from '../json.js';
import { type AccessToken } from './token.js';

/** What a token says it may do. Graph's tokens are opaque by contract: this explains, and never decides. */
export interface TokenClaims {
  /** Application permissions. */
  readonly roles: readonly string[];
  /** Delegated permissions. */
  readonly scopes: readonly string[];
}

/** Reads the names of the permissions in a token; undefined for a token that cannot be read. */
export function claimsOf(token: AccessToken): TokenClaims | undefined {
  const payload = token.token.reveal().split('.')[1];
  if (payload === undefined) return undefined;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!isJsonObject(claims)) return undefined;
  const roles: unknown = claims['roles'];
  return {
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
    scopes: (textAt(claims, 'scp') ?? '').split(' ').filter((scope) => scope !== ''),
  };
}

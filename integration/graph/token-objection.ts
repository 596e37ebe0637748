import { type TokenRequest } from '../auth/token.js';
import { type HttpAnswer } from '../http/client.js';
import { isJsonObject, parseJson } from '../json.js';

/** With which Teams answers a token that has ended, in the place of 401. */
const TEAMS_ENDED = /No authorization information present on the request/i;

/**
 * Whether an answer objects to the token itself, so that another token may help: 401, or what Teams says in its place.
 * A claims challenge says what the new token must hold (Microsoft identity platform: claims challenges).
 * @returns What to ask for in the new token; undefined for every other answer.
 */
export function objectionIn(answer: HttpAnswer): Pick<TokenRequest, 'claims'> | undefined {
  if (answer.status === 403) return TEAMS_ENDED.test(answer.body) ? {} : undefined;
  if (answer.status !== 401) return undefined;
  const claims = claimsAskedFor(answer.headers['www-authenticate'] ?? '');
  return claims === undefined ? {} : { claims };
}

/** The decoded `claims` of a challenge: the header holds them in Base64. */
function claimsAskedFor(challenge: string): string | undefined {
  if (!/\berror="?insufficient_claims\b/i.test(challenge)) return undefined;
  const encoded = /\bclaims="([^"]*)"/i.exec(challenge)?.[1];
  const claims = encoded && Buffer.from(encoded, 'base64').toString('utf8');
  return claims && isJsonObject(parseJson(claims)) ? claims : undefined;
}

import { createHash } from 'node:crypto';
import type { CodeGrant } from '../tenant/grants.js';
import { Refused } from './aadsts.js';

/** RFC 7636 4.1, 4.2: the length and alphabet of verifiers and challenges. */
const wellFormed = /^[\w.~-]{43,128}$/;

/**
 * Reads the challenge of an authorize request (RFC 7636 4.3); without a method it is `plain`.
 *
 * @throws Refused where it is badly formed, or has an unknown method.
 */
export function readChallenge(query: URLSearchParams): Pick<CodeGrant, 'challenge' | 'challengeMethod'> {
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null) {
    if (method !== null) throw new Refused(50147);
    return {};
  }
  const challengeMethod = method ?? 'plain';
  if (challengeMethod !== 'plain' && challengeMethod !== 'S256') throw new Refused(501491);
  if (!wellFormed.test(challenge)) throw new Refused(501491);
  return { challenge, challengeMethod };
}

/**
 * Checks the verifier of a token request (RFC 7636 4.6).
 *
 * @param verifier The `code_verifier` parameter; null where it has none.
 * @throws Refused 50148 where it is missing, 501481 where it does not match, or where there was no challenge.
 */
export function checkVerifier(
  verifier: string | null,
  { challenge, challengeMethod }: Pick<CodeGrant, 'challenge' | 'challengeMethod'>,
): void {
  if (challenge === undefined && verifier === null) return;
  if (verifier === null) throw new Refused(50148);
  const shown =
    challengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  if (shown !== challenge) throw new Refused(501481);
}

import { type TokenProvider, type TokenRequest } from '../integration/auth/token.js';
import { Secret } from '../integration/secret.js';

/** A provider whose tokens are `token-1`, `token-2` and so on, a new one only in place of a refused one. */
export interface NumberedTokens extends TokenProvider {
  /** What was asked for, oldest first. */
  readonly requests: readonly TokenRequest[];
}

/** Makes a provider that needs no sign-in, for tests of what is done with tokens. */
export function createNumberedTokens(): NumberedTokens {
  const requests: TokenRequest[] = [];
  let current = 1;
  return {
    requests,
    getToken(_, request = {}) {
      requests.push(request);
      if (request.insteadOf?.token.reveal() === `token-${current}`) current += 1;
      return Promise.resolve({ token: new Secret(`token-${current}`), expiresOn: Number.MAX_SAFE_INTEGER });
    },
  };
}

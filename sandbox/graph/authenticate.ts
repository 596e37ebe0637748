import type { Call } from '../http/exchange.js';
import { verifyAccessToken, type Caller, type TokenFault } from '../login/access-token.js';
import { GraphProblem } from './problem.js';

/** What Graph says about each kind of bad token. */
const messages: Record<TokenFault | 'absent', string> = {
  absent: 'Access token is empty.',
  malformed: 'CompactToken parsing failed with error code: 80049217',
  expired: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
  invalid: 'Access token validation failure.',
};

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/** @returns The 401 that every workload of Graph gives for a bad token. */
export function invalidToken(fault: TokenFault | 'absent'): GraphProblem {
  return new GraphProblem(401, 'InvalidAuthenticationToken', messages[fault], {
    headers: { 'www-authenticate': challenge },
  });
}

/**
 * Who calls, from the bearer token.
 *
 * @param now Milliseconds since 1970.
 * @throws GraphProblem 401.
 */
export async function authenticate(call: Call, now: number): Promise<Caller> {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(call.headers['authorization'] ?? '')?.[1];
  if (token === undefined) throw invalidToken('absent');
  const caller = await verifyAccessToken(token, now);
  if (typeof caller === 'string') throw invalidToken(caller);
  return caller;
}

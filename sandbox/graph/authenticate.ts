import { hostOf, kindOfHost } from '../clouds.js';
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
 * The 401 with which Graph asks for a new token after access was evaluated anew (Entra: continuous access evaluation).
 *
 * @param now Milliseconds since 1970; tokens issued before are no good.
 */
export function claimsChallenge(now: number): GraphProblem {
  const claims = JSON.stringify({
    access_token: { nbf: { essential: true, value: String(Math.floor(now / 1000)) } },
  });
  const encoded = Buffer.from(claims).toString('base64');
  return new GraphProblem(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    {
      headers: {
        'www-authenticate': `${challenge}, error="insufficient_claims", claims="${encoded}"`,
      },
    },
  );
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
  const isCloud = kindOfHost(hostOf(call.origin)) === 'graph';
  const caller = await verifyAccessToken(token, isCloud ? call.origin : undefined, now);
  if (typeof caller === 'string') throw invalidToken(caller);
  return caller;
}

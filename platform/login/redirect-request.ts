import { Secret } from '../../integration/secret.js';
import { isSameSecret } from '../same-secret.js';

/** What of an HTTP request counts. */
export interface BrowserRequest {
  readonly method: string | undefined;
  /** Path and query, as in the request line. */
  readonly target: string | undefined;
  readonly host: string | undefined;
}

/** What a request to the redirect address is. */
export type ReadRequest =
  | {
      readonly kind: 'answer';
      /** The whole address that the browser ended at. */
      readonly address: Secret;
      readonly isGranted: boolean;
    }
  | { readonly kind: 'elsewhere' | 'wrong host' | 'wrong method' | 'incomplete' | 'foreign' };

/**
 * Decides whether a request is the answer to the login that is under way (RFC 6749, 4.1.2 and 10.12). The host counts,
 * so that no page elsewhere can reach us under a name of its own that leads to this machine.
 * @param redirectUri Where the answer is to come to. @param state What it has to carry; undefined
 * while no login is under way.
 */
export function readRequest(
  request: BrowserRequest,
  redirectUri: string,
  state: string | undefined,
): ReadRequest {
  const expected = new URL(redirectUri);
  if (request.host?.toLowerCase() !== expected.host) return { kind: 'wrong host' };
  const url = targetUrl(request.target, expected.origin);
  if (url?.pathname !== expected.pathname) return { kind: 'elsewhere' };
  if (request.method !== 'GET') return { kind: 'wrong method' };
  const query = url.searchParams;
  const [states, codes, errors] = ['state', 'code', 'error'].map((name) => query.getAll(name));
  // No parameter may come twice (RFC 6749, 3.1).
  const [given] = states ?? [];
  if (given === undefined || state === undefined || states?.length !== 1 || !isSameSecret(given, state))
    return { kind: 'foreign' };
  const answers = [...(codes ?? []), ...(errors ?? [])];
  if (answers.length !== 1 || answers[0] === '') return { kind: 'incomplete' };
  return { kind: 'answer', address: new Secret(url.href), isGranted: codes?.length === 1 };
}

function targetUrl(target: string | undefined, origin: string): URL | undefined {
  if (!target?.startsWith('/') || !URL.canParse(`${origin}${target}`)) return undefined;
  return new URL(`${origin}${target}`);
}

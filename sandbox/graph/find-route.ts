import type { Call } from '../http/exchange.js';
import type { Caller } from '../login/access-token.js';
import { matchPath, splitPath, type Segment } from './path.js';
import { badRequest, GraphProblem } from './problem.js';
import type { Route } from './route.js';
import { routes } from './routes.js';

/** The version a path begins with, in lower case, and what follows it; undefined where it has no known version. */
function splitVersion(path: string): { version: string; below: string } | undefined {
  const [, version, below = ''] = /^\/(v1\.0|beta)(\/.*)?$/is.exec(path) ?? [];
  return version === undefined ? undefined : { version: version.toLowerCase(), below };
}

/** What there is for a caller: some of it exists in one version only, and the cloud in China lacks some. */
function routesFor(version: string, { audience }: Caller): readonly Route[] {
  const isChina = new URL(audience).hostname.endsWith('.chinacloudapi.cn');
  return routes.filter((route) => {
    if ('chat' in route || 'subscription' in route) return version === 'v1.0';
    return (route.version ?? 'v1.0') === version && !(isChina && route.isAbsentInChina);
  });
}

/**
 * @returns Whether the call carries a batch.
 * @throws GraphProblem 405 where it goes to the right place in the wrong way.
 */
export function isBatch(call: Call): boolean {
  if (!/^\/v1\.0\/\$batch\/?$/i.test(call.path)) return false;
  if (call.method !== 'POST') throw methodNotAllowed();
  return true;
}

function methodNotAllowed(): GraphProblem {
  return new GraphProblem(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}

/** `/me` is the person who signed in (Graph: get user). */
function withoutMe(segments: readonly Segment[], { userId }: Caller): readonly Segment[] {
  const [first, ...rest] = segments;
  if (first?.text.toLowerCase() !== 'me') return segments;
  if (userId === undefined) throw badRequest('/me request is only valid with delegated authentication flow.');
  return [{ text: 'users', isQuotedKey: false }, { text: userId, isQuotedKey: true }, ...rest];
}

/**
 * Finds who answers a call.
 *
 * @returns The route, and the keys in the path.
 * @throws GraphProblem 400 for an unknown path, 405 for a method it does not know.
 */
export function findRoute(
  call: Call,
  caller: Caller,
): { route: Route; key: string; innerKey: string; keys: ReadonlyMap<string, string> } {
  const path = splitVersion(call.path);
  if (path === undefined) throw badRequest('Invalid version.');
  const segments = withoutMe(splitPath(path.below), caller);
  const matches = routesFor(path.version, caller).map((route) => ({
    route,
    match: matchPath(route.path, segments),
  }));
  const whole = matches.filter(({ match }) => match.isWhole);
  if (whole.length === 0) {
    const known = Math.max(0, ...matches.map(({ match }) => match.fitting));
    throw badRequest(`Resource not found for the segment '${segments[known]?.text ?? ''}'.`);
  }
  const found = whole.find(({ route }) => route.method === call.method);
  if (!found) throw methodNotAllowed();
  const { key, innerKey, keys } = found.match;
  return { route: found.route, key, innerKey, keys };
}

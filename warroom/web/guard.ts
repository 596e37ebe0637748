import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PageRefusal } from './refusal.js';
import { digestOf, type Visitor, type Visitors } from './visitors.js';
import { CSRF_HEADER } from './wire.js';

const COOKIE = 'msgraph_soar_room';

const REOPEN = 'Open the page by a new link; msgraph-soar prints one when it starts.';

/**
 * Lets in only requests to this server under a name of its own (so no other name can be pointed here, DNS rebinding), and
 * only from its own page.
 * @param origins Under which browsers reach the page.
 * @throws PageRefusal
 */
export function checkOrigin({ headers, method }: FastifyRequest, origins: readonly string[]): void {
  const hosts = origins.map((origin) => new URL(origin).host);
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) {
    throw new PageRefusal(
      421,
      'This server does not go by that name.',
      `Open ${origins[0] ?? 'its address'}.`,
    );
  }
  const { origin, 'sec-fetch-site': site } = headers;
  const isOwn = origin === undefined ? method === 'GET' : origins.includes(origin);
  if (!isOwn || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new PageRefusal(403, 'The request does not come from the War Room page.', 'Use the page.');
  }
}

/** Finds the visitor whose cookie a request has. @throws PageRefusal where there is none. */
export function visitorOf({ headers }: FastifyRequest, visitors: Visitors): Visitor {
  const tokens = (headers.cookie ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${COOKIE}=`))
    .map((cookie) => cookie.slice(COOKIE.length + 1));
  for (const token of tokens) {
    const visitor = visitors.find(token);
    if (visitor) return visitor;
  }
  throw new PageRefusal(401, 'This browser was not let in.', REOPEN);
}

/** Checks that a request that does something was made by the page, which alone knows the token. @throws PageRefusal */
export function checkCsrf({ headers, method }: FastifyRequest, { csrfToken }: Visitor): void {
  if (method === 'GET') return;
  const given = headers[CSRF_HEADER];
  if (typeof given === 'string' && digestOf(given) === digestOf(csrfToken)) return;
  throw new PageRefusal(403, 'The request lacks the token of the page.', 'Load the page again.');
}

/**
 * Uses up the key of a link and gives the browser a cookie that only this site sends, and that no script reads.
 * @param isSecure Whether browsers reach the page in https.
 * @throws PageRefusal for a key that is unknown or used.
 */
export function letIn(reply: FastifyReply, key: string, visitors: Visitors, isSecure: boolean): void {
  const token = visitors.admit(key);
  if (token === undefined) throw new PageRefusal(410, 'This link was used already, or is not one.', REOPEN);
  const attributes = [`${COOKIE}=${token}`, 'Path=/room', 'HttpOnly', 'SameSite=Strict'];
  reply.header('Set-Cookie', [...attributes, ...(isSecure ? ['Secure'] : [])].join('; '));
}

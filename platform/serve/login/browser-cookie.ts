import { type FastifyReply, type FastifyRequest } from 'fastify';
import { TICKET_MINUTES } from './one-time.js';

const NAME = 'msgraph_soar_login';

/**
 * Marks the browser that begins a login, so that another one cannot end it: otherwise somebody could be sent to a login
 * that a stranger began (RFC 6749, 10.12). Sent back by the redirect, which is a navigation (`SameSite=Lax`).
 * @param path Of the redirect URI. @param isSecure Whether browsers reach the server in https.
 */
export function markBrowser(reply: FastifyReply, mark: string, path: string, isSecure: boolean): void {
  const attributes = [
    `${NAME}=${mark}`,
    `Path=${path}`,
    `Max-Age=${TICKET_MINUTES * 60}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ];
  reply.header('Set-Cookie', attributes.join('; '));
}

/** Whether the request comes from the browser with this mark. */
export function hasMark(request: FastifyRequest, mark: string): boolean {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.includes(`${NAME}=${mark}`);
}

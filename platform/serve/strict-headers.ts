import { type FastifyInstance } from 'fastify';

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Puts headers on every answer that keep it out of caches, frames and other pages. A route's own go before them.
 * @param isClosing Whether the server is about to end, so that no client keeps its connection.
 */
export function strictHeaders(app: FastifyInstance, isClosing: () => boolean): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
    if (isClosing()) reply.header('Connection', 'close');
    done(null, payload);
  });
}

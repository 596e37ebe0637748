import { type IncomingMessage } from 'node:http';
import { type Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { bodyOf } from './refusals.js';

/** Largest body, in bytes. */
const BODY_LIMIT = 1_048_576;

/** How long a client may take to send a whole request, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;

/** An HTTP server without routes. */
export interface App {
  readonly app: FastifyInstance;
  /** Takes no new connections, and ends once what was asked is answered. */
  readonly close: () => Promise<void>;
}

/**
 * Makes an HTTP server without routes, with limits on what a client may send.
 * @param tls Certificate chain and private key, in PEM form; without them it speaks plain HTTP.
 */
export function createApp(tls?: { readonly cert: string; readonly key: string }): App {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // What comes in is refused or taken as it is, never mended.
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true, useDefaults: false },
    },
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send(bodyOf({ message: 'The request cannot be read.' }));
    },
    ...(tls && { https: tls }),
  });
  // Pages elsewhere may send text without asking first (Fetch: CORS-safelisted request headers).
  app.removeContentTypeParser('text/plain');
  const silent = silentConnections(app, tls ? 'secureConnection' : 'connection');
  return {
    app,
    close() {
      const closed = app.close();
      for (const socket of silent) socket.destroy();
      return closed;
    },
  };
}

/**
 * The connections on which nothing was asked yet, such as browsers open in advance. Node does not count them as idle: a
 * server that ends would wait for their first request.
 */
function silentConnections(
  app: FastifyInstance,
  opened: 'connection' | 'secureConnection',
): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  app.server.on(opened, (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return silent;
}

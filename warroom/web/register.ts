import { type Readable } from 'node:stream';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { SoarError } from '../../integration/errors.js';
import { isJsonObject, textAt } from '../../integration/json.js';
import { type PageAsset } from './assets.js';
import { createDesk } from './desk.js';
import { checkCsrf, checkOrigin, letIn, visitorOf } from './guard.js';
import { type WarRoomOptions } from './options.js';
import { pageHeaders } from './page-headers.js';
import { PageRefusal } from './refusal.js';
import { addRoomRoutes } from './routes.js';
import { ASSETS, shellOf } from './shell.js';
import { createVisitors, type Visitor } from './visitors.js';
import { type WatchedMessage } from './watched-message.js';
import { API, type Refusal } from './wire.js';

/** The page of a War Room on a server. */
export interface WarRoomPage {
  /** Makes the path, with a key behind `#`, that lets one browser in once. */
  readonly invite: () => string;
  /** Shows a new message of a watched chat. */
  readonly show: (message: WatchedMessage) => void;
}

/** A browser never sends what is behind `#`, so the key is in no log, and no preview of the link uses it up. */
const inviting = (key: string): string => `/#open=${key}`;

/**
 * Adds the War Room page to a server, at `/` and under `/room`. Its hooks hold for its own routes only. Commands end when
 * the server closes.
 * @param app Not yet listening, and without hooks that ask for a key of another kind.
 */
export async function registerWarRoom(app: FastifyInstance, options: WarRoomOptions): Promise<WarRoomPage> {
  const visitors = createVisitors();
  const desk = createDesk(options);
  await desk.open();
  const streams = new Set<Readable>();
  await app.register((scope, _none, done) => {
    const known = new WeakMap<FastifyRequest, Visitor>();
    scope.addHook('onRequest', (request, reply, next) => {
      reply.headers(pageHeaders);
      checkOrigin(request, options.origins());
      next();
    });
    scope.setErrorHandler(sendRefusal);
    addShell(scope, options);

    scope.post(`${API}/open`, (request, reply) => {
      const key = isJsonObject(request.body) ? textAt(request.body, 'key') : undefined;
      letIn(reply, key ?? '', visitors, request.headers.origin?.startsWith('https:') === true);
      return {};
    });

    scope.register((inner, _nothing, ready) => {
      inner.addHook('onRequest', (request, _reply, next) => {
        const visitor = visitorOf(request, visitors);
        checkCsrf(request, visitor);
        known.set(request, visitor);
        next();
      });
      addRoomRoutes(inner, {
        ...options,
        desk,
        csrfTokenOf: (request) => known.get(request)?.csrfToken ?? '',
        keepOpen: (stream) => {
          streams.add(stream);
          stream.on('close', () => streams.delete(stream));
        },
      });
      ready();
    });
    // Before the server waits for its connections to end.
    scope.addHook('preClose', (closed) => {
      for (const stream of streams) stream.destroy();
      closed();
    });
    scope.addHook('onClose', () => desk.close());
    done();
  });
  return { invite: () => inviting(visitors.invite()), show: desk.show };
}

function addShell(app: FastifyInstance, { assets }: WarRoomOptions): void {
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(shellOf(assets)));
  const send = (asset: PageAsset, reply: FastifyReply): FastifyReply =>
    reply.type(asset.type).header('Cache-Control', 'public, max-age=31536000, immutable').send(asset.content);
  for (const asset of [assets.script, assets.style, assets.icon]) {
    app.get(`${ASSETS}/${asset.name}`, (_request, reply) => send(asset, reply));
  }
}

/** Nothing of an unforeseen failure goes to the browser. */
function sendRefusal(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof PageRefusal) {
    void reply.code(error.status).send(error.body);
    return;
  }
  const status = error.statusCode ?? (error instanceof SoarError ? 409 : 500);
  const refusal: Refusal =
    error instanceof SoarError
      ? { error: error.message, next: error.nextStep ?? '' }
      : {
          error: status < 500 ? 'The request cannot be read.' : 'The server failed.',
          next: 'Load the page again.',
        };
  void reply.code(status).send(refusal);
}

import rateLimit from '@fastify/rate-limit';
import { type FastifyPluginAsync, type FastifyReply, type FastifyRequest } from 'fastify';
import { isJsonObject, parseJson, textAt } from '../../integration/json.js';
import { notificationsIn } from './notification.js';
import { type ChatEvents } from './start.js';

/** Largest body, in bytes: many items with content. */
const BODY_LIMIT = 4_194_304;

/** Longest word that Graph asks an address to give back, in characters. */
const LONGEST_TOKEN = 1_024;

/** Requests that one address may make in a minute. Graph posts for many chats at once, and gives up where it is held off. */
const REQUESTS_PER_MINUTE = 6_000;

/** What the routes work with. */
export interface NotificationRouteServices {
  /** The watch of an instance; undefined where it has none. */
  readonly watchOf: (instance: string) => Pick<ChatEvents, 'notified' | 'lifecycle'> | undefined;
}

/**
 * `POST /notifications/{instance}` and `/notifications/{instance}/lifecycle`, to which Graph posts (Graph: receive change
 * notifications through webhooks). They need no API key: what comes is checked by the secret of its subscription. Hooks
 * that ask for a key, or for a certain `Host`, have to let them be.
 */
export const notificationRoutes: FastifyPluginAsync<NotificationRouteServices> = async (app, services) => {
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: 60_000 });
  app.removeAllContentTypeParsers();
  // The address is checked by a request without content and of the type of text.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  for (const kind of ['notified', 'lifecycle'] as const) {
    const path = `/notifications/:instance${kind === 'lifecycle' ? '/lifecycle' : ''}`;
    app.post(path, { bodyLimit: BODY_LIMIT }, (request, reply) => {
      const watch = services.watchOf(instanceIn(request));
      if (!watch) return refuse(reply, 404, 'There is nothing here.');
      const token = new URL(request.url, 'http://localhost').searchParams.get('validationToken');
      if (token !== null) return proveAddress(reply, token);
      const body = Buffer.isBuffer(request.body) ? parseJson(request.body.toString('utf8')) : undefined;
      if (!notificationsIn(body)) return refuse(reply, 400, 'This is no notification.');
      // Graph waits three seconds at most: what it asks for is done behind the answer.
      setImmediate(() => {
        watch[kind](body);
      });
      return reply.code(202).send();
    });
  }
};

/** Graph wants its word back before it sends anything. As text, whatever it holds, and nothing that could be markup. */
function proveAddress(reply: FastifyReply, token: string): FastifyReply {
  if (token.length > LONGEST_TOKEN || !/^[^<>\p{Cc}]+$/u.test(token)) {
    return refuse(reply, 400, 'This is no validation token.');
  }
  return reply
    .code(200)
    .headers({ 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
    .send(token);
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ error: { message } });
}

function instanceIn({ params }: FastifyRequest): string {
  return isJsonObject(params) ? (textAt(params, 'instance') ?? '') : '';
}

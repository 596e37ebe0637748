import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.js';

/**
 * Limits how often clients may ask, on the routes of this scope.
 * @param max Requests in a minute, for each key and for each address without one.
 */
export async function limitRate(app: FastifyInstance, max: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max,
    timeWindow: 60_000,
    // They have a limit of their own.
    allowList: ({ routeOptions }) => routeOptions.config.isForMicrosoft === true,
    keyGenerator: ({ apiKey, ip }) => (apiKey ? `key ${apiKey.name}` : `address ${ip}`),
    errorResponseBuilder: (_request, { ttl }) =>
      new HttpRefusal(429, 'Too many requests.', `Try again in ${Math.ceil(ttl / 1000)} seconds.`),
  });
  // As a hook of its own and not of each route: what is no route, and what has no key, counts too.
  app.addHook('onRequest', app.rateLimit());
}

import { type FastifyPluginCallback } from 'fastify';
import { type Watches } from '../incidents/watches.js';

/** What the route works with. */
export interface HealthRouteServices {
  readonly watches: Pick<Watches, 'all'>;
}

/**
 * `GET /healthz`: whether the server answers. Nobody is asked for a key, and whoever has none learns no more than that; with
 * a key it tells how it stands with the chats that are watched. Chats that cannot be read are no reason to restart a server,
 * so the status is 200 all the same.
 */
export const healthRoute: FastifyPluginCallback<HealthRouteServices> = (app, { watches }, done) => {
  app.get('/healthz', { config: { access: 'open' } }, ({ apiKey }) =>
    apiKey ? { status: 'ok', chatEvents: watches.all().map(told) } : { status: 'ok' },
  );
  done();
};

function told({ instance, health, events, journal }: ReturnType<Watches['all']>[number]): object {
  const { chats = 0, begun = 0, subscriptions = 0, ignored = 0 } = events()?.figures() ?? {};
  return {
    instance,
    ...{ chats, begun, subscriptions, ignored },
    incidents: journal.last(),
    problem: health() ?? null,
  };
}

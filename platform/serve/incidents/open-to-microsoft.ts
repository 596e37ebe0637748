import { type FastifyInstance } from 'fastify';
import { notificationRoutes } from '../../chat-events/notification-routes.js';
import { type Watches } from './watches.js';

/**
 * Adds the addresses for Microsoft's notifications, where chats are watched. Microsoft has no key: what it posts is checked by
 * the secret of its subscription.
 */
export async function openToMicrosoft(app: FastifyInstance, watches: Watches): Promise<void> {
  if (watches.all().length === 0) return;
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open', isForMicrosoft: true };
    });
    await scope.register(notificationRoutes, { watchOf: (name) => watches.of(name)?.events() });
  });
}

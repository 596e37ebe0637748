import { type FastifyInstance } from 'fastify';
import { type ChatEventSettings } from '../../integration/settings/settings.js';
import { notificationRoutes } from '../chat-events/notification-routes.js';
import { type ChatEvents, startChatEvents } from '../chat-events/start.js';
import { type LongRun } from './run.js';
import { pathsBehindProxy } from './paths-behind-proxy.js';
import { type ShowHealth } from './health-board.js';

/** Watches the chats of a long-running instance: the server makes an incident of each new message. */
export function watchChats(
  { instance, clock, log, warn, calls }: LongRun,
  showHealth: ShowHealth,
  signal: AbortSignal,
): ChatEvents {
  return startChatEvents({
    ...{ instance, clock, log, signal },
    async deliver(incidents) {
      await calls.createIncidents(incidents);
    },
    health: (text) => void showHealth(text ?? ''),
    remark: warn,
    // What leads to the container is known to whoever set it up, and to nobody here.
    notificationUrl: undefined,
  });
}

/** Adds the addresses for Microsoft's notifications, at every path that a proxy may leave of the one that is configured. */
export async function openToNotifications(
  app: FastifyInstance,
  { notificationUrl }: ChatEventSettings,
  events: ChatEvents,
): Promise<void> {
  for (const path of pathsBehindProxy(notificationUrl ?? 'https://localhost')) {
    await app.register(notificationRoutes, {
      prefix: path === '/' ? '' : path,
      watchOf: () => events,
    });
  }
}

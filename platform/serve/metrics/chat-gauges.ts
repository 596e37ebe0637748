import { type Gauge } from 'prom-client';
import { type Watch } from '../incidents/watches.js';

/** How it stands with the chats of one instance. */
export interface WatchFigures {
  readonly instance: string;
  /** Subscriptions whose notifications come. */
  readonly subscriptions: number;
  /** Incidents that were made so far. */
  readonly incidents: number;
  /** Notifications that did not prove that they are Microsoft's. */
  readonly ignored: number;
  readonly isHealthy: boolean;
}

/** The figures of a watch. */
export function figuresOf({ instance, events, journal, health }: Watch): WatchFigures {
  const { subscriptions = 0, ignored = 0 } = events()?.figures() ?? {};
  return { instance, subscriptions, ignored, incidents: journal.last(), isHealthy: health() === undefined };
}

/** Makes the gauges of watched chats. @returns What sets them. */
export function createChatGauges(
  gauge: (name: string, help: string) => Gauge<'instance'>,
): (all: readonly WatchFigures[]) => void {
  const subscriptions = gauge('chat_subscriptions', 'Chats whose notifications come.');
  const incidents = gauge('chat_incidents', 'Incidents made of new messages so far.');
  const ignored = gauge('chat_notifications_ignored', 'Notifications that did not prove who sent them.');
  const healthy = gauge(
    'chat_events_healthy',
    '1 where nothing is wrong with the watch of the chats, else 0.',
  );
  return (all) => {
    for (const watch of all) {
      const { instance } = watch;
      subscriptions.set({ instance }, watch.subscriptions);
      incidents.set({ instance }, watch.incidents);
      ignored.set({ instance }, watch.ignored);
      healthy.set({ instance }, watch.isHealthy ? 1 : 0);
    }
  };
}

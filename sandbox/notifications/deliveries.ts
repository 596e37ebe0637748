import { openEndpointPaces, SLOW_ENDPOINT_MS } from './endpoint-pace.js';
import type { Notification } from './notification.js';
import { post } from './post.js';

/**
 * How long a subscriber may take to answer, in milliseconds of the machine's clock (Graph: change notifications delivered
 * through webhooks, processing the notification).
 */
const PATIENCE_MS = 3_000;

const firstWaitMs = 10_000;
const longestWaitMs = 30 * 60_000;
/** Graph: change notifications delivered through webhooks; after that an undelivered notification is dropped. */
const persistenceMs = 4 * 60 * 60_000;

/** A POST that has to reach a subscriber. Times are milliseconds since 1970 of the sandbox's clock. */
interface Delivery {
  readonly address: string;
  readonly notifications: readonly Notification[];
  readonly firstAt: number;
  readonly nextAt: number;
  readonly failures: number;
}

/** What is under way to subscribers. */
export interface Deliveries {
  /**
   * Sends notifications in one POST; to the same address one POST after the other. An endpoint that was often slow gets
   * them later, or not at all.
   */
  add(address: string, notifications: readonly Notification[]): void;
  /** Sends again what is due by now. @returns Once every attempt that is due has ended. */
  attempt(): Promise<void>;
}

/** What deliveries depend on. */
export interface DeliveryContext {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What stands in a POST. */
  readonly bodyOf: (notifications: readonly Notification[]) => Promise<string>;
  /** Whether somebody still wants to hear of it. */
  readonly isWanted: (notification: Notification) => boolean;
  /** Breaks off what is under way, for good. */
  readonly signal: AbortSignal;
}

/** A failed delivery with its next date; undefined where it is given up. */
function postponed(delivery: Delivery, now: number): Delivery | undefined {
  const wait = Math.min(firstWaitMs * 2 ** delivery.failures, longestWaitMs);
  const nextAt = now + wait;
  const isOver = nextAt - delivery.firstAt > persistenceMs;
  return isOver ? undefined : { ...delivery, nextAt, failures: delivery.failures + 1 };
}

/** Begins with nothing under way. */
export function openDeliveries({ now, bodyOf, isWanted, signal }: DeliveryContext): Deliveries {
  const pending = new Set<Delivery>();
  const lanes = new Map<string, Promise<void>>();
  const paces = openEndpointPaces(now);
  const isDue = ({ nextAt }: Delivery) => nextAt <= now();

  const arrives = async ({ address, notifications }: Delivery): Promise<boolean> => {
    const { status, isLate } = await post({
      url: new URL(address),
      contentType: 'application/json; charset=utf-8',
      body: await bodyOf(notifications),
      patienceMs: PATIENCE_MS,
      signal,
    });
    paces.note(address, isLate);
    return status >= 200 && status < 300;
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    pending.delete(delivery);
    const notifications = delivery.notifications.filter(isWanted);
    const isTooLate = now() - delivery.firstAt > persistenceMs;
    if (notifications.length === 0 || isTooLate) return;
    if (await arrives({ ...delivery, notifications })) return;
    const next = postponed(delivery, now());
    if (next) pending.add(next);
  };

  const work = async (address: string): Promise<void> => {
    for (;;) {
      const due = [...pending].find((delivery) => delivery.address === address && isDue(delivery));
      if (!due || signal.aborted) return;
      await deliver(due);
    }
  };

  const attempt = async (): Promise<void> => {
    // A lane may end just before something is added to it, so look again.
    while (!signal.aborted && (lanes.size > 0 || [...pending].some(isDue))) {
      for (const { address } of [...pending].filter(isDue)) {
        if (lanes.has(address)) continue;
        const lane = work(address).finally(() => lanes.delete(address));
        lanes.set(address, lane);
      }
      await Promise.all(lanes.values());
    }
  };

  return {
    add(address, notifications) {
      const pace = paces.of(address);
      if (pace === 'dropped') return;
      const nextAt = now() + (pace === 'late' ? SLOW_ENDPOINT_MS : 0);
      pending.add({ address, notifications, firstAt: now(), nextAt, failures: 0 });
    },
    attempt,
  };
}

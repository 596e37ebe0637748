import fastify from 'fastify';
import { type Instance } from '../integration/dispatcher/invocation.js';
import { silentLog } from '../integration/log.js';
import { type ChatIncident } from '../platform/chat-events/incident.js';
import { notificationRoutes } from '../platform/chat-events/notification-routes.js';
import { type ChatEvents, startChatEvents } from '../platform/chat-events/start.js';
import { type Chat, type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.js';
import { createMovedClock, type MovedClock, untilSo } from './moved-clock.js';
import { sandboxInstance } from './sandbox-instance.js';
import { signedInInstance } from './signed-in-instance.js';

/** Who watches, what they watch and where. */
export interface WatchWish {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sandbox?: SandboxOptions;
  /** Takes the place of keeping incidents in memory. */
  readonly deliver?: (incidents: readonly ChatIncident[]) => Promise<void>;
  /** Whether the instance signs in as an application, and not as Adele. */
  readonly isApplication?: boolean;
}

/** A tenant where Adele watches the chat `Incident 4711 war room`, on a clock that the test moves. */
export interface WatchBench {
  readonly sandbox: Sandbox;
  readonly clock: MovedClock;
  readonly chat: Chat;
  /** Whoever starts anew may give it other parameters. */
  instance: Instance;
  /** What was kept, in the order of coming. */
  readonly incidents: readonly ChatIncident[];
  /** What the health was told, the newest last. */
  readonly health: readonly (string | undefined)[];
  readonly remarks: readonly string[];
  /** The address of a server that takes notifications for the watch. */
  readonly server: string;
  /**
   * Begins to watch, again where it was ended; resolves once it is known what is new.
   * @param begun In how many chats; in all of them by default.
   */
  start(begun?: number): Promise<ChatEvents>;
  /** Ends the watch as a crash does, after what is under way. */
  end(): Promise<void>;
  /** Lets members of the chat say something, one after another, some seconds apart. */
  say(...texts: readonly string[]): Promise<void>;
  until(what: string, isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens one. */
export async function openWatchBench(wish: WatchWish = {}): Promise<WatchBench> {
  const clock = createMovedClock();
  const sandbox = await startSandbox({ replies: [], ...wish.sandbox, now: () => clock.now() });
  const chat = sandbox.chats().find(({ topic }) => topic === 'Incident 4711 war room');
  if (!chat) throw new Error('There is no such chat.');
  const params = {
    chat_events: 'Polling',
    chat_events_chats: chat.id,
    chat_events_interval: '30',
    ...wish.params,
  };
  const instance = wish.isApplication
    ? sandboxInstance(sandbox, undefined, { ...params, auth_type: 'client_credentials' })
    : await signedInInstance(sandbox, 'adele@contoso.example', { params });
  const incidents: ChatIncident[] = [];
  const health: (string | undefined)[] = [];
  const remarks: string[] = [];
  const keep = (more: readonly ChatIncident[]): Promise<void> => {
    incidents.push(...more);
    return Promise.resolve();
  };
  let running: { readonly events: ChatEvents; readonly ending: AbortController } | undefined;
  const app = fastify();
  await app.register(notificationRoutes, {
    watchOf: (name) => (name === instance.name ? running?.events : undefined),
  });
  const server = await app.listen({ host: '127.0.0.1', port: 0 });
  const bench: WatchBench = {
    ...{ sandbox, clock, chat, instance, incidents, health, remarks, server },
    async start(begun) {
      const ending = new AbortController();
      const events = startChatEvents({
        ...{ clock, log: silentLog, signal: ending.signal },
        instance: bench.instance,
        deliver: wish.deliver ?? keep,
        health: (text) => health.push(text),
        remark: (text) => remarks.push(text),
        notificationUrl: server,
      });
      running = { events, ending };
      await bench.until('it has begun', () => events.figures().begun >= (begun ?? events.figures().chats));
      return events;
    },
    async end() {
      running?.ending.abort();
      await running?.events.done;
      running = undefined;
    },
    async say(...texts) {
      const members = ['noor', 'tomas'];
      for (const [index, say] of texts.entries()) {
        clock.advance(2_000);
        await sandbox.reply(chat.id, { by: `${members[index % 2] ?? ''}@contoso.example`, say });
      }
    },
    until: (what, isSo) => untilSo(clock, what, isSo),
    async close() {
      await bench.end();
      await app.close();
      await sandbox.close();
    },
  };
  return bench;
}

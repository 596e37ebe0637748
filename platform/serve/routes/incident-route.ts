import { once } from 'node:events';
import { type FastifyPluginCallback, type FastifyRequest } from 'fastify';
import { isJsonObject, textAt } from '../../../integration/json.js';
import { type EventStream, eventStreamHeaders, openEventStream, wantsEvents } from '../event-stream.js';
import { HttpRefusal } from '../http-refusal.js';
import { type IncidentJournal } from '../incidents/journal.js';
import { type Watch, type Watches } from '../incidents/watches.js';

/** Incidents of one answer, where nobody says, and at most. */
const USUAL_LIMIT = 100;
const LARGEST_LIMIT = 1_000;

/** Clients that follow the incidents at a time. */
const MOST_STREAMS = 64;

/** What the route works with. */
export interface IncidentRouteServices {
  readonly watches: Pick<Watches, 'of' | 'all'>;
  /** Aborted when the server begins to end. */
  readonly stopping: AbortSignal;
}

const number = (pattern: string) => ({ type: 'string', pattern }) as const;

/** The query of the route. */
const incidentQuerySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    instance: { type: 'string', minLength: 1, maxLength: 64 },
    after: number('^\\d{1,15}$'),
    limit: number('^[1-9]\\d{0,14}$'),
  },
} as const;

/** `GET /incidents`: the new messages of watched chats, as a list or, as events, as they come. */
export const incidentRoute: FastifyPluginCallback<IncidentRouteServices> = (app, services, done) => {
  const { watches, stopping } = services;
  let streams = 0;
  app.get(
    '/incidents',
    { config: { access: 'read' }, schema: { querystring: incidentQuerySchema } },
    async (request, reply) => {
      const query = isJsonObject(request.query) ? request.query : {};
      const { instance, journal } = watchIn(textAt(query, 'instance'), watches);
      const after = Number(lastSeen(request) ?? textAt(query, 'after') ?? 0);
      if (!wantsEvents(request.headers.accept)) {
        const limit = Number(textAt(query, 'limit') ?? USUAL_LIMIT);
        const incidents = await journal.after(after, Math.min(limit, LARGEST_LIMIT));
        return reply.send({ instance, incidents, last: journal.last() });
      }
      if (streams >= MOST_STREAMS) {
        throw new HttpRefusal(503, 'Too many clients follow the incidents.', 'Try again later.', {
          'Retry-After': '60',
        });
      }
      streams += 1;
      const events = openEventStream();
      void follow(journal, after, events, stopping)
        // Its client connects again, and is told then what is wrong.
        .catch(() => undefined)
        .finally(() => {
          streams -= 1;
          // Not to its end: a client that no longer reads would keep the server from ending.
          events.stream.destroy();
        });
      return reply.headers(eventStreamHeaders).send(events.stream);
    },
  );
  done();
};

/** A client that lost the connection says so by itself (HTML: server-sent events). */
function lastSeen({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? id : undefined;
}

function watchIn(name: string | undefined, watches: IncidentRouteServices['watches']): Watch {
  const all = watches.all();
  const watch = name === undefined && all.length === 1 ? all[0] : watches.of(name ?? '');
  if (watch) return watch;
  if (name === undefined && all.length > 1) {
    throw new HttpRefusal(400, 'Several instances watch chats.', 'Name one of them with instance=NAME.');
  }
  throw new HttpRefusal(
    404,
    name === undefined ? 'No instance of this server watches chats.' : 'That instance watches no chats.',
    'Set its parameter chat_events, and start the server again.',
  );
}

/** Sends what there is and what comes, no faster than the client takes it, until it goes or the server ends. */
async function follow(
  journal: IncidentJournal,
  after: number,
  events: EventStream,
  stopping: AbortSignal,
): Promise<void> {
  const { stream } = events;
  const gone = new AbortController();
  const end = (): void => {
    gone.abort();
  };
  stream.once('close', end);
  stopping.addEventListener('abort', end, { once: true });
  let isMore = false;
  let wake: (() => void) | undefined;
  const rouse = (): void => {
    isMore = true;
    wake?.();
  };
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (isMore) resolve();
    });
  const stopListening = journal.listen(rouse);
  gone.signal.addEventListener('abort', rouse);
  let sent = after;
  try {
    while (!gone.signal.aborted && !stopping.aborted) {
      isMore = false;
      const incidents = await journal.after(sent, USUAL_LIMIT);
      for (const incident of incidents) {
        events.send('incident', incident, incident.sequence);
        sent = incident.sequence;
      }
      if (stream.writableNeedDrain) await once(stream, 'drain', { signal: gone.signal });
      if (incidents.length === 0) await rest();
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    stopListening();
    stopping.removeEventListener('abort', end);
  }
}

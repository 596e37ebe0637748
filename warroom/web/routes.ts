import { type Readable } from 'node:stream';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { manifest } from '../../generated/manifest.js';
import { SoarError } from '../../integration/errors.js';
import { isJsonObject } from '../../integration/json.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { builtInDeclarations } from '../session/built-ins.js';
import { visibleText } from '../terminal/visible-text.js';
import { type Desk } from './desk.js';
import { eventStreamHeaders, openEventStream } from './event-stream.js';
import { type WarRoomOptions } from './options.js';
import { PageRefusal } from './refusal.js';
import { entrySource } from './shown.js';
import { API, type RoomView, type ShownInstance } from './wire.js';

/** Longest line, in characters: many user IDs fit, a file does not. */
const LONGEST_LINE = 200_000;

/** What the routes of the room serve. */
export interface RoomServices extends Pick<WarRoomOptions, 'instances' | 'signIns' | 'user'> {
  readonly desk: Desk;
  readonly csrfTokenOf: (request: FastifyRequest) => string;
  /** Keeps a stream, to end it with the server. */
  readonly keepOpen: (stream: Readable) => void;
}

/** Adds what the page asks for. Whoever gets here was let in. */
export function addRoomRoutes(app: FastifyInstance, services: RoomServices): void {
  const { desk, instances, user, csrfTokenOf, keepOpen } = services;
  const { session, log, files } = desk;

  app.get(`${API}/room`, async (request): Promise<RoomView> => ({
    csrfToken: csrfTokenOf(request),
    incident: visibleText(session.incident.id),
    created: session.incident.created,
    user: visibleText(user),
    commands: [...(manifest.script.commands ?? []), ...builtInDeclarations].map(forPage),
    instances: await instances.names(),
  }));

  app.get(`${API}/events`, (request, reply) => {
    // A browser that comes back says what it has; the page does when it has to begin anew itself.
    const { after: given } = isJsonObject(request.query) ? request.query : {};
    const after = Number(request.headers['last-event-id'] ?? given ?? 0);
    const stream = openEventStream(log, Number.isSafeInteger(after) ? after : 0);
    keepOpen(stream);
    return reply.headers(eventStreamHeaders).send(stream);
  });

  app.post(`${API}/lines`, (request) => {
    const line = memberOf(request, 'line');
    if (typeof line !== 'string' || line.trim() === '' || line.length > LONGEST_LINE) {
      throw new PageRefusal(400, `A line has 1 to ${LONGEST_LINE} characters.`, 'Type a shorter one.');
    }
    return { line: desk.submit(line.trim() === 'help' ? '!help' : line) };
  });

  app.post(`${API}/lines/:number/cancel`, (request) => {
    if (!desk.cancel(numberIn(request))) throw gone('That line has ended already.');
    return {};
  });

  app.post(`${API}/questions/:number`, (request) => {
    const answer = memberOf(request, 'answer');
    const fits = typeof answer === 'string' || typeof answer === 'boolean' || answer === null;
    if (!fits || !desk.answer(numberIn(request), answer)) throw gone('That question is no longer open.');
    return {};
  });

  app.get(`${API}/entries/:number`, (request) => {
    const recorded = session.incident.entries[numberIn(request) - 1];
    if (!recorded) throw gone('There is no such entry.');
    return entrySource(recorded);
  });

  app.get(`${API}/files/:id`, (request, reply) => {
    const file = files.find(parameterOf(request, 'id'));
    if (!file) throw gone('The file is no longer there.');
    return reply
      .type('application/octet-stream')
      .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(Buffer.from(file.content));
  });

  app.get(`${API}/context`, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(session.secrets.masked(session.incident.context))),
  );

  app.get(`${API}/instances`, () => shownInstances(services));

  app.post(`${API}/instances/:id/sign-in`, async (request) => {
    const name = parameterOf(request, 'id');
    if (!services.signIns || !(await instances.names()).includes(name)) {
      throw gone('Nobody can sign in to that instance here.');
    }
    return { url: await services.signIns.begin(name) };
  });
}

async function shownInstances({ desk, instances, signIns }: RoomServices): Promise<readonly ShownInstance[]> {
  const current = desk.session.target()?.instance;
  return Promise.all(
    (await instances.names()).map(async (name) => {
      const status = await signIns?.statusOf(name).catch((error: unknown) => ({
        text: error instanceof SoarError ? error.message : 'Its sign-in cannot be read.',
        canSignIn: false,
      }));
      return {
        name,
        isCurrent: name === current,
        signIn: visibleText(status?.text ?? ''),
        canSignIn: status?.canSignIn ?? false,
      };
    }),
  );
}

/** What completion and help need of a command; its outputs are not among it. */
function forPage({ outputs: _outputs, ...declaration }: CommandDeclaration): CommandDeclaration {
  return declaration;
}

function memberOf({ body }: FastifyRequest, name: string): unknown {
  return isJsonObject(body) ? body[name] : undefined;
}

function parameterOf({ params }: FastifyRequest, name: string): string {
  return isJsonObject(params) ? String(params[name]) : '';
}

function numberIn(request: FastifyRequest): number {
  const number = Number(parameterOf(request, 'number'));
  return Number.isSafeInteger(number) ? number : 0;
}

function gone(message: string): PageRefusal {
  return new PageRefusal(404, message, 'Load the page again.');
}

import { type FastifyPluginCallback, type FastifyReply, type FastifyRequest } from 'fastify';
import { CancelledError } from '../../../integration/errors.js';
import { readExecRequest } from '../../exec/request.js';
import { commandRequestSchema } from '../command-request.js';
import { isEffect, mayRun } from '../command-scope.js';
import { eventStreamHeaders, openEventStream, wantsEvents } from '../event-stream.js';
import { HttpRefusal } from '../http-refusal.js';
import { beyondScope, keyOf } from '../identity.js';
import { type CommandCall, type CommandServices, runCommand } from '../run-command.js';

/** Commands at work at a time, waits for scheduled results included. */
const MAX_RUNNING = 512;

/** What the route works with. */
export interface CommandRouteServices extends CommandServices {
  /** Aborted when the server ends and will not wait any longer for commands. */
  readonly stopped: AbortSignal;
  /** Aborted when the server begins to end: nobody waits for scheduled results any longer. */
  readonly stopping: AbortSignal;
}

/** `POST /commands`: runs a command, and answers when it is done or, as events, while it runs. */
export const commandRoute: FastifyPluginCallback<CommandRouteServices> = (app, services, done) => {
  let running = 0;
  app.post(
    '/commands',
    { config: { access: 'read' }, schema: { body: commandRequestSchema } },
    (request, reply) => {
      const call = callOf(request, reply, services);
      if (running >= MAX_RUNNING) {
        throw new HttpRefusal(503, 'Too many commands are running.', 'Try again in a few seconds.', {
          'Retry-After': '5',
        });
      }
      running += 1;
      const finished = (): void => {
        running -= 1;
      };
      if (!wantsEvents(request.headers.accept)) return runCommand(call, services).finally(finished);
      const events = openEventStream();
      const watcher = {
        onWait: (reason: string, seconds: number) => {
          events.send('wait', { reason, seconds });
        },
        onProgress: (of: number, total: number) => {
          events.send('progress', { done: of, total });
        },
        signal: AbortSignal.any([services.stopping, goneSignal(reply)]),
      };
      void runCommand({ ...call, watcher }, services)
        .then((answer) => {
          events.send('answer', answer);
        })
        .finally(() => {
          finished();
          events.end();
        });
      return reply.headers(eventStreamHeaders).send(events.stream);
    },
  );
  done();
};

/**
 * @throws ArgumentError when the body is no request. @throws HttpRefusal when the key may not run the command.
 */
function callOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { metrics, stopped }: CommandRouteServices,
): CommandCall {
  const asked = readExecRequest(request.body);
  const key = keyOf(request);
  if (!mayRun(key.scope, asked.command)) {
    metrics.countCommand(asked.command, 'refused');
    throw beyondScope();
  }
  // An effect runs to its end although its client has gone: half of it would be done, and nobody told.
  const signal = isEffect(asked.command) ? stopped : AbortSignal.any([stopped, goneSignal(reply)]);
  return { request: asked, key, signal };
}

/** Aborted when the client goes before it has its answer. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(new CancelledError('The client has gone.'));
  });
  return gone.signal;
}

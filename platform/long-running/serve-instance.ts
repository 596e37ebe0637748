import { once } from 'node:events';
import { type FastifyError, type FastifyInstance } from 'fastify';
import { connectionOf } from '../../integration/dispatcher/connection.js';
import { answerPages } from '../login/answer-page.js';
import { createApp } from '../serve/app.js';
import { HttpRefusal } from '../serve/http-refusal.js';
import { listen } from '../serve/listen.js';
import { sendLoginPage } from '../serve/login/login-pages.js';
import { strictHeaders } from '../serve/strict-headers.js';
import { listenPort } from './listen-port.js';
import { type LongRun } from './long-run.js';
import { redirectRoute } from './redirect-route.js';

/** Shows on the instance, and in the log, what is wrong. Never rejects. @param problem Empty where nothing is. */
export type ShowHealth = (problem: string) => Promise<void>;

/**
 * Listens for an instance until the server goes.
 * @throws SettingsError where the instance names no port, the port cannot be had, or there is nothing to serve.
 */
export async function serveInstance(run: LongRun, showHealth: ShowHealth): Promise<void> {
  const { instance, listenHost, signal, warn } = run;
  const port = listenPort(instance.params['longRunningPort']);
  const connection = connectionOf(instance, warn);
  const app = createApp();
  try {
    answerInPages(app, showHealth);
    strictHeaders(app, () => signal.aborted);
    // Everything that an instance serves is put together here; each part is a plugin with the paths of its own.
    await app.register(redirectRoute, { run, connection, showHealth });
    await listen(app, listenHost, port, 'Enter another one under Listen port.');
    await showHealth('');
    await Promise.race([endOf(signal), failureOf(app)]);
  } finally {
    await app.close();
  }
}

/** Who comes here is a person with a browser, or somebody who guesses addresses. */
function answerInPages(app: FastifyInstance, showHealth: ShowHealth): void {
  app.setNotFoundHandler((_request, reply) => sendLoginPage(reply, answerPages.elsewhere));
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    if (error instanceof HttpRefusal) {
      return sendLoginPage(reply, { status: error.statusCode, title: 'Not now', text: error.text });
    }
    const { statusCode = 500 } = error;
    // A request that cannot be read is a stranger's, and says nothing of the instance.
    if (statusCode < 500) return sendLoginPage(reply, { ...answerPages.elsewhere, status: statusCode });
    await showHealth(`A request failed: ${String(error)}`);
    return sendLoginPage(reply, {
      status: 500,
      title: 'It failed',
      text: 'The instance shows on its settings page what failed.',
    });
  });
}

function endOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** @throws whatever the listening socket fails with. */
async function failureOf(app: FastifyInstance): Promise<never> {
  const [error] = (await once(app.server, 'error')) as readonly unknown[];
  throw error;
}

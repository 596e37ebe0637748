import { once } from 'node:events';
import { type FastifyError, type FastifyInstance } from 'fastify';
import { connectionOf } from '../../integration/dispatcher/connection.js';
import { SettingsError } from '../../integration/errors.js';
import { type SignIn } from '../../integration/settings/settings.js';
import { answerPages } from '../login/answer-page.js';
import { createApp } from '../serve/app.js';
import { HttpRefusal } from '../serve/http-refusal.js';
import { listen } from '../serve/listen.js';
import { sendLoginPage } from '../serve/login/login-pages.js';
import { strictHeaders } from '../serve/strict-headers.js';
import { openToNotifications, watchChats } from './chat-watch.js';
import { createHealthBoard, type ShowHealth } from './health-board.js';
import { listenPort } from './listen-port.js';
import { type LongRun } from './run.js';
import { redirectRegistration } from './redirect-registration.js';
import { redirectRoute } from './redirect-route.js';

/**
 * Serves an instance until the server goes: the sign-ins that come back to it, and the new messages of the chats it watches.
 * Chats that are polled need no port.
 * @throws SettingsError where the instance names no port, the port cannot be had, or there is nothing to serve.
 */
export async function serveInstance(run: LongRun, showHealth: ShowHealth): Promise<void> {
  const { instance, signal, warn } = run;
  const given = instance.params['longRunningPort'];
  const connection = connectionOf(instance, warn);
  const { chatEvents, signIn } = connection.settings;
  const needsPort = chatEvents?.mode !== 'polling' || (given !== undefined && given !== '');
  const port = needsPort ? listenPort(given) : undefined;
  const takesLogins = port !== undefined && isReachedByBrowsers(signIn, chatEvents !== undefined);
  const health = createHealthBoard(showHealth);
  const ending = new AbortController();
  const { app, close } = createApp();
  const events = chatEvents && watchChats(run, health.part(), AbortSignal.any([signal, ending.signal]));
  try {
    const showOwn = health.part();
    answerInPages(app, showOwn);
    strictHeaders(app, () => signal.aborted);
    if (takesLogins) await app.register(redirectRoute, { run, connection, showHealth: showOwn });
    if (chatEvents?.mode === 'notifications' && events) await openToNotifications(app, chatEvents, events);
    if (port !== undefined) await listen(app, run.listenHost, port, 'Enter another one under Listen port.');
    await showOwn('');
    await Promise.race([endOf(signal), failureOf(app)]);
  } finally {
    ending.abort();
    await close();
    await events?.done;
  }
}

/**
 * Whether somebody can sign in for the instance in a browser.
 * @param hasOther Whether there is something else to serve.
 * @throws SettingsError that says why nobody can, where there is not.
 */
function isReachedByBrowsers(signIn: SignIn, hasOther: boolean): boolean {
  try {
    redirectRegistration(signIn);
    return true;
  } catch (error) {
    if (hasOther && error instanceof SettingsError) return false;
    throw error;
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

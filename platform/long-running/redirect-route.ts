import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { readPendingLogin } from '../../integration/auth/pending-login.js';
import { type Connection } from '../../integration/dispatcher/connection.js';
import { answerPages } from '../login/answer-page.js';
import { keepSignIn, REDEEM_MS } from '../login/keep-sign-in.js';
import { unseenRun } from '../unseen-run.js';
import { readRequest } from '../login/redirect-request.js';
import { sendLoginPage } from '../serve/login/login-pages.js';
import { outcomePage } from '../serve/login/outcome-page.js';
import { limitRate } from '../serve/rate-limit.js';
import { type LongRun } from './run.js';
import { pathsBehindProxy } from './paths-behind-proxy.js';
import { LOGIN_AGAIN, redirectPages } from './redirect-pages.js';
import { redirectRegistration } from './redirect-registration.js';
import { type ShowHealth } from './health-board.js';
import { takeLogin } from './take-login.js';

/** Requests of one address in a minute: each may ask the server for the integration context. */
const REQUESTS_PER_MINUTE = 60;

/** What a state of ours looks like; anything else is not worth asking the server about. */
const STATE = /^[\w-]{32}$/;

/** What the route works with. */
export interface RedirectRouteOptions {
  readonly run: LongRun;
  readonly connection: Connection;
  readonly showHealth: ShowHealth;
}

/**
 * Where the browser comes back to after a sign-in (RFC 6749, 4.1.2; RFC 7636): the path of the instance's redirect URI,
 * whole or with its beginning taken away by a proxy. The login was begun by a command, in another container, which left
 * its state and verifier in the integration context.
 * @throws SettingsError where nobody can sign in for this instance in a browser.
 */
export async function redirectRoute(
  app: FastifyInstance,
  { run, connection, showHealth }: RedirectRouteOptions,
): Promise<void> {
  const { clock, instance } = run;
  const { state: store, settings } = connection;
  const application = redirectRegistration(settings.signIn);
  const { redirectUri } = application;
  const paths = pathsBehindProxy(redirectUri);
  await limitRate(app, REQUESTS_PER_MINUTE);

  app.get('/*', async (request, reply) => {
    const url = urlOf(request, redirectUri);
    if (!url || !paths.has(url.pathname)) return sendLoginPage(reply, answerPages.elsewhere);
    const { searchParams: query } = url;
    const isAnswer = ['state', 'code', 'error'].some((name) => query.has(name));
    if (!isAnswer) return sendLoginPage(reply, redirectPages.ready);
    if (!STATE.test(query.get('state') ?? '')) return sendLoginPage(reply, redirectPages.foreign);
    const pending = readPendingLogin((await store.read()).value, clock.now());
    const { host, pathname } = new URL(redirectUri);
    const asSent = { method: 'GET', target: `${pathname}${url.search}`, host };
    const answer = readRequest(asSent, redirectUri, pending?.state);
    if (answer.kind === 'incomplete') return sendLoginPage(reply, redirectPages.incomplete);
    if (answer.kind !== 'answer' || !pending || !(await takeLogin(store, pending, clock.now())))
      return sendLoginPage(reply, redirectPages.foreign);

    const caught = { pending, code: answer.address };
    const page = await outcomePage({
      answer,
      instance: instance.name ?? '',
      redeem: () => keepSignIn(connection, application, caught, unseenRun(run, REDEEM_MS)),
      again: LOGIN_AGAIN,
    });
    sendLoginPage(reply, page);
    // That somebody declined is no fault of the instance; a code that cannot be redeemed is.
    if (answer.isGranted) await showHealth(page.status === 200 ? '' : `A sign-in failed. ${page.text}`);
    return reply;
  });
}

/** The address as the container sees it; undefined for a target that is no path. */
function urlOf({ url }: FastifyRequest, redirectUri: string): URL | undefined {
  const text = `${new URL(redirectUri).origin}${url}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

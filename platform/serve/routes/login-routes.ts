import { randomBytes } from 'node:crypto';
import { type FastifyPluginCallback, type FastifyRequest } from 'fastify';
import { isJsonObject, textAt } from '../../../integration/json.js';
import { readRequest } from '../../login/redirect-request.js';
import { beyondScope, keyOf } from '../identity.js';
import { hasMark, markBrowser } from '../login/browser-cookie.js';
import { LOGIN_AGAIN, loginPages, sendLoginPage } from '../login/login-pages.js';
import { createOneTimeBox, type OneTimeBox } from '../login/one-time.js';
import { outcomePage } from '../login/outcome-page.js';
import { beginWebLogin, finishWebLogin, type WebLogin, type WebLoginServices } from '../login/web-login.js';

/** Where the browser comes back to, below the server's address. */
const CALLBACK = '/oauth/callback';

/** What a link that works once leads to. */
export interface LoginTicket {
  readonly instance: string | undefined;
}

/** The address of a link. @param server The address of the server. @param secret Of its ticket. */
export function linkOf(server: string, secret: string): string {
  return `${server}/oauth/start?link=${secret}`;
}

/** What the routes work with. */
export interface LoginRouteServices extends WebLoginServices {
  /** Links that were made and not yet used. */
  readonly links: OneTimeBox<LoginTicket>;
  /** The address of the server, as browsers reach it, without a slash at its end. */
  readonly url: () => string;
  /** Told when a person has signed in. */
  readonly signedIn: () => void;
}

/** A login that waits for its answer. */
interface WaitingLogin extends WebLogin {
  /** Of the browser that began it; undefined where a program did, which hands the address on. */
  readonly mark?: string;
}

const linkSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { instance: { type: 'string', minLength: 1, maxLength: 64 } },
} as const;

const startSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    instance: { type: 'string', minLength: 1, maxLength: 64 },
    link: { type: 'string', minLength: 1, maxLength: 64 },
  },
} as const;

/**
 * Signing in through the browser (RFC 6749, 4.1; RFC 7636): `POST /oauth/links` makes a link that works once,
 * `GET /oauth/start` leads to Microsoft, `GET /oauth/callback` is where the browser comes back to.
 */
export const loginRoutes: FastifyPluginCallback<LoginRouteServices> = (app, services, done) => {
  const { clock, links, url } = services;
  const logins = createOneTimeBox<WaitingLogin>(clock);
  const redirectUri = () => `${url()}${CALLBACK}`;

  app.post(
    '/oauth/links',
    { config: { access: 'effects' }, schema: { body: linkSchema } },
    async (request, reply) => {
      const instance = nameIn(request.body);
      // A name that does not exist is told to whoever asks for the link, not to who opens it.
      await services.instances.instanceOf(instance);
      const { secret, expiresOn } = links.put({ instance });
      return reply
        .code(201)
        .send({ url: linkOf(url(), secret), expiresOn: new Date(expiresOn).toISOString() });
    },
  );

  app.get(
    '/oauth/start',
    { config: { access: 'open' }, schema: { querystring: startSchema } },
    async (request, reply) => {
      const query = isJsonObject(request.query) ? request.query : {};
      const link = textAt(query, 'link');
      if (link === undefined && keyOf(request).scope !== 'effects') throw beyondScope();
      const ticket = link === undefined ? { instance: nameIn(query) } : links.take(link);
      if (!ticket) return sendLoginPage(reply, loginPages.spent);
      const begun = await beginWebLogin(ticket.instance, redirectUri(), services);
      const mark = link === undefined ? undefined : randomBytes(32).toString('base64url');
      logins.put({ ...begun.login, ...(mark !== undefined && { mark }) }, begun.login.pending.state);
      if (mark !== undefined) {
        const { pathname, protocol } = new URL(redirectUri());
        markBrowser(reply, mark, pathname, protocol === 'https:');
      }
      return reply.redirect(begun.url, 302);
    },
  );

  app.get(CALLBACK, { config: { access: 'open' } }, async (request, reply) => {
    const state = new URL(request.url, 'http://localhost').searchParams.get('state') ?? '';
    const login = logins.look(state);
    const isOther = login?.mark !== undefined && !hasMark(request, login.mark);
    if (!login || isOther) return sendLoginPage(reply, loginPages.foreign);
    const read = readRequest(asSeenOutside(request, redirectUri()), redirectUri(), login.pending.state);
    if (read.kind !== 'answer') {
      return sendLoginPage(reply, read.kind === 'incomplete' ? loginPages.incomplete : loginPages.foreign);
    }
    // Taken before anything waits: of two answers at once one finds it.
    if (!logins.take(state)) return sendLoginPage(reply, loginPages.foreign);
    const { instance } = login;
    const redeem = async () => {
      const user = await finishWebLogin(login, read.address, services);
      services.signedIn();
      return user;
    };
    return sendLoginPage(reply, await outcomePage({ answer: read, instance, redeem, again: LOGIN_AGAIN }));
  });
  done();
};

function nameIn(given: unknown): string | undefined {
  return isJsonObject(given) ? textAt(given, 'instance') : undefined;
}

/** A proxy in front may have taken away a part of the path; host and method were looked at before. */
function asSeenOutside({ method, url }: FastifyRequest, redirectUri: string) {
  const { pathname, host } = new URL(redirectUri);
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return { method, target: `${pathname}${query}`, host };
}

import { type FastifyInstance } from 'fastify';
import { CancelledError, SettingsError } from '../../integration/errors.js';
import { createTargetOrder } from '../exec/target-order.js';
import { keyReader } from '../keys/key-file.js';
import { isLoopback, originsOf, ownAddress } from './address.js';
import { createApp } from './app.js';
import { openToMicrosoft } from './incidents/open-to-microsoft.js';
import { prepareWatches, type Watches } from './incidents/watches.js';
import { authorize, identify } from './identity.js';
import { listen } from './listen.js';
import { credentialDaysOf } from './metrics/credential-days.js';
import { createOneTimeBox } from './login/one-time.js';
import { figuresOf } from './metrics/chat-gauges.js';
import { createMetrics } from './metrics/metrics.js';
import { type ExampleArguments } from './openapi/command-schemas.js';
import { limitRate } from './rate-limit.js';
import { answerRefusals } from './refusals.js';
import { guardRequests } from './request-guard.js';
import { commandRoute } from './routes/command-route.js';
import { healthRoute } from './routes/health-route.js';
import { incidentRoute } from './routes/incident-route.js';
import { linkOf, loginRoutes, type LoginTicket } from './routes/login-routes.js';
import { manifestRoutes } from './routes/manifest-routes.js';
import { metricsRoute } from './routes/metrics-route.js';
import { type CommandServices } from './run-command.js';
import { strictHeaders } from './strict-headers.js';

/** How long commands may go on when the server ends, in milliseconds. */
const GRACE_MS = 20_000;

/** What to do where the server cannot listen. */
const NEXT_STEP = 'Name another one with --port or --host.';

/** What the server offers to a page. */
export interface PageSeams {
  /** The origins under which browsers reach the server; known once it listens. */
  readonly origins: () => readonly string[];
  /** Makes an address at which a person signs in for an instance; it works once. */
  readonly signInLink: (instance: string) => string;
  /** Tells a listener each time that a person has signed in for an instance in a browser. */
  readonly onSignIn: (listener: () => void) => void;
  /** Tells of each new message of watched chats. */
  readonly follow: Watches['follow'];
}

/** What a server is made from. */
export interface ServerOptions extends Omit<CommandServices, 'order' | 'metrics'> {
  /** Name or address of this machine to listen at. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Certificate chain and private key, in PEM form. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The address at which browsers and clients reach the server, where that is another one. */
  readonly publicUrl?: string;
  /** The folder of our own files, API keys among them. */
  readonly home: string;
  /** Requests that a key, or an address without one, may make in a minute. */
  readonly requestsPerMinute: number;
  readonly exampleArguments: ExampleArguments;
  /** Adds a page for people, which lets its visitors in by itself: no key is asked for there. */
  readonly page?: (app: FastifyInstance, seams: PageSeams) => Promise<void>;
}

/** A running server. */
export interface HttpServer {
  readonly url: string;
  /** Takes no new requests, lets the commands under way end, and cancels those that take too long for that. */
  close(): Promise<void>;
}

/**
 * Starts the HTTP server.
 * @throws SettingsError when it is to be reached from elsewhere without TLS, or the port cannot be had.
 */
export async function startServer(options: ServerOptions): Promise<HttpServer> {
  const { host, port, tls, publicUrl, instances, clock, warn } = options;
  if (!tls && !isLoopback(host)) {
    throw new SettingsError(
      `Other machines reach ${host}, so keys and answers would cross the network in clear.`,
      'Give --tls-cert and --tls-key, or leave --host out to serve this machine only.',
    );
  }
  const stopping = new AbortController();
  const stopped = new AbortController();
  const place = { own: '', origins: [] as readonly string[] };
  const watches = await prepareWatches(options);
  const metrics = createMetrics(
    async () => credentialDaysOf(await instances.tenants(), clock.now()),
    () => watches.all().map(figuresOf),
  );
  const { app, close: closeApp } = createApp(tls);
  const links = createOneTimeBox<LoginTicket>(clock);
  const signInListeners: (() => void)[] = [];
  const services = {
    ...options,
    links,
    metrics,
    watches,
    observer: metrics.observer,
    order: createTargetOrder(),
    url: () => publicUrl ?? browserAddress(place.own),
    stopping: stopping.signal,
    stopped: stopped.signal,
    signedIn: () => {
      for (const listener of signInListeners) listener();
    },
  };

  answerRefusals(app, warn);
  strictHeaders(app, () => stopping.signal.aborted);
  app.addHook('onResponse', (request, reply, done) => {
    metrics.countAnswer(request.routeOptions.url ?? 'none', reply.statusCode);
    // An answer that began before the end could not tell its client to let go of the connection.
    if (stopping.signal.aborted) request.raw.socket.end();
    done();
  });
  guardRequests(app, () => place.origins);
  await app.register(async (scope) => {
    // The page lets its visitors in by itself.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open' };
    });
    await options.page?.(scope, {
      origins: () => place.origins,
      signInLink: (instance) => linkOf(services.url(), links.put({ instance }).secret),
      onSignIn: (listener) => signInListeners.push(listener),
      follow: watches.follow,
    });
  });
  await openToMicrosoft(app, watches);
  identify(app, keyReader(options.home), warn);
  await limitRate(app, options.requestsPerMinute);
  authorize(app);
  await app.register(healthRoute, services);
  await app.register(metricsRoute, services);
  await app.register(manifestRoutes, services);
  await app.register(commandRoute, services);
  await app.register(loginRoutes, services);
  await app.register(incidentRoute, services);

  const listening = {
    protocol: tls ? 'https' : 'http',
    host,
    port: await listen(app, host, port, NEXT_STEP),
  } as const;
  place.own = ownAddress(listening);
  place.origins = originsOf(listening, publicUrl);
  watches.start(publicUrl ?? place.own);

  return {
    url: place.own,
    async close() {
      stopping.abort(new CancelledError('The server ends.'));
      const closed = new AbortController();
      const cancelRest = (): void => {
        stopped.abort(new CancelledError('The server ended before the command was done.'));
      };
      void clock.sleep(GRACE_MS, closed.signal).then(cancelRest, () => undefined);
      await closeApp();
      closed.abort();
      await watches.close();
      await instances.close();
    },
  };
}

/** On this machine browsers come back to `localhost`, whose port may be any (Entra: redirect URI restrictions). */
function browserAddress(own: string): string {
  const url = new URL(own);
  return isLoopback(url.hostname) && url.protocol === 'http:' ? `http://localhost:${url.port}` : own;
}

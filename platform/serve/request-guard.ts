import { type FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.js';

/**
 * Refuses requests that a page elsewhere makes in somebody's browser: under a name of its own that leads to this
 * machine (DNS rebinding), which the `Host` tells, or from another origin, which the `Origin` tells.
 * @param origins Those of this server, known once it listens.
 */
export function guardRequests(app: FastifyInstance, origins: () => readonly string[]): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host, origin } = request.headers;
    // Nobody's browser is asked there, and a proxy in front may have a name of its own for it.
    if (request.routeOptions.config.isForMicrosoft) {
      done();
      return;
    }
    const known = origins();
    if (!known.some((own) => isHostOf(own, host))) {
      done(
        new HttpRefusal(
          421,
          'This address is not served here.',
          'Start the server with --public-url for it.',
        ),
      );
    } else if (origin !== undefined && !known.includes(origin)) {
      done(new HttpRefusal(403, 'Pages of other origins are not answered.'));
    } else done();
  });
}

function isHostOf(own: string, host: string | undefined): boolean {
  const { protocol, host: expected } = new URL(own);
  const given = `${protocol}//${host ?? ''}`;
  // A host has no path, no user and no query; parsed, it would lose them.
  if (host === undefined || /[/\\@?#\s]/.test(host) || !URL.canParse(given)) return false;
  return new URL(given).host === expected;
}

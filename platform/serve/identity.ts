import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { SettingsError } from '../../integration/errors.js';
import { type ApiKey, findKey } from '../keys/check.js';
import { type KeptKeys } from '../keys/key-file.js';
import { HttpRefusal } from './http-refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key the request carries; undefined without one that is known. */
    apiKey: ApiKey | undefined;
  }
  interface FastifyContextConfig {
    /** Which key a route takes; `nobody` is asked for one by `open`. A route that says nothing takes those for effects. */
    access?: 'open' | 'read' | 'effects';
    /** Whether Microsoft posts there: under whatever name, as often as it has something to tell. */
    isForMicrosoft?: boolean;
  }
}

/**
 * Finds out whose key a request carries (RFC 6750, 2.1).
 * @param keys Reads the keys there are now. @param warn Told why it cannot.
 */
export function identify(app: FastifyInstance, keys: () => KeptKeys, warn: (text: string) => void): void {
  const keysNow = (): KeptKeys => {
    try {
      return keys();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      // Whoever has no key learns nothing of this machine's files.
      warn(error.text);
      throw new HttpRefusal(503, 'The API keys cannot be read.', 'The error output of the server says why.');
    }
  };
  app.decorateRequest('apiKey');
  app.addHook('onRequest', (request, _reply, done) => {
    const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (given !== undefined) request.apiKey = findKey(given, keysNow());
    done();
  });
}

/** Refuses a request whose route takes another key, before its body is read. */
export function authorize(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { access = 'effects' } = request.routeOptions.config;
    if (access === 'open') {
      done();
      return;
    }
    // Whoever has a key may know that there is nothing under an address.
    const isEnough = access === 'read' || request.is404 || request.apiKey?.scope === 'effects';
    if (!request.apiKey) done(withoutKey());
    else if (!isEnough) done(beyondScope());
    else done();
  });
}

/** The key of a request that {@link authorize} let through. @throws HttpRefusal where there is none. */
export function keyOf(request: FastifyRequest): ApiKey {
  if (!request.apiKey) throw withoutKey();
  return request.apiKey;
}

function withoutKey(): HttpRefusal {
  return new HttpRefusal(
    401,
    'An API key is needed, and this request carries none that is known.',
    'Send the header "Authorization: Bearer KEY"; msgraph-soar keys add makes a key.',
    { 'WWW-Authenticate': 'Bearer' },
  );
}

/** A key for reading was used for what changes something. */
export function beyondScope(): HttpRefusal {
  return new HttpRefusal(403, 'This key only reads.', 'Use a key of the scope effects.');
}

import { randomUUID } from 'node:crypto';
import { type AccessToken, type TokenProvider } from '../auth/token.js';
import { type GraphError, type GraphFailure, NotFoundError, PermissionError } from '../errors.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from '../http/client.js';
import { type Repetition, sendWithRetry, type SettledAnswer } from '../http/retry.js';
import { retryAfter } from '../http/retry-after.js';
import { type Throttle } from '../http/throttle.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { type Run } from '../run.js';
import { graphError } from './failure.js';
import { objectionIn } from './token-objection.js';
import { type QueryOptions, queryString } from './odata.js';
import { leftOpen, undecided, withCheck } from './open-outcome.js';
import { GraphPath } from './path.js';
import { type GraphChange, type GraphClient, type WriteOptions } from './graph-client.js';
import { requestBody } from './request-body.js';
import { endless, unreadable, withoutList } from './unexpected-answer.js';
import { withoutSecrets } from './without-secrets.js';
import { workloadOf } from './workload.js';

export type {
  GraphChange,
  GraphClient,
  GraphLocation,
  GraphPage,
  ReadOptions,
  WriteOptions,
} from './graph-client.js';

/** What a client is made from. */
export interface GraphAccess {
  /** Graph's origin, such as `https://graph.microsoft.com`: the only one that ever gets the token. */
  readonly graphUrl: string;
  readonly http: HttpClient;
  readonly tokens: TokenProvider;
  /** The way for requests that may share an envelope with others: reads, and writes that may be repeated. */
  readonly gathered?: HttpClient;
  /** The pauses that each part of Graph asked this instance for. */
  readonly throttles?: (part: string) => Throttle;
  /** Told each write that Graph carried out. */
  readonly onChange?: (change: GraphChange) => void;
  /** What to do about a 403, from what Graph said and the token it refused. */
  readonly explainForbidden?: (failure: GraphFailure, token: AccessToken) => string;
}

/** An answer, and the token that it was given to. */
interface Sent {
  readonly answer: SettledAnswer;
  readonly token: AccessToken;
}

/** Makes the client of one run. */
export function createGraphClient(access: GraphAccess, run: Run): GraphClient {
  const { graphUrl, http, tokens } = access;

  const authorized = (request: HttpRequest, token: AccessToken): HttpRequest => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${token.token.reveal()}` },
  });

  const send = async (request: HttpRequest, target: GraphPath, allowed: Repetition): Promise<Sent> => {
    const way = (allowed.idempotent && access.gathered) || http;
    const throttle = access.throttles?.(workloadOf(target));
    const repetition = { ...allowed, ...(throttle && { throttle }) };
    const token = await tokens.getToken(run);
    const answer = await sendWithRetry(way, authorized(request, token), repetition, run);
    const objection = objectionIn(answer);
    if (!objection) return { answer, token };
    // The token may have been revoked or have ended early: one new one, one repeat. Nothing was done by this request.
    const { isRepeated } = answer;
    const again = async (): Promise<Sent> => {
      const renewed = await tokens.getToken(run, { insteadOf: token, ...objection });
      run.metrics.retries += 1;
      run.observer?.onRetry();
      const repeated = await sendWithRetry(way, authorized(request, renewed), repetition, run);
      return { answer: { ...repeated, ...(isRepeated && { isRepeated }) }, token: renewed };
    };
    return again().catch((error: unknown) => {
      throw isRepeated && request.method !== 'GET' ? leftOpen(error) : error;
    });
  };

  const failureOf = ({ answer, token }: Sent, target: GraphPath): GraphError => {
    const error = graphError(answer, target, run.clock.now());
    if (!(error instanceof PermissionError) || !access.explainForbidden) return error;
    return new PermissionError(error.message, access.explainForbidden(error.failure, token), error.failure);
  };

  const read = async (target: GraphPath, url: string, advanced: boolean): Promise<JsonObject> => {
    const headers = {
      accept: 'application/json',
      'client-request-id': randomUUID(),
      ...(advanced ? { consistencylevel: 'eventual' } : {}),
    };
    let body: unknown;
    // An answer that was cut off, or that something between us and Graph gave in its place, is worth another try.
    const isWhole = (answer: HttpAnswer): boolean => {
      body = parseJson(answer.body);
      return isJsonObject(body);
    };
    const sent = await send({ method: 'GET', url, headers }, target, { idempotent: true, isWhole });
    const { answer } = sent;
    if (!isSuccess(answer)) throw failureOf(sent, target);
    if (!isJsonObject(body)) throw unreadable(answer);
    return body;
  };

  const write = (...parameters: Parameters<typeof writeOnce>): Promise<SettledAnswer> =>
    writeOnce(...parameters).catch((error: unknown) => {
      throw withCheck(error);
    });

  const writeOnce = async (
    method: GraphChange['method'],
    target: GraphPath,
    body: JsonObject | undefined,
    { model, ...repetition }: WriteOptions,
    wasThere: boolean | 'unknown' = true,
  ): Promise<SettledAnswer> => {
    const clientRequestId = randomUUID();
    const headers = {
      accept: 'application/json',
      'client-request-id': clientRequestId,
      ...(body && { 'content-type': 'application/json' }),
    };
    const written = body && requestBody(body);
    const url = urlOf(target, model === undefined ? {} : { model });
    const request = { method, url, headers, ...(written && { body: written.text }) };
    const { answer: received, token } = await send(request, target, { ...repetition, isWhole: isWholeWrite });
    const answer = withoutSecrets(received, written?.secrets ?? []);
    const isGone = method === 'DELETE' && answer.status === 404 && answer.isRepeated;
    if (!isSuccess(answer) && !(isGone && wasThere === true)) {
      const failure = failureOf({ answer, token }, target);
      if (isGone && wasThere === 'unknown') throw undecided(failure);
      throw answer.isRepeated ? leftOpen(failure) : failure;
    }
    // A page of a gateway is no proof that Graph did anything. A cut answer may hold half of a new secret.
    if (!isWholeWrite(answer)) throw unreadable({ ...answer, body: '' });
    const status = answer.foundDone ? null : answer.status;
    access.onChange?.({ method, status, requestId: answer.headers['request-id'] ?? null, clientRequestId });
    return answer;
  };

  const urlOf = (target: GraphPath, options: QueryOptions): string =>
    `${graphUrl}/${target.version}/${target.text}${queryString(options)}`;

  const get: GraphClient['get'] = async (target, options = {}) => {
    const { '@odata.context': context, ...object } = await read(
      target,
      urlOf(target, options),
      options.advanced ?? false,
    );
    return object;
  };

  const writeForBody = async (...parameters: Parameters<typeof write>): Promise<unknown> =>
    parseJson((await write(...parameters)).body);

  return {
    get,
    getLinked: (name, link, parent) => get(GraphPath.fromLocation(name, link, graphUrl, parent)),
    patch: (target, body, options) => writeForBody('PATCH', target, body, options),
    post: (target, body, options) => writeForBody('POST', target, body, options),
    put: (target, body, options) => writeForBody('PUT', target, body, options),

    async postForLocation(target, body, options) {
      const { headers } = await write('POST', target, body, options);
      const { location } = headers;
      const wait = retryAfter(headers['retry-after'], run.clock.now());
      return {
        ...(location !== undefined && { location }),
        ...(wait !== undefined && { retryAfter: wait / 1000 }),
      };
    },

    async delete(target, wasThere) {
      await write('DELETE', target, undefined, { idempotent: true }, wasThere);
    },

    async getOrNull(target, relation, options) {
      try {
        return await get(target, options);
      } catch (error) {
        if (error instanceof NotFoundError && error.resource === relation) return null;
        throw error;
      }
    },

    async *pages(target, options = {}) {
      const first =
        options.from === undefined
          ? target
          : GraphPath.fromContinuation('next_page', options.from, graphUrl, target);
      let url: string | undefined = urlOf(first, options.from === undefined ? options : {});
      while (url !== undefined) {
        const body = await read(target, url, options.advanced ?? false);
        const { value, '@odata.count': count, '@odata.nextLink': next, '@odata.deltaLink': delta } = body;
        if (!Array.isArray(value)) throw withoutList(body);
        yield {
          items: value.filter(isJsonObject),
          url,
          ...(typeof count === 'number' ? { count } : {}),
          ...(typeof next === 'string' ? { next } : {}),
          ...(typeof delta === 'string' ? { delta } : {}),
        };
        const following: string | undefined =
          typeof next === 'string'
            ? urlOf(GraphPath.fromContinuation('@odata.nextLink', next, graphUrl, target), {})
            : undefined;
        if (following === url) throw endless(body);
        url = following;
      }
    },
  };
}

const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status <= 299;

/** Graph answers a write with nothing or with JSON. */
const isWholeWrite = ({ body }: HttpAnswer): boolean => body.trim() === '' || parseJson(body) !== undefined;

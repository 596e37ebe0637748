import { randomUUID } from 'node:crypto';
import { type AccessToken, type TokenProvider } from '../auth/token.js';
import { GraphError, NotFoundError } from '../errors.js';
import { type HttpAnswer, type HttpClient, type HttpRequest } from '../http/client.js';
import { sendWithRetry } from '../http/retry.js';
import { isJsonObject, type JsonObject, parseJson } from '../json.js';
import { type Run } from '../run.js';
import { graphError } from './failure.js';
import { type QueryOptions, queryString } from './odata.js';
import { GraphPath } from './path.js';

/** One page of a collection. */
export interface GraphPage {
  readonly items: readonly JsonObject[];
  /** The number of all items, on the first page of a query that counts. */
  readonly count?: number;
  /** Where this page was read from, to read it again. */
  readonly url: string;
  /** Where the next page is; undefined on the last one. */
  readonly next?: string;
}

/** Options of a read. */
export interface ReadOptions extends QueryOptions {
  /** Ask the index (`ConsistencyLevel: eventual`), which advanced queries need, on every page (rule R3). */
  readonly advanced?: boolean;
}

/** Talks to Graph for one run of one command. */
export interface GraphClient {
  /** Reads one object. @throws NotFoundError @throws GraphError */
  get(target: GraphPath, options?: ReadOptions): Promise<JsonObject>;
  /**
   * Reads one object that may be absent: null when Graph says that `relation` itself does not exist, as it does for
   * the manager of somebody who has none.
   */
  getOrNull(target: GraphPath, relation: string, options?: ReadOptions): Promise<JsonObject | null>;
  /** Pages over a collection, from its beginning or from a link to a later page. */
  pages(target: GraphPath, options?: ReadOptions & { readonly from?: string }): AsyncIterable<GraphPage>;
}

/** What a client is made from. */
export interface GraphAccess {
  /** Graph's origin, such as `https://graph.microsoft.com`: the only one that ever gets the token. */
  readonly graphUrl: string;
  readonly http: HttpClient;
  readonly tokens: TokenProvider;
}

/** Makes the client of one run. */
export function createGraphClient(access: GraphAccess, run: Run): GraphClient {
  const { graphUrl, http, tokens } = access;

  const authorized = (request: HttpRequest, token: AccessToken): HttpRequest => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${token.token.reveal()}` },
  });

  const send = async (request: HttpRequest, idempotent: boolean): Promise<HttpAnswer> => {
    const token = await tokens.getToken(run);
    const { answer } = await sendWithRetry(http, authorized(request, token), idempotent, run);
    if (answer.status !== 401) return answer;
    // The token may have been revoked or have ended early: one new one, one repeat. 401 means that nothing was done.
    const renewed = await tokens.getToken(run, { insteadOf: token });
    return (await sendWithRetry(http, authorized(request, renewed), idempotent, run)).answer;
  };

  const read = async (target: GraphPath, url: string, advanced: boolean): Promise<JsonObject> => {
    const headers = {
      accept: 'application/json',
      'client-request-id': randomUUID(),
      ...(advanced ? { consistencylevel: 'eventual' } : {}),
    };
    const answer = await send({ method: 'GET', url, headers }, true);
    if (answer.status < 200 || answer.status > 299) throw graphError(answer, target, run.clock.now());
    const body = parseJson(answer.body);
    if (!isJsonObject(body)) throw unreadable(answer);
    return body;
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

  return {
    get,

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
        const { value, '@odata.count': count, '@odata.nextLink': next } = body;
        yield {
          items: Array.isArray(value) ? value.filter(isJsonObject) : [],
          url,
          ...(typeof count === 'number' ? { count } : {}),
          ...(typeof next === 'string' ? { next } : {}),
        };
        url =
          typeof next === 'string'
            ? urlOf(GraphPath.fromContinuation('@odata.nextLink', next, graphUrl, target), {})
            : undefined;
      }
    },
  };
}

function unreadable(answer: HttpAnswer): GraphError {
  const type = answer.headers['content-type'] ?? 'no content type';
  return new GraphError(
    `Microsoft Graph answered ${answer.status} with something that is not a JSON object (${type}).`,
    'Check whether a proxy or gateway answers in place of Graph.',
    { status: answer.status, code: '', text: 'not a JSON object', body: answer.body.slice(0, 200) },
  );
}

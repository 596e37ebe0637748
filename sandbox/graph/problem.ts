import type { Answer } from '../http/exchange.js';

/** A refusal by Graph, thrown from wherever it is noticed. */
export class GraphProblem extends Error {
  /**
   * @param status HTTP status.
   * @param code Graph's `error.code`.
   * @param message Graph's `error.message`.
   * @param headers More headers of the answer, such as `www-authenticate`.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/**
 * The JSON answer for a refusal (Graph: Microsoft Graph error responses and resource types).
 *
 * @param problem What is wrong.
 * @param ids The service's request ID, and the caller's where it sent one.
 * @param now Milliseconds since 1970.
 */
export function problemAnswer(
  problem: GraphProblem,
  ids: { readonly requestId: string; readonly clientRequestId: string },
  now: number,
): Answer {
  return {
    status: problem.status,
    headers: problem.headers,
    json: {
      error: {
        code: problem.code,
        message: problem.message,
        innerError: {
          date: new Date(now).toISOString().slice(0, 19),
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
        },
      },
    },
  };
}

/** 400 of the OData layer in front of the directory: the request cannot be understood. */
export function badRequest(message: string): GraphProblem {
  return new GraphProblem(400, 'BadRequest', message);
}

/** 400 of the directory: the query is understood and not supported. */
export function unsupportedQuery(message: string): GraphProblem {
  return new GraphProblem(400, 'Request_UnsupportedQuery', message);
}

/** 404 of the directory. `resource` is the key as the caller gave it, or the name of a relationship. */
export function notFound(resource: string): GraphProblem {
  return new GraphProblem(
    404,
    'Request_ResourceNotFound',
    `Resource '${resource}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 403 of the directory, which never says what is missing. */
export function requestDenied(): GraphProblem {
  return new GraphProblem(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

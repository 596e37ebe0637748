import type { Answer } from '../http/exchange.js';

/** A refusal by Graph, thrown from wherever it is noticed. */
export class GraphProblem extends Error {
  /**
   * @param status HTTP status.
   * @param code Graph's `error.code`.
   * @param message Graph's `error.message`.
   * @param more.headers More headers of the answer, such as `www-authenticate`.
   * @param more.details Graph's `error.details`.
   * @param more.inner What a workload adds to Graph's `error.innerError`.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly details?: readonly { code: string; message: string; target: string }[];
      readonly inner?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
  }
}

/** How a request can be traced. */
export interface ProblemIds {
  /** The service's own ID of the request. */
  readonly requestId: string;
  /** The caller's, or the service's where the caller sent none. */
  readonly clientRequestId: string;
}

/**
 * The JSON answer for a refusal (Graph: Microsoft Graph error responses and resource types).
 *
 * @param problem What is wrong.
 * @param ids IDs of the request.
 * @param now Milliseconds since 1970.
 */
export function problemAnswer(problem: GraphProblem, ids: ProblemIds, now: number): Answer {
  return {
    status: problem.status,
    headers: problem.more.headers ?? {},
    json: {
      error: {
        code: problem.code,
        message: problem.message,
        ...(problem.more.details ? { details: problem.more.details } : {}),
        innerError: {
          ...problem.more.inner,
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

/** 400 of the directory itself: a value or a rule of the directory is broken. */
export function directoryRefusal(message: string): GraphProblem {
  return new GraphProblem(400, 'Request_BadRequest', message);
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

import { type GraphFailure, GraphError, NotFoundError, PermissionError, ThrottledError } from '../errors.js';
import { type HttpAnswer } from '../http/client.js';
import { retryAfter } from '../http/retry-after.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../json.js';
import { type GraphPath } from './path.js';

/** How much of a body that is not Graph's error is shown, in characters. */
const BODY_EXCERPT = 200;

/**
 * Turns an answer that is not a success into the error that says what it was: Graph's code and message, the request ID
 * that support asks for, and a next step.
 * @param answer The answer. @param target The path that was asked. @param now Milliseconds since 1970.
 */
export function graphError(answer: HttpAnswer, target: GraphPath, now: number): GraphError {
  const failure = readFailure(answer);
  const missing = failure.status === 404 ? missingResource(failure, target) : '';
  const message = describe(failure, missing);
  switch (failure.status) {
    case 404:
      return new NotFoundError(
        message,
        'Check the identifier; a new object may take a minute to appear.',
        failure,
        missing,
      );
    case 403:
      return new PermissionError(
        message,
        'Grant the permission that the command needs, then get a new token: permissions apply to new tokens only.',
        failure,
      );
    case 429: {
      const wait = retryAfter(answer.headers['retry-after'], now);
      const seconds = wait === undefined ? undefined : Math.ceil(wait / 1000);
      return new ThrottledError(
        message,
        `Graph wants fewer requests. Try again in ${seconds ?? 60} seconds.`,
        failure,
        seconds,
      );
    }
    case 401:
      return new GraphError(
        message,
        'The token was refused twice. Check the cloud and the app registration, then run !msgraph-user-test.',
        failure,
      );
    default:
      return new GraphError(
        message,
        failure.status >= 500 ? 'Graph has a fault. Try again in a minute.' : undefined,
        failure,
      );
  }
}

/** Reads Graph's error envelope, in each of its dialects, or whatever a gateway sent instead. */
function readFailure(answer: HttpAnswer): GraphFailure {
  const body = parseJson(answer.body);
  const error = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : undefined;
  const inner = error ? innerErrors(error) : [];
  const idOf = (name: string) =>
    inner.map((narrower) => textAt(narrower, name)).find(Boolean) ?? answer.headers[name];
  const requestId = idOf('request-id');
  const clientRequestId = idOf('client-request-id');
  return {
    status: answer.status,
    code: error ? (textAt(error, 'code') ?? '') : '',
    text: error ? textOf(error, inner) : excerpt(answer),
    body: body ?? excerpt(answer),
    ...(requestId === undefined ? {} : { requestId }),
    ...(clientRequestId === undefined ? {} : { clientRequestId }),
  };
}

/** Graph nests narrower errors, in either spelling; from the outermost to the innermost. */
function innerErrors(error: JsonObject): JsonObject[] {
  const inner = error['innerError'] ?? error['innererror'];
  return isJsonObject(inner) ? [inner, ...innerErrors(inner)] : [];
}

/** Graph's message and the narrowest reason: Teams puts its real one into an inner error. */
function textOf(error: JsonObject, inner: readonly JsonObject[]): string {
  const text = textAt(error, 'message') ?? '';
  const reason = inner.map((narrower) => textAt(narrower, 'message')).findLast(Boolean);
  if (!reason || reason === text) return text;
  return text === '' ? reason : `${text} (${reason})`;
}

function excerpt(answer: HttpAnswer): string {
  const text = answer.body.replaceAll(/\s+/g, ' ').trim();
  const type = answer.headers['content-type'] ?? 'no content type';
  return text === '' ? 'empty answer' : `unexpected answer (${type}): ${text.slice(0, BODY_EXCERPT)}`;
}

/** @param missing What does not exist, named where Graph does not. */
function describe(failure: GraphFailure, missing: string): string {
  const { status, code, requestId, clientRequestId } = failure;
  const text = failure.text.includes(missing) ? failure.text : `${failure.text} (${missing})`;
  const ids = [
    requestId && `request ID: ${requestId}`,
    clientRequestId && clientRequestId !== requestId && `client request ID: ${clientRequestId}`,
  ];
  const what = [code, text].filter((part) => part !== '').join(': ');
  return [`Microsoft Graph answered ${status} ${what}`.trim(), ids.filter(Boolean).join(', ')]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * What is missing, by structure (rule R5): the resource that Graph's message quotes, compared whole with the
 * identifiers that the request addressed. Without a quoted resource it is the last identifier.
 */
function missingResource(failure: GraphFailure, target: GraphPath): string {
  const quoted = /^Resource '(.*)' does not exist/s.exec(failure.text)?.[1];
  // The workload of the authentication methods does not say which user: a path begins with its user.
  const isUser = failure.text.includes('The specified user could not be found');
  const likely = (isUser ? target.identifiers[0] : target.identifiers.at(-1)) ?? '';
  if (quoted === undefined) return likely;
  return target.identifiers.find((identifier) => identifier.toLowerCase() === quoted.toLowerCase()) ?? quoted;
}

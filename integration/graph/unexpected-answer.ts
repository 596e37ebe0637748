import { GraphError } from '../errors.js';
import { type HttpAnswer } from '../http/client.js';
import { type JsonObject, textAt } from '../json.js';

const ADVICE = 'Check whether a proxy or gateway answers in place of Graph.';

/** The error for a success that is no JSON object. @param answer What of it may be shown. */
export function unreadable({ status, headers, body }: HttpAnswer): GraphError {
  const type = headers['content-type'] ?? 'no content type';
  return new GraphError(
    `Microsoft Graph answered ${status} with something that is not a JSON object (${type}).`,
    ADVICE,
    { status, code: '', text: 'not a JSON object', body: body.slice(0, 200) },
  );
}

/** The error for a success that holds something else than what was asked for. @param message What it is. */
export function notWhatWasAsked(message: string, body: unknown): GraphError {
  return new GraphError(message, ADVICE, { status: 200, code: '', text: message, body });
}

/** Graph never links a page to itself; what does would be read for ever. */
export function endless(body: JsonObject): GraphError {
  return notWhatWasAsked('The next page that Microsoft Graph names is the page just read.', body);
}

/** An object without a list must not pass for an empty list: "nobody found" would be believed. */
export function withoutList(body: JsonObject): GraphError {
  return notWhatWasAsked('Microsoft Graph answered 200 with something that is not a list.', body);
}

/**
 * Takes an answer for the object that was asked for only if it names one: every object of Graph has an ID. An empty object
 * would otherwise be shown as a user without properties.
 * @param what What was asked for, with its article: `a user`.
 * @throws GraphError for an answer without an ID.
 */
export function identified(object: JsonObject, what: string): JsonObject {
  if (textAt(object, 'id')) return object;
  throw notWhatWasAsked(`Microsoft Graph answered with an object that is not ${what}: it has no ID.`, object);
}

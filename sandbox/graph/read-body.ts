import type { Call } from '../http/exchange.js';
import { badRequest } from './problem.js';

/**
 * The JSON body of a write.
 *
 * @returns undefined where the body is empty.
 * @throws GraphProblem 400 where the content type is missing or the text is no JSON.
 */
export function readBody(call: Call): unknown {
  if (call.body === '') return undefined;
  if (call.headers['content-type'] === undefined) {
    throw badRequest('Write requests (excluding DELETE) must contain the Content-Type header declaration.');
  }
  try {
    return JSON.parse(call.body);
  } catch {
    throw unreadableBody();
  }
}

/** @returns The 400 for a body that is no JSON, or not an object where one is due. */
export function unreadableBody() {
  return badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}

/** @returns Whether a parsed value is a JSON object. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A body as the log may show it.
 *
 * @returns A copy in which the value of everything that is named like a secret is `***`.
 */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isSecret = /password|secret|token|assertion|clientState/i.test(name) && typeof inner === 'string';
      return [name, isSecret ? '***' : withoutSecrets(inner)];
    }),
  );
}

import { isJsonObject, type JsonObject } from '../json.js';
import { Secret } from '../secret.js';

/** A body as it is sent, and the secrets in it, which no answer that repeats it may show (rule R10). */
export interface RequestBody {
  readonly text: string;
  readonly secrets: readonly Secret[];
}

/**
 * Writes a body for Graph. This is where its secrets leave the process: handlers never take them out, so that none is
 * forgotten when the answer is told.
 * @param body JSON in which a {@link Secret} stands for its text.
 */
export function requestBody(body: JsonObject): RequestBody {
  const secrets: Secret[] = [];
  const inClear = (value: unknown): unknown => {
    if (value instanceof Secret) {
      secrets.push(value);
      return value.reveal();
    }
    if (Array.isArray(value)) return value.map(inClear);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inClear(member)]));
  };
  return { text: JSON.stringify(inClear(body)), secrets };
}

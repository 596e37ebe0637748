import { type JsonObject } from '../../integration/json.js';

/** Properties of methods that hold a secret while it is new (Graph: password, pass and software token methods). */
const secretKeys = new Set(['password', 'temporaryAccessPass', 'secretKey']);

/** A method as Graph shows it, without what could hold a secret (rule R10). */
export function withoutSecrets(method: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(method).filter(([key]) => !secretKeys.has(key)));
}

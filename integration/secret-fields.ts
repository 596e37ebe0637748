import { isJsonObject, parseJson } from './json.js';

/** A password by any of its names, and not the policies for it. */
const secretName = /passw(?!ordpolicies)|passcode|secret|\bpwd\b/i;

/**
 * Whether an argument that holds `name=value` pairs, or a JSON object, names a password (rule R33). Where it does, the
 * argument as a whole is not to be shown: nothing tells for sure where a password ends.
 */
export function namesSecret(value: unknown): boolean {
  const object = typeof value === 'string' ? parseJson(value) : value;
  // Written anew, because JSON has more than one spelling for a letter.
  return secretName.test(isJsonObject(object) ? JSON.stringify(object) : String(value));
}

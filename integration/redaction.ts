import { Secret } from './secret.js';

const MASK = '***';

/** Names under which a secret could stand, whatever is around them. */
const secretName = /secret|password|passwd|token|authorization|assertion|code|cookie|api.?key|private.?key/i;

/** Text that is a token whatever its name: a bearer header, or a JWT of three parts (signed) or five (encrypted). */
const secretText = /\bBearer\s+\S+|\beyJ[\w-]+(\.[\w-]*){2,4}/gi;

/** Masks by name and by form, at any depth: pino's own redaction knows fixed places only. */
export function redacted(value: unknown, name = ''): unknown {
  if (value instanceof Secret || (secretName.test(name) && value !== undefined && value !== null))
    return MASK;
  if (typeof value === 'string') return value.replaceAll(secretText, MASK);
  if (Array.isArray(value)) return value.map((item) => redacted(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, key)]));
  }
  return value;
}

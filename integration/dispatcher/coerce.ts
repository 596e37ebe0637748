import { isJsonObject, parseJson } from '../json.js';
import { type ArgumentSchema } from '../manifest/effective-schema.js';

/** The format of arguments that hold `name=value` pairs or a JSON object. */
export const FIELDS = 'fields';

/**
 * Turns what arrived, mostly text, into the type that the argument's schema names. What cannot be turned stays as it
 * is, and validation refuses it.
 */
export function coerce(value: unknown, schema: ArgumentSchema): unknown {
  switch (schema.type) {
    case 'string':
      return coerceText(value, schema);
    case 'integer':
      return typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
    case 'boolean':
      return coerceBoolean(value);
    case 'array':
      return coerceList(value);
    case 'object':
      return typeof value === 'string' ? (parseJson(value) ?? value) : value;
  }
}

function coerceText(value: unknown, { enum: allowed, format }: ArgumentSchema): unknown {
  // Pairs of names and values may come as the object that they stand for.
  if (format === FIELDS && isJsonObject(value)) return JSON.stringify(value);
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string') return text;
  return allowed?.find((choice) => choice.toLowerCase() === text.trim().toLowerCase()) ?? text;
}

/** Rule R17. */
function coerceBoolean(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === 'true' || text === 'yes') return true;
  return text === 'false' || text === 'no' ? false : value;
}

/** The platform's list rule: a list, JSON text of a list, or text with commas; anything else is a list of one. */
export function coerceList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string')
    return [typeof value === 'number' || typeof value === 'boolean' ? String(value) : value];
  const text = value.trim();
  const parsed = text.startsWith('[') && text.endsWith(']') ? parseJson(text) : undefined;
  if (Array.isArray(parsed)) return parsed;
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

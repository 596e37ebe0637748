import { ArgumentError } from '../../integration/errors.js';

/** Whether an argument of a built-in command says yes. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(true|yes)$/i.test(value));
}

/**
 * An argument as text; empty where it is missing.
 * @throws ArgumentError for a list or an object.
 */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new ArgumentError('A single text is expected, not a list or an object.');
}

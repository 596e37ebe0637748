import { Secret } from '../secret.js';

/** A value as JSON knows it, so that an entry can be sent, stored and compared. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject;

/** A JSON object; its keys are always own properties, whatever they are called. */
export interface PlainObject {
  readonly [key: string]: Plain;
}

/**
 * Turns a value into plain JSON; what is plain already, as all that Graph sends, comes back as it is. A {@link Secret} becomes `***`, a date its ISO text; undefined, functions and
 * numbers that JSON lacks become null, and undefined members are left out. A key named `__proto__` stays an ordinary key.
 */
export function toPlain(value: unknown): Plain {
  if (isPlain(value)) return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return null;
  if (value instanceof Secret) return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map(toPlain);
  return plainMembers(value);
}

/** Looking is cheaper than copying, and every value of every entry comes by here, several times. */
function isPlain(value: unknown): value is Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isPlain);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const member of Object.values(value)) if (!isPlain(member)) return false;
  return true;
}

function plainMembers(object: object): PlainObject {
  const members: Record<string, Plain> = {};
  const given: [string, unknown][] = Object.entries(object);
  for (const [key, member] of given) {
    if (member === undefined) continue;
    setMember(members, key, toPlain(member));
  }
  return members;
}

/** Gives an object a member of its own, also under `__proto__`, which an assignment would take for the prototype. */
export function setMember<T>(members: Record<string, T>, key: string, value: T): void {
  if (key !== '__proto__') members[key] = value;
  else Object.defineProperty(members, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Whether a plain value is an object: not null, not a list. */
export function isPlainObject(value: Plain): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member under a key that the object itself holds; null where it has none. */
export function memberOf(object: PlainObject, key: string): Plain {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null;
}

/** Whether a plain value is a list. (`Array.isArray` would lose the type of the elements.) */
export function isPlainList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Whether a value says nothing: null, `""`, `[]` or `{}`. Zero and false say something. */
export function isBlank(value: Plain): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Python's notion of false: blank, zero or false. */
export function isFalsy(value: Plain): boolean {
  return isBlank(value) || value === 0 || value === false;
}

import { setMember } from './plain.js';

const REMOVED = '@removed';

/** Graph has some hundred property names; whatever else comes along must not fill the memory of a long run. */
const MOST_KEYS = 5_000;

/** Making a name takes microseconds, and every user has the same fifty keys. */
function remembered(make: (key: string) => string): (key: string) => string {
  const names = new Map<string, string>();
  return (key) => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = make(key);
    if (names.size < MOST_KEYS) names.set(key, name);
    return name;
  };
}

/**
 * Table header for a key of a Graph object: `id` is `ID`; otherwise words are parted before each capital and
 * title-cased (`userPrincipalName` is `User Principal Name`, `@odata.type` is `@Odata.Type`).
 */
export const readableKey = remembered((key) => {
  if (key === 'id') return 'ID';
  const words = Array.from(key, (char) => (/\p{Uppercase}/u.test(char) ? ` ${char}` : char.trim())).join('');
  return words.trim().replace(/\p{Cased}+/gu, titleCase);
});

/** Context key for a key of a Graph object: its header without spaces. */
export const contextKeyName = remembered((key) => readableKey(key).replaceAll(' ', ''));

/** A Graph object under its table headers. Only the top level is renamed; `@removed` becomes `Status: "deleted"`. */
export function readableKeys(object: object): Record<string, unknown> {
  return renamed(object, readableKey);
}

/** A Graph object under its context keys. Only the top level is renamed; `@removed` becomes `Status: "deleted"`. */
export function contextKeys(object: object): Record<string, unknown> {
  return renamed(object, contextKeyName);
}

function renamed(object: object, rename: (key: string) => string): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  const given: [string, unknown][] = Object.entries(object);
  for (const [key, value] of given) if (key !== REMOVED) setMember(members, rename(key), value);
  if (Object.hasOwn(object, REMOVED)) members['Status'] = 'deleted';
  return members;
}

function titleCase(letters: string): string {
  const [first = '', ...rest] = letters;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

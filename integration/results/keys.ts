const REMOVED = '@removed';

/**
 * Table header for a key of a Graph object: `id` is `ID`; otherwise words are parted before each capital and
 * title-cased (`userPrincipalName` is `User Principal Name`, `@odata.type` is `@Odata.Type`).
 */
export function readableKey(key: string): string {
  if (key === 'id') return 'ID';
  const words = Array.from(key, (char) => (/\p{Uppercase}/u.test(char) ? ` ${char}` : char.trim())).join('');
  return words.trim().replace(/\p{Cased}+/gu, titleCase);
}

/** Context key for a key of a Graph object: its header without spaces. */
export function contextKeyName(key: string): string {
  return readableKey(key).replaceAll(' ', '');
}

/** A Graph object under its table headers. Only the top level is renamed; `@removed` becomes `Status: "deleted"`. */
export function readableKeys(object: object): Record<string, unknown> {
  return renamed(object, readableKey);
}

/** A Graph object under its context keys. Only the top level is renamed; `@removed` becomes `Status: "deleted"`. */
export function contextKeys(object: object): Record<string, unknown> {
  return renamed(object, contextKeyName);
}

function renamed(object: object, rename: (key: string) => string): Record<string, unknown> {
  const given: [string, unknown][] = Object.entries(object);
  const members = given
    .filter(([key]) => key !== REMOVED)
    .map(([key, value]): [string, unknown] => [rename(key), value]);
  if (Object.hasOwn(object, REMOVED)) members.push(['Status', 'deleted']);
  return Object.fromEntries(members);
}

function titleCase(letters: string): string {
  const [first = '', ...rest] = letters;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

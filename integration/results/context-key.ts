/**
 * The key of an EntryContext item whose elements are known by one or more properties, so that the platform updates
 * the element it has instead of adding another (rule R6): `MSGraphUser(val.ID && val.ID == obj.ID)`.
 *
 * @param prefix Dotted context path.
 * @param key Property, or properties, that identify an element. None leaves the bare path.
 */
export function contextKey(prefix: string, key: string | readonly string[]): string {
  const keys = typeof key === 'string' ? [key] : key;
  if (keys.length === 0) return prefix;
  return `${prefix}(${keys.map((name) => `val.${name} && val.${name} == obj.${name}`).join(' && ')})`;
}

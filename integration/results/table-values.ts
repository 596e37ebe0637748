import { isFalsy, isPlainList, isPlainObject, memberOf, type Plain, type PlainObject } from './plain.js';
import { pythonStr } from './python-text.js';

/**
 * Turns the values under the given keys, at any depth, into markdown links. A list becomes a list of links, an empty
 * value null.
 */
export function withLinks(value: Plain, urlKeys: ReadonlySet<string>): Plain {
  if (urlKeys.size === 0) return value;
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        urlKeys.has(key) ? asLink(member) : withLinks(member, urlKeys),
      ]),
    );
  }
  return isPlainList(value) ? value.map((item) => withLinks(item, urlKeys)) : value;
}

/**
 * Renders the given columns, which hold milliseconds since 1970, as `YYYY-MM-DD HH:MM:SS` in UTC. What is no such
 * number, or lies outside the years 1 to 9999, stays as it is.
 */
export function withDates(row: PlainObject, dateFields: readonly string[]): PlainObject {
  const dates = dateFields.flatMap((field) => {
    const text = dateText(memberOf(row, field));
    return text === undefined ? [] : [[field, text] as const];
  });
  return dates.length === 0 ? row : Object.fromEntries([...Object.entries(row), ...dates]);
}

function asLink(value: Plain): Plain {
  if (isFalsy(value)) return null;
  return isPlainList(value) ? value.map(link) : link(value);
}

function link(value: Plain): string {
  const url = pythonStr(value);
  return `[${url}](${url})`;
}

function dateText(value: Plain): string | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value));
  if (!isNumber) return undefined;
  const date = new Date(Number(value));
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

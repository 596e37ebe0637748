import { cellText, escapeCell } from './cell.js';
import {
  isBlank,
  isFalsy,
  isPlainList,
  isPlainObject,
  memberOf,
  type Plain,
  type PlainObject,
  toPlain,
} from './plain.js';
import { withDates, withLinks } from './table-values.js';

const NO_ENTRIES = '**No entries.**\n';

/** Choices of {@link tableToMarkdown}; each may be left out. */
export interface TableOptions {
  /** Columns in their order. Without them: the keys of the first row. */
  readonly headers?: string | readonly string[];
  /** Turns a key into the text of its header. Without it: the key, escaped like a cell. */
  readonly headerTransform?: (header: string) => string;
  /** Leaves out columns that hold `""`, null, `[]` or `{}` in every row. */
  readonly removeNull?: boolean;
  /** A line between title and table. */
  readonly metadata?: string;
  /** Keys, at any depth, whose values are shown as links. */
  readonly urlKeys?: readonly string[];
  /** Columns that hold milliseconds since 1970, shown as `YYYY-MM-DD HH:MM:SS` in UTC. */
  readonly dateFields?: readonly string[];
  /** False keeps the first row's order of keys; otherwise they are sorted by code point. */
  readonly sortHeaders?: boolean;
}

/**
 * Renders data as the platform library's `tableToMarkdown` does, byte for byte, with one pinned choice: dates are UTC.
 * Later rows add no columns; that is the library's rule, and why our own results name their headers.
 *
 * @param name Title; empty for none.
 * @param data Rows (objects), or one row, or plain values where `headers` names their column.
 * @returns Markdown that ends in a line break.
 * @throws TypeError where the first row is a plain value and no header is given.
 */
export function tableToMarkdown(name: string, data: unknown, options: TableOptions = {}): string {
  const plain = withLinks(toPlain(data), new Set(options.urlKeys));
  const title = name === '' ? '' : `### ${name}\n`;
  const metadata = options.metadata ? `${options.metadata}\n` : '';
  return title + metadata + body(plain, options);
}

function body(data: Plain, options: TableOptions): string {
  if (isFalsy(data)) return NO_ENTRIES;
  const given = typeof options.headers === 'string' ? [options.headers] : (options.headers ?? []);
  const [named, source] = given.length === 0 ? unfolded(data) : [given, data];
  const items = isPlainList(source) ? source : [source];
  const [first] = items;
  if (first === undefined) return NO_ENTRIES;
  const rows = isPlainObject(first) ? items.map(asRow) : singleColumn(items, named);
  const headers = named.length === 0 ? keysOf(rows[0] ?? {}, options.sortHeaders) : named;
  const shown = options.removeNull ? headers.filter((header) => !isBlankColumn(rows, header)) : headers;
  return shown.length === 0 ? NO_ENTRIES : grid(shown, rows, options);
}

/** An object with exactly one key is a column under that key, one row per element of its value. */
function unfolded(data: Plain): [readonly string[], Plain] {
  const [key, ...others] = isPlainObject(data) ? Object.keys(data) : [];
  if (!isPlainObject(data) || key === undefined || others.length > 0) return [[], data];
  return [[key], memberOf(data, key)];
}

function keysOf(row: PlainObject, sort = true): readonly string[] {
  return sort ? Object.keys(row).sort(byCodePoint) : Object.keys(row);
}

function isBlankColumn(rows: readonly PlainObject[], header: string): boolean {
  for (const row of rows) if (!isBlank(memberOf(row, header))) return false;
  return true;
}

function grid(headers: readonly string[], rows: readonly PlainObject[], options: TableOptions): string {
  const titleOf = options.headerTransform ?? escapeCell;
  // Written piece by piece: of the work on a small entry, lists that are only joined would be a large part.
  let text = '';
  for (const header of headers) text += `|${titleOf(header)}`;
  text += `|\n|${'---|'.repeat(headers.length)}\n`;
  for (const row of rows) {
    const shown = options.dateFields ? withDates(row, options.dateFields) : row;
    for (const header of headers) text += `| ${cellText(memberOf(shown, header))} `;
    text += '|\n';
  }
  return text;
}

/** A row that is no object has nothing to show under any header. */
function asRow(item: Plain): PlainObject {
  return isPlainObject(item) ? item : {};
}

function singleColumn(items: readonly Plain[], headers: readonly string[]): PlainObject[] {
  const [header] = headers;
  if (header === undefined) {
    throw new TypeError("Missing headers param for tableToMarkdown. Example: headers=['Some Header']");
  }
  return items.map((item) => Object.fromEntries([[header, item]]));
}

/** Orders texts by code point, as Python does; JavaScript's own order differs outside the basic plane. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}

/** A half of a character outside the basic plane comes after everything in it. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

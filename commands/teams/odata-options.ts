import { ArgumentError } from '../../integration/errors.js';
import { type QueryOptions } from '../../integration/graph/odata.js';

/** What lists of chats take (Graph: list chats, optional query parameters). */
const KNOWN = ['filter', 'expand', 'orderby', 'select', 'top'] as const;

type Known = (typeof KNOWN)[number];

/**
 * Reads OData options written as text, such as `$filter=topic eq 'R&D'&$top=5`: an ampersand ends a value only where another
 * option begins, and nothing is cut at `#`. A value that is percent-encoded already is decoded, to be encoded once.
 * @param largestPage Most items of a page.
 * @throws ArgumentError for an option that is unknown or comes twice, or a page size out of range.
 */
export function odataOptions(
  text: string,
  largestPage: number,
): Omit<QueryOptions, 'filter'> & { filter?: string } {
  const values = new Map<Known, string>();
  const trimmed = text.trim().replace(/^[?&]/, '');
  for (const part of trimmed === '' ? [] : trimmed.split(/&(?=\s*\$?[a-z]+\s*=)/i)) {
    const [, given = '', value = ''] = /^\s*\$?([a-z]+)\s*=(.*)$/is.exec(part) ?? [];
    const name = KNOWN.find((known) => known === given.toLowerCase());
    if (!name) throw refused(`"${part}" is not an option of a list of chats`);
    if (values.has(name)) throw refused(`$${name} comes twice`);
    values.set(name, decoded(value.trim()));
  }
  const [filter, expand, orderby, select, top] = KNOWN.map((name) => values.get(name));
  return {
    ...(filter !== undefined && { filter }),
    ...(expand !== undefined && { expand }),
    ...(orderby !== undefined && { orderby }),
    ...(select !== undefined && { select: select.split(',').map((name) => name.trim()) }),
    ...(top !== undefined && { top: pageSize(top, largestPage) }),
  };
}

function pageSize(text: string, largest: number): number {
  const size = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= largest) return size;
  throw refused(`$top=${text} is not a whole number from 1 to ${largest}`);
}

/** What holds a blank was written by hand, percent signs and all. */
function decoded(value: string): string {
  if (/\s/.test(value) || !/%[0-9a-f]{2}/i.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function refused(what: string): ArgumentError {
  return new ArgumentError(
    `odata is not allowed: ${what}.`,
    `Nothing was sent. It takes ${KNOWN.map((name) => `$${name}`).join(', ')}; next_page leads to later pages.`,
  );
}

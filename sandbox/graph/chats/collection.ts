import { createHmac } from 'node:crypto';
import type { QueryOptions } from '../../odata/query-options.js';
import type { GraphRequest } from '../request.js';
import { badChatRequest } from './chat-problem.js';

/**
 * Reads the OData options of a query; those without `$` are ignored.
 *
 * @param allowed The options that fit the resource, besides `$skiptoken`.
 * @throws GraphProblem 400 in Teams' words.
 */
export function teamsOptions({ call }: GraphRequest, allowed: readonly string[]): QueryOptions {
  const options = new Map<string, string>();
  for (const [given, value] of new URLSearchParams(call.query)) {
    const name = given.toLowerCase();
    if (!name.startsWith('$')) continue;
    if (name !== '$skiptoken' && !allowed.includes(name)) {
      const shown = name.charAt(1).toUpperCase() + name.slice(2);
      throw badChatRequest(
        `The query specified in the URI is not valid. Query option '${shown}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
      );
    }
    options.set(name, value);
  }
  return options;
}

/** How many items stand on a page. */
interface PageSizes {
  readonly usual: number;
  readonly largest: number;
}

function pageSize(options: QueryOptions, { usual, largest }: PageSizes): number {
  const text = options.get('$top');
  if (text === undefined) return usual;
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw badChatRequest(`The query specified in the URI is not valid. Invalid value '${text}' for $top.`);
  }
  if (Number(text) <= largest) return Number(text);
  throw badChatRequest(
    `The query specified in the URI is not valid. The limit of '${largest}' for Top query has been exceeded. The value from the incoming request is '${text}'.`,
  );
}

function seal(path: string, options: QueryOptions, last: string): string {
  const query = [...options].filter(([name]) => name !== '$skiptoken' && name !== '$top').sort();
  return createHmac('sha256', 'page token of Teams in the sandbox')
    .update(JSON.stringify([path.toLowerCase(), query, last]))
    .digest('base64')
    .slice(0, 20);
}

function lastOfPageBefore(path: string, options: QueryOptions): string | undefined {
  const token = options.get('$skiptoken');
  if (token === undefined) return undefined;
  const [, last = '', seen = ''] = /^(.*)#(.*)$/s.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (seen === seal(path, options, last)) return last;
  throw badChatRequest('The query specified in the URI is not valid. Invalid skiptoken.');
}

/** A page, and the link to the next one. */
export interface ChatPage<T> {
  readonly items: readonly T[];
  readonly link: Readonly<Record<string, string>>;
}

/**
 * One page. The next one starts behind the last item of this one, so that whatever comes in at the front meanwhile
 * repeats nothing. The link carries `$top` and `$skiptoken`, as in Teams.
 *
 * @param sorted Everything there is, in order.
 * @param rankOf Text that falls from item to item.
 */
export function pageOf<T>(
  { call }: GraphRequest,
  options: QueryOptions,
  sorted: readonly T[],
  rankOf: (item: T) => string,
  sizes: PageSizes,
): ChatPage<T> {
  const size = pageSize(options, sizes);
  const before = lastOfPageBefore(call.path, options);
  const rest = before === undefined ? sorted : sorted.filter((item) => rankOf(item) < before);
  const items = rest.slice(0, size);
  const last = items.at(-1);
  if (last === undefined || rest.length <= size) return { items, link: {} };
  const token = Buffer.from(`${rankOf(last)}#${seal(call.path, options, rankOf(last))}`).toString('base64');
  const carried = new Map([...options, ['$top', String(size)], ['$skiptoken', token]] as const);
  const query = [...carried].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { items, link: { '@odata.nextLink': `${call.origin}${call.path}?${query}` } };
}

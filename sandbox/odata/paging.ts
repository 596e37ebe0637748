import { createHmac } from 'node:crypto';
import { badRequest, GraphProblem, unsupportedQuery } from '../graph/problem.js';
import type { QueryOptions } from './query-options.js';

/** People on a page without `$top`, and at most (Graph: list users). */
const defaultPageSize = 100;
const largestPageSize = 999;

const pageTokenLifetime = 60 * 60 * 1000;

/**
 * @returns How many items the caller wants on a page.
 * @throws GraphProblem 400 for anything but 1 to 999.
 */
export function pageSize(options: QueryOptions): number {
  const text = options.get('$top');
  if (text === undefined) return defaultPageSize;
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(
      `Invalid value '${text}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  }
  const size = Number(text);
  if (size >= 1 && size <= largestPageSize) return size;
  throw unsupportedQuery(
    `Invalid page size specified: '${text}'. Must be between 1 and ${largestPageSize} inclusive.`,
  );
}

/** The query a page token belongs to: it continues no other one. */
function fingerprint(path: string, options: QueryOptions): string {
  const parts = [...options].filter(([name]) => name !== '$skiptoken').sort();
  return createHmac('sha256', 'page token of the sandbox')
    .update(JSON.stringify([path.toLowerCase(), parts]))
    .digest('base64url')
    .slice(0, 16);
}

function seal(path: string, options: QueryOptions, numbers: string): string {
  return createHmac('sha256', fingerprint(path, options)).update(numbers).digest('base64url').slice(0, 16);
}

/**
 * The link to the page that starts at a position. It carries the options of this request, never its headers.
 *
 * @param origin Scheme and host that were called.
 * @param path Path that was called, encoded.
 * @param options Those of this request.
 * @param position Where the next page starts.
 * @param now Milliseconds since 1970.
 */
export function nextLink(
  origin: string,
  path: string,
  options: QueryOptions,
  position: number,
  now: number,
): string {
  const numbers = `${position}.${now}`;
  const token = Buffer.from(`RFNwdAoAAQ.${numbers}.${seal(path, options, numbers)}`).toString('base64url');
  const carried = [...options].filter(([name]) => name !== '$skiptoken');
  const query = [...carried, ['$skiptoken', token]].map(
    ([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${origin}${path}?${query.join('&')}`;
}

/**
 * Where a page starts.
 *
 * @param path The path that was called.
 * @param options Those of this request.
 * @param now Milliseconds since 1970.
 * @returns 0 without a `$skiptoken`.
 * @throws GraphProblem 400 for a token that is forged, expired, or another query's.
 */
export function startOfPage(path: string, options: QueryOptions, now: number): number {
  const token = options.get('$skiptoken');
  if (token === undefined) return 0;
  const [, numbers = '', position = '', issued = '', seen = ''] =
    /^RFNwdAoAAQ\.((\d+)\.(\d+))\.([\w-]+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  const isGenuine = seen !== '' && seen === seal(path, options, numbers);
  if (isGenuine && now - Number(issued) <= pageTokenLifetime) return Number(position);
  throw new GraphProblem(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}

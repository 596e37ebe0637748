import { type JsonObject } from '../json.js';
import { type GraphClient, type ReadOptions } from './client.js';
import { type GraphPath } from './path.js';

/** How much of a collection is wanted. */
export interface CollectionPart {
  /** Number of items to return, not of a page (rule R8). */
  readonly limit: number;
  /** Items a page, where the caller insists. */
  readonly pageSize?: number;
  /** Most items that Graph gives in one page of this collection. */
  readonly largestPage?: number;
  /** The `next` of an earlier call. */
  readonly from?: string;
  /** Which items count; every one by default. */
  readonly sift?: (item: JsonObject) => Sifted;
}

/** What becomes of an item: it counts, it does not, or neither it nor any behind it does. */
export type Sifted = 'take' | 'leave' | 'end';

/** A part of a collection. */
export interface Collected {
  readonly items: readonly JsonObject[];
  /** Number of items in the whole collection, where Graph counted them. */
  readonly total?: number;
  /** Where to go on; undefined at the end. */
  readonly next?: string;
}

/** Most items Graph gives in one page of directory objects (list users, `$top`). */
const LARGEST_PAGE = 999;

/** The fewest equal pages that hold the limit: 1500 is read as 2 × 750, so that no page is read for one item. */
function pageSizeFor(limit: number, largest: number): number {
  return Math.ceil(limit / Math.ceil(limit / largest));
}

const SKIP = /#skip=(\d+)$/;

/**
 * Reads a collection until the limit, with no more requests than that takes. Graph's links lead to whole pages only, so
 * that a limit reached inside a page is continued by that page's own link and a mark, `#skip=N`, that never leaves this
 * machine.
 */
export async function collect(
  graph: Pick<GraphClient, 'pages'>,
  target: GraphPath,
  query: ReadOptions,
  part: CollectionPart,
): Promise<Collected> {
  const items: JsonObject[] = [];
  let total: number | undefined;
  let skip = Number(SKIP.exec(part.from ?? '')?.[1] ?? 0);
  const options = {
    ...query,
    top: part.pageSize ?? pageSizeFor(part.limit, part.largestPage ?? LARGEST_PAGE),
    ...(part.from !== undefined && { from: part.from }),
  };

  for await (const page of graph.pages(target, options)) {
    total ??= page.count;
    let consumed = skip;
    let hasEnded = false;
    for (const item of page.items.slice(skip)) {
      if (items.length >= part.limit) break;
      const sifted = part.sift?.(item) ?? 'take';
      hasEnded = sifted === 'end';
      if (hasEnded) break;
      if (sifted === 'take') items.push(item);
      consumed += 1;
    }
    if (hasEnded) break;
    skip = 0;
    if (items.length < part.limit) continue;
    const next = consumed < page.items.length ? `${page.url}#skip=${consumed}` : page.next;
    return { items, ...(total !== undefined && { total }), ...(next !== undefined && { next }) };
  }
  return { items, ...(total !== undefined && { total }) };
}

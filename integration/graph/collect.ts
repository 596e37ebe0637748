import { type JsonObject } from '../json.js';
import { type GraphClient, type ReadOptions } from './client.js';
import { type GraphPath } from './path.js';

/** How much of a collection is wanted. */
export interface CollectionPart {
  /** Number of items to return, not of a page (rule R8). */
  readonly limit: number;
  /** Items a page, where the caller insists. */
  readonly pageSize?: number;
  /** Most items that Graph gives in one page of this collection; null where Graph alone sizes its pages. */
  readonly largestPage?: number | null;
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
  /** At the end of a delta query: where the changes from now on are. */
  readonly delta?: string;
}

/** Most items Graph gives in one page of directory objects (list users, `$top`). */
const LARGEST_PAGE = 999;

/** The fewest equal pages that hold the limit: 1500 is read as 2 × 750, so that no page is read for one item. */
function pageSizeFor(limit: number, largest: number): number {
  return Math.ceil(limit / Math.ceil(limit / largest));
}

/**
 * Reads a collection to its end, without a limit, page by page.
 * @param part `limit` does not count here.
 */
export async function* everyPage(
  graph: Pick<GraphClient, 'pages'>,
  target: GraphPath,
  query: ReadOptions,
  { pageSize = LARGEST_PAGE, from }: Pick<CollectionPart, 'pageSize' | 'from'>,
): AsyncIterable<readonly JsonObject[]> {
  let skip = skipIn(from);
  const options = { ...query, top: pageSize, ...(from !== undefined && { from }) };
  for await (const page of graph.pages(target, options)) {
    yield page.items.slice(skip);
    skip = 0;
  }
}

function skipIn(from = ''): number {
  return Number(SKIP.exec(from)?.[1] ?? 0);
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
  let skip = skipIn(part.from);
  const { pageSize, largestPage = LARGEST_PAGE } = part;
  const top = pageSize ?? (largestPage === null ? undefined : pageSizeFor(part.limit, largestPage));
  const options = {
    ...query,
    ...(top !== undefined && { top }),
    ...(part.from !== undefined && { from: part.from }),
  };

  let delta: string | undefined;
  let next: string | undefined;
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
    const isPartly = consumed < page.items.length;
    if (!isPartly) delta = page.delta;
    if (items.length < part.limit) continue;
    next = isPartly ? `${page.url}#skip=${consumed}` : page.next;
    break;
  }
  return {
    items,
    ...(total !== undefined && { total }),
    ...(next !== undefined && { next }),
    ...(delta !== undefined && { delta }),
  };
}

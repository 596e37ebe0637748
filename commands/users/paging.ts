import { type Collected, type CollectionPart } from '../../integration/graph/collect.js';
import { type ContextOutput } from '../../integration/results/command-result.js';

/** Most items of one run: an entry with more serves nobody, and the next page goes on from there. */
export const MOST_ITEMS = 10_000;

/** Arguments by which a list command is told how much to return. */
export interface PagingArguments {
  readonly limit: number;
  readonly page_size?: number;
  readonly all_results?: boolean;
  readonly next_page?: string;
}

/** What to read of a collection (rule R8). */
export function partOf({ limit, page_size, all_results, next_page }: PagingArguments): CollectionPart {
  return {
    limit: all_results ? MOST_ITEMS : limit,
    ...(page_size !== undefined && { pageSize: page_size }),
    ...(next_page !== undefined && { from: next_page }),
  };
}

/**
 * The link to the next page, which has a place of its own beside the items and is emptied on the last page (rule R8).
 * @param prefix Context path that gets a `NextPage`. @param from The link that this page was read from.
 */
export function nextPageOutput(
  prefix: string,
  { next }: Collected,
  from: string | undefined,
): readonly ContextOutput[] {
  if (next === undefined && from === undefined) return [];
  return [{ prefix, selector: "val.NextPage.indexOf('http')>=0", value: { NextPage: next ?? '' } }];
}

/**
 * The line under a title that gives the link to the next page.
 * @param word How the known commands call `next_page`: most say argument, the list of users says parameter.
 */
export function nextPageRemark({ next }: Collected, word: 'argument' | 'parameter' = 'argument'): string {
  return next === undefined ? '' : `To get further results, enter this to the next_page ${word}:\n${next}`;
}

import { type ContextOutput } from '../../integration/results/command-result.js';

/** What a list has found, as far as the link to its next page goes. */
interface Listed {
  readonly next?: string;
}

/**
 * The link to the next page, in a place of its own beside the items (rule R8), and emptied on the last page.
 * @param prefix Context path of the items. @param wasContinued Whether this run began at such a link.
 */
export function nextPageOutput(prefix: string, { next }: Listed, wasContinued: boolean): ContextOutput[] {
  if (next === undefined && !wasContinued) return [];
  return [{ prefix, selector: "val.NextPage.indexOf('http')>=0", value: { NextPage: next ?? '' } }];
}

/**
 * The title of a list, in the words that are known.
 * @param kind What was listed, in the plural.
 */
export function listTitle(count: number, kind: string, { next }: Listed): string {
  return next === undefined
    ? `Total of ${count} ${kind} found`
    : `${count} ${kind} found \nPay attention there are more results than shown`;
}

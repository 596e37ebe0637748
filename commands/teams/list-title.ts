import { type Collected } from '../../integration/graph/collect.js';

/**
 * The title of a list, in the words that are known.
 * @param kind What was listed, in the plural.
 */
export function listTitle(count: number, kind: string, { next }: Pick<Collected, 'next'>): string {
  return next === undefined
    ? `Total of ${count} ${kind} found`
    : `${count} ${kind} found \nPay attention there are more results than shown`;
}

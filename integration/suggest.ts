import { distance } from 'fastest-levenshtein';

/** More slips than this in one name is not a slip. */
const MOST_EDITS = 3;

/**
 * The name a person most likely meant.
 *
 * @param name What was written.
 * @param names What could have been written.
 * @returns The nearest of `names`, or undefined where none is close enough to be offered.
 */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const written = name.toLowerCase();
  let nearest: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of names) {
    const edits = editsBetween(written, candidate.toLowerCase());
    if (edits !== undefined && edits < (nearest?.edits ?? Infinity)) nearest = { name: candidate, edits };
  }
  return nearest?.name;
}

/**
 * Edits between two names, or undefined when too many. Names here are long and begin alike (`msgraph-user-…`), so
 * leading words that agree do not count towards what may differ: `msgraph-user-xyz` is not `msgraph-user-get`.
 */
function editsBetween(written: string, candidate: string): number | undefined {
  const same = sharedWords(written, candidate);
  const length = Math.max(written.length, candidate.length) - same;
  const edits = distance(written.slice(same), candidate.slice(same));
  return edits <= Math.min(MOST_EDITS, Math.ceil(length / 2)) ? edits : undefined;
}

/** How many leading characters are whole words, ended by `-`, `_` or `.`, that both names share. */
function sharedWords(first: string, second: string): number {
  let shared = 0;
  for (let index = 0; index < first.length && first[index] === second[index]; index++) {
    if (/[-_.]/.test(first.charAt(index))) shared = index + 1;
  }
  return shared;
}

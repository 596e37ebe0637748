import { badRequest, unsupportedQuery } from '../graph/problem.js';
import type { Person } from '../tenant/person.js';

/** Properties of a user that `$search` reaches (Graph: $search on directory object collections). */
const searchable = [
  'displayName',
  'givenName',
  'mail',
  'mailNickname',
  'surname',
  'userPrincipalName',
  'otherMails',
  'proxyAddresses',
] as const;

type Searchable = (typeof searchable)[number];

interface Term {
  readonly property: Searchable;
  readonly value: string;
}

/** A parsed `$search`: any of the groups has to match, and a group matches when all of its terms do. */
export type Search = readonly (readonly Term[])[];

/** The words of a text: split at anything that is no letter or digit, between letters and digits, and where case rises. */
export function wordsOf(text: string): string[] {
  const found = text.match(/\p{Nd}+|\p{Lu}+(?!\p{Ll})|\p{L}\p{M}*(?:[^\p{Lu}\P{L}]\p{M}*)*/gu);
  return (found ?? []).map((word) => word.toLowerCase());
}

function termOf(quoted: string): Term {
  const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(quoted) ?? [];
  const property = searchable.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (property === undefined) {
    throw unsupportedQuery(`Unsupported or invalid property '${name}' specified in the $search clause.`);
  }
  return { property, value: value.replaceAll(/\\(["\\])/g, '$1') };
}

/**
 * Parses a `$search` such as `"displayName:ada" OR "mail:ada"`; AND binds tighter than OR, both in capitals.
 *
 * @param text The decoded option.
 * @throws GraphProblem 400 where a term is not quoted or names no searchable property.
 */
export function parseSearch(text: string): Search {
  const piece = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)(?=[\s"]))\s*/sy;
  const groups: Term[][] = [[]];
  let wantsTerm = true;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const found = piece.exec(text);
    const isTerm = found?.[1] !== undefined;
    if (!found || isTerm !== wantsTerm) {
      throw badRequest(
        `Syntax error: character '${text.charAt(at)}' is not valid at position ${at} in '${text}'.`,
      );
    }
    if (isTerm) groups.at(-1)?.push(termOf(found[1] ?? ''));
    else if (found[2] === 'OR') groups.push([]);
    wantsTerm = !isTerm;
  }
  if (wantsTerm) throw badRequest(`Syntax error at position ${text.length} in '${text}'.`);
  return groups;
}

function termMatches({ property, value }: Term, person: Person): boolean {
  if (property === 'displayName') {
    const words = wordsOf(person.displayName);
    return wordsOf(value).every((wanted) => words.some((word) => word.startsWith(wanted)));
  }
  const held = person[property];
  const wanted = value.toLowerCase();
  return [held].flat().some((text) => text?.toLowerCase().startsWith(wanted));
}

/**
 * Whether a person is found: the display name by the beginnings of its words in any order, everything else by the
 * beginning of its text.
 */
export function matchesSearch(search: Search, person: Person): boolean {
  return search.some((group) => group.every((term) => termMatches(term, person)));
}

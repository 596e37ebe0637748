import { badRequest, unsupportedQuery } from '../graph/problem.js';
import {
  isUserProperty,
  properName,
  userProperties,
  type UserPropertyName,
} from '../graph/user-properties.js';
import type { Person } from '../tenant/person.js';

/** One key of `$orderby`. */
export interface SortKey {
  readonly property: UserPropertyName;
  readonly isDescending: boolean;
}

/** Sortable without an advanced query (Graph: list users). */
const plainlySortable: readonly string[] = ['displayName', 'userPrincipalName'];

const sortingRefused = 'Sorting not supported for current query.';

/**
 * Parses and checks `$orderby`.
 *
 * @param text The decoded option.
 * @param query.isAdvanced Whether the request is an advanced query.
 * @param query.hasFilter Whether it has a `$filter` too, which only an advanced query may combine.
 * @throws GraphProblem 400.
 */
export function parseOrder(text: string, query: { isAdvanced: boolean; hasFilter: boolean }): SortKey[] {
  const keys = text.split(',').map((part): SortKey => {
    const [, given = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    const name = properName(given);
    if (name === undefined) {
      throw badRequest(
        given === ''
          ? `Invalid $orderby clause: Syntax error in '${text}'.`
          : `Could not find a property named '${given}' on type 'microsoft.graph.user'.`,
      );
    }
    if (!isUserProperty(name)) throw unsupportedQuery(sortingRefused);
    return { property: name, isDescending: direction.toLowerCase() === 'desc' };
  });
  for (const { property } of keys) {
    const { type, operators } = userProperties[property];
    const isSortable = type !== 'Collection' && type !== 'Complex' && operators.length > 0;
    const isAllowed = query.isAdvanced ? isSortable : plainlySortable.includes(property) && !query.hasFilter;
    if (!isAllowed) throw unsupportedQuery(sortingRefused);
  }
  return keys;
}

function sortText(person: Person, property: UserPropertyName): string {
  const value = person[property];
  return typeof value === 'string' || typeof value === 'boolean' ? String(value).toLowerCase() : '';
}

/** @returns A comparison of two people by the keys, unset values first, without regard to case. */
export function comparePeople(keys: readonly SortKey[]): (left: Person, right: Person) => number {
  return (left, right) => {
    for (const { property, isDescending } of keys) {
      const [a, b] = [sortText(left, property), sortText(right, property)];
      if (a !== b) return a < b === isDescending ? 1 : -1;
    }
    return 0;
  };
}

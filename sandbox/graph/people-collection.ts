import { matchesFilter } from '../odata/filter-match.js';
import { parseFilter } from '../odata/filter-parser.js';
import { checkFilter } from '../odata/filter-rules.js';
import { comparePeople, parseOrder } from '../odata/order.js';
import { nextLink, pageSize, startOfPage } from '../odata/paging.js';
import { wantsCount, type QueryOptions } from '../odata/query-options.js';
import { matchesSearch, parseSearch } from '../odata/search.js';
import { parseSelect } from '../odata/select.js';
import { parseExpand } from '../odata/expand.js';
import type { Person } from '../tenant/person.js';
import { showWithManagers } from './show-person.js';
import { badRequest, unsupportedQuery } from './problem.js';
import { contextUrl, isEventual, type GraphReply, type ReadRequest } from './request.js';
import { checkNamed } from './visibility.js';

/** People in a stable order. */
export interface PeopleSource {
  readonly size: number;
  /** The person at a position; undefined where there is nobody any more. */
  at(index: number): Person | undefined;
}

/** The options of a collection of people. */
export const collectionOptions = [
  '$count',
  '$expand',
  '$filter',
  '$orderby',
  '$search',
  '$select',
  '$skiptoken',
  '$top',
];

/**
 * How many people a plain query looks at for one page. In a larger tenant a filter therefore gives short and even
 * empty pages that still have a next one, which clients have to bear with.
 */
const plainScanLimit = 500;

/** Who is wanted, and which properties the conditions name. */
interface Conditions {
  readonly matches: (person: Person) => boolean;
  readonly names: readonly string[];
}

/**
 * Reads `$filter` and `$search`.
 *
 * @param isAdvanced Whether advanced operators are open.
 * @throws GraphProblem 400.
 */
export function readConditions(request: ReadRequest, options: QueryOptions, isAdvanced: boolean): Conditions {
  const searchText = options.get('$search');
  if (searchText !== undefined && !isEventual(request)) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const search = searchText === undefined ? undefined : parseSearch(searchText);
  const filterText = options.get('$filter');
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  const names = filter ? checkFilter(filter, isAdvanced) : [];
  return {
    matches: (person) =>
      (!filter || matchesFilter(filter, person)) && (!search || matchesSearch(search, person)),
    names,
  };
}

interface Page {
  readonly people: readonly Person[];
  /** Where the next page starts; undefined at the end. */
  readonly next: number | undefined;
}

function scan(
  source: PeopleSource,
  matches: (person: Person) => boolean,
  bounds: { start: number; size: number; scanLimit: number },
): Page {
  const people: Person[] = [];
  const end = Math.min(source.size, bounds.start + bounds.scanLimit);
  for (let index = bounds.start; index < end; index += 1) {
    const person = source.at(index);
    if (!person || !matches(person)) continue;
    if (people.length === bounds.size) return { people, next: index };
    people.push(person);
  }
  return { people, next: end < source.size ? end : undefined };
}

function everyone(source: PeopleSource, matches: (person: Person) => boolean): Person[] {
  return scan(source, matches, { start: 0, size: Infinity, scanLimit: Infinity }).people.slice();
}

/**
 * How many people meet the conditions.
 */
export function countPeople(source: PeopleSource, conditions: Conditions): number {
  return everyone(source, conditions.matches).length;
}

/**
 * One page of people (Graph: list users, paging, advanced query capabilities on directory objects).
 *
 * @param options The options of the request.
 * @param source Whom to choose from.
 * @param shape.context Name of the collection in the context URL.
 * @param shape.isTyped Whether each item carries its `@odata.type`, as in collections of any directory object.
 * @throws GraphProblem for whatever Graph would refuse.
 */
export function answerCollection(
  request: ReadRequest,
  options: QueryOptions,
  source: PeopleSource,
  shape: { context: string; isTyped: boolean },
): GraphReply {
  const isCounted = wantsCount(options) && isEventual(request);
  const isAdvanced = isEventual(request) && (isCounted || options.has('$search'));
  const size = pageSize(options);
  const selection = parseSelect(options.get('$select'), false);
  const expansion = parseExpand(options.get('$expand'));
  if (expansion?.hasLevels) throw badRequest('$levels can be used on a single user only.');
  const conditions = readConditions(request, options, isAdvanced);
  const order = options.get('$orderby');
  const keys =
    order === undefined ? [] : parseOrder(order, { isAdvanced, hasFilter: options.has('$filter') });
  checkNamed(request.caller, [...selection.named, ...conditions.names, ...keys.map((key) => key.property)]);

  const { call, now } = request;
  const start = startOfPage(call.path, options, now);
  const sorted = keys.length > 0 ? everyone(source, conditions.matches).sort(comparePeople(keys)) : undefined;
  const page = sorted
    ? scan({ size: sorted.length, at: (index) => sorted[index] }, () => true, {
        start,
        size,
        scanLimit: Infinity,
      })
    : scan(source, conditions.matches, {
        start,
        size,
        scanLimit: options.has('$filter') && !isAdvanced ? plainScanLimit : Infinity,
      });

  const shown = [selection.context, expansion ? 'manager()' : ''].filter((part) => part !== '').join(',');
  const units = 2 + (expansion ? 1 : 0) - (options.has('$select') ? 1 : 0) - (size < 20 ? 1 : 0);
  return {
    status: 200,
    resourceUnits: Math.max(1, units),
    json: {
      '@odata.context': contextUrl(request, shown === '' ? shape.context : `${shape.context}(${shown})`),
      ...(isCounted && start === 0 ? { '@odata.count': countPeople(source, conditions) } : {}),
      ...(page.next === undefined
        ? {}
        : { '@odata.nextLink': nextLink(call.origin, call.path, options, page.next, now) }),
      value: page.people.map((person) =>
        showWithManagers(request, person, { selection, expansion, isTyped: shape.isTyped }),
      ),
    },
  };
}

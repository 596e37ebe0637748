import { objectFilter } from '../odata/object-filter.js';
import { nextLink, pageSize, startOfPage } from '../odata/paging.js';
import { readOptions, wantsCount, type QueryOptions } from '../odata/query-options.js';
import type { Person } from '../tenant/person.js';
import { canRead, showObject, type DirectoryObject, type ObjectType } from './directory-object.js';
import { spelled, vocabularyOf, type Vocabulary } from './object-properties.js';
import { badRequest, unsupportedQuery } from './problem.js';
import { contextUrl, isEventual, type GraphReply, type ReadRequest } from './request.js';
import { showPerson } from './show-person.js';
import { defaultProperties, isUserProperty } from './user-properties.js';

/** A directory object in a collection that may be mixed. */
export type Item = DirectoryObject & { readonly person?: Person };

/** What is in a collection of directory objects. */
export interface ObjectCollection {
  readonly items: readonly Item[];
  /** The types that can occur. */
  readonly types: readonly (ObjectType | 'user')[];
  /** Name of the collection in the context URL; only items of `directoryObjects` carry their type. */
  readonly context: string;
  /** Whether `$filter` works without an advanced query, as in collections at the root. */
  readonly isPlainlyFiltered?: boolean;
  /** Whether the path narrows it down to one type, which goes with other options in an advanced query only. */
  readonly isCast?: boolean;
}

/** A person as one of many kinds of objects. */
export function personItem(person: Person): Item {
  return { type: 'user', id: person.id, properties: { ...person }, person };
}

/** @returns One object in JSON, as Graph shows it to the caller. */
export function showItem(
  request: ReadRequest,
  item: Item,
  names: readonly string[] | undefined,
): Record<string, unknown> {
  if (!item.person || !canRead(request.caller, 'user')) return showObject(request.caller, item, names);
  const wanted = (names ?? defaultProperties).filter(isUserProperty);
  const selection = { names: wanted, context: '', named: [] };
  return showPerson(request, item.person, { selection, isTyped: true });
}

/**
 * Parses `$select` on directory objects.
 *
 * @returns Properly spelled names; undefined without the option.
 * @throws GraphProblem 400 for what no object of the collection has.
 */
export function selectedNames(
  options: QueryOptions,
  { names, typeName }: Vocabulary,
): readonly string[] | undefined {
  const text = options.get('$select');
  if (text === undefined || text.trim() === '') return undefined;
  return text.split(',').map((part) => {
    const name = spelled(names, part.trim());
    if (name !== undefined) return name;
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${part.trim()}' on type 'microsoft.graph.${typeName}'.`,
    );
  });
}

function missingParameters(what: string): Error {
  return unsupportedQuery(
    `${what} is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  );
}

function checkAdvanced(options: QueryOptions, collection: ObjectCollection, isAdvanced: boolean): void {
  if (isAdvanced) return;
  if (options.has('$orderby')) throw unsupportedQuery('Sorting not supported for current query.');
  if (options.has('$filter') && !collection.isPlainlyFiltered) throw missingParameters("Option '$filter'");
  const others = [...options.keys()].filter((name) => name !== '$skiptoken' && name !== '$count');
  if (collection.isCast && others.length > 0) throw missingParameters('OData cast with other options');
}

function sorted(items: readonly Item[], order: string | undefined, vocabulary: Vocabulary): readonly Item[] {
  if (order === undefined) return items;
  const [, given = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(order) ?? [];
  const name = spelled(Object.keys(vocabulary.filterable), given);
  if (name === undefined) throw unsupportedQuery('Sorting not supported for current query.');
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  const text = ({ properties }: Item) => {
    const value = properties[name];
    return typeof value === 'string' || typeof value === 'boolean' ? String(value).toLowerCase() : '';
  };
  return items.toSorted((a, b) => (text(a) === text(b) ? 0 : text(a) < text(b) ? -sign : sign));
}

function matching(
  options: QueryOptions,
  items: readonly Item[],
  isAdvanced: boolean,
  vocabulary: Vocabulary,
): readonly Item[] {
  const text = options.get('$filter');
  if (text === undefined) return items;
  const matches = objectFilter(text, isAdvanced, vocabulary);
  return items.filter(({ properties }) => matches(properties));
}

/**
 * One page of directory objects (Graph: list memberOf, list ownedDevices and others of the kind).
 *
 * @param collection What is in it.
 * @throws GraphProblem 400 for whatever Graph would refuse.
 */
export function answerObjects(request: ReadRequest, collection: ObjectCollection): GraphReply {
  const { call, now } = request;
  const options = readOptions(call.query, [
    ...['$count', '$filter', '$orderby', '$select', '$skiptoken', '$top'],
  ]);
  const vocabulary = vocabularyOf(collection.types);
  const isAdvanced = wantsCount(options) && isEventual(request);
  const size = pageSize(options);
  const names = selectedNames(options, vocabulary);
  checkAdvanced(options, collection, isAdvanced);
  const found = matching(options, collection.items, isAdvanced, vocabulary);
  const items = sorted(found, options.get('$orderby'), vocabulary);
  const start = startOfPage(call.path, options, now);
  const end = start + size;
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(
        request,
        names ? `${collection.context}(${names.join(',')})` : collection.context,
      ),
      ...(isAdvanced && start === 0 ? { '@odata.count': items.length } : {}),
      ...(end < items.length
        ? { '@odata.nextLink': nextLink(call.origin, call.path, options, end, now) }
        : {}),
      value: items.slice(start, end).map((item) => {
        const { '@odata.type': type, ...shown } = showItem(request, item, names);
        return collection.context === 'directoryObjects' ? { '@odata.type': type, ...shown } : shown;
      }),
    },
  };
}

/**
 * How many directory objects a collection has, as text (Graph: `…/$count`).
 *
 * @throws GraphProblem 400 without `ConsistencyLevel: eventual`.
 */
export function countObjects(request: ReadRequest, collection: ObjectCollection): GraphReply {
  const options = readOptions(request.call.query, ['$filter']);
  if (!isEventual(request)) throw missingParameters("Option '$count'");
  const items = matching(options, collection.items, true, vocabularyOf(collection.types));
  return { status: 200, resourceUnits: 1, text: String(items.length) };
}

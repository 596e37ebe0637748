import { badRequest, unsupportedQuery } from '../graph/problem.js';
import { spelled, type Vocabulary } from '../graph/object-properties.js';
import { matchesWith } from './filter-match.js';
import { parseFilter } from './filter-parser.js';
import { requireAdvanced } from './filter-rules.js';
import type { Filter, PropertyPath } from './filter.js';

type Properties = Readonly<Record<string, unknown>>;

function unsupported(name: string, { typeName }: Vocabulary): Error {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${name}' of resource '${typeName}'.`,
  );
}

function propertyOf(path: PropertyPath, vocabulary: Vocabulary) {
  const given = path.join('/');
  const name = spelled(vocabulary.names, given);
  if (name === undefined) {
    throw badRequest(
      `Invalid filter clause: Could not find a property named '${given}' on type 'microsoft.graph.${vocabulary.typeName}'.`,
    );
  }
  const property = vocabulary.filterable[name];
  if (!property) throw unsupported(name, vocabulary);
  return { name, property };
}

function check(filter: Filter, isAdvanced: boolean, vocabulary: Vocabulary): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    check(filter.left, isAdvanced, vocabulary);
    check(filter.right, isAdvanced, vocabulary);
    return;
  }
  if (filter.kind === 'not') {
    requireAdvanced('not', isAdvanced);
    check(filter.operand, isAdvanced, vocabulary);
    return;
  }
  const { name, property } = propertyOf(filter.path, vocabulary);
  if (filter.kind === 'any' || filter.kind === 'count') throw unsupported(name, vocabulary);
  const operator = filter.kind === 'compare' ? filter.operator : filter.kind === 'in' ? 'in' : filter.match;
  if (operator === 'contains' || !property.operators.includes(operator)) throw unsupported(name, vocabulary);
  if (operator === 'ne' || operator === 'endsWith') requireAdvanced(operator, isAdvanced);
}

/**
 * Parses and checks a `$filter` on directory objects other than users.
 *
 * @param text The decoded option.
 * @param isAdvanced Whether the request is an advanced query.
 * @param vocabulary What the collection knows.
 * @returns Whether an object meets it.
 * @throws GraphProblem 400.
 */
export function objectFilter(
  text: string,
  isAdvanced: boolean,
  vocabulary: Vocabulary,
): (properties: Properties) => boolean {
  const filter = parseFilter(text);
  check(filter, isAdvanced, vocabulary);
  return (properties) =>
    matchesWith(filter, (path) => {
      const { name, property } = propertyOf(path, vocabulary);
      return { value: properties[name], isTime: property.type === 'DateTimeOffset' };
    });
}

import { isUserProperty, properName, userProperties } from '../graph/user-properties.js';
import type { Person } from '../tenant/person.js';
import type { Comparison, Filter, PropertyPath } from './filter.js';
import type { Literal } from './lexer.js';

type Scalar = string | number | boolean | null;

function scalar(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function propertyOf(person: Person, path: PropertyPath): { value: unknown; isTime: boolean } {
  const name = properName(path[0] ?? '');
  if (name === undefined || !isUserProperty(name)) return { value: undefined, isTime: false };
  const whole: unknown = person[name];
  const nested = path[1];
  const { type } = userProperties[name];
  return {
    value: nested === undefined ? whole : field(whole, nested),
    isTime: type === 'DateTimeOffset' || type === 'Complex',
  };
}

/** Text is compared without regard to case, as the directory does; times as instants. */
function comparable(value: Scalar, isTime: boolean): Scalar {
  if (typeof value !== 'string') return value;
  return isTime ? Date.parse(value) : value.toLowerCase();
}

function compare(left: Scalar, operator: Comparison, right: Scalar): boolean {
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  if (operator === 'ge') return left >= right;
  if (operator === 'le') return left <= right;
  return operator === 'gt' ? left > right : left < right;
}

function affixMatches(value: unknown, match: string, affix: string): boolean {
  if (typeof value !== 'string') return false;
  const [text, wanted] = [value.toLowerCase(), affix.toLowerCase()];
  return match === 'startsWith' ? text.startsWith(wanted) : text.endsWith(wanted);
}

function equals(value: unknown, literal: Literal, isTime: boolean): boolean {
  return compare(comparable(scalar(value), isTime), 'eq', comparable(literal.value, isTime));
}

function itemMatches(item: unknown, condition: Filter): boolean {
  if (condition.kind === 'and')
    return itemMatches(item, condition.left) && itemMatches(item, condition.right);
  if (condition.kind === 'or') return itemMatches(item, condition.left) || itemMatches(item, condition.right);
  if (condition.kind !== 'compare' && condition.kind !== 'match') return false;
  const name = condition.path[1];
  const value = name === undefined ? item : field(item, name);
  return condition.kind === 'compare'
    ? equals(value, condition.value, false)
    : affixMatches(value, condition.match, condition.value);
}

/**
 * Whether a person meets a filter that `checkFilter` let pass.
 *
 * @param filter What was parsed.
 * @param person Whom to judge.
 */
export function matchesFilter(filter: Filter, person: Person): boolean {
  return matchesWith(filter, (path) => propertyOf(person, path));
}

/**
 * Whether something meets a filter.
 *
 * @param filter What was parsed and checked.
 * @param look Gives the value of a property, and whether it is a time.
 */
export function matchesWith(
  filter: Filter,
  look: (path: PropertyPath) => { value: unknown; isTime: boolean },
): boolean {
  if (filter.kind === 'and') return matchesWith(filter.left, look) && matchesWith(filter.right, look);
  if (filter.kind === 'or') return matchesWith(filter.left, look) || matchesWith(filter.right, look);
  if (filter.kind === 'not') return !matchesWith(filter.operand, look);
  const { value, isTime } = look(filter.path);
  switch (filter.kind) {
    case 'compare':
      return compare(
        comparable(scalar(value), isTime),
        filter.operator,
        comparable(filter.value.value, isTime),
      );
    case 'in':
      return filter.values.some((literal) => equals(value, literal, isTime));
    case 'match':
      return affixMatches(value, filter.match, filter.value);
    case 'any':
      return Array.isArray(value) && value.some((item) => itemMatches(item, filter.condition));
    case 'count':
      return Array.isArray(value) && (value.length === 0) === (filter.operator === 'eq');
  }
}

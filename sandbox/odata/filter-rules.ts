import { badRequest, unsupportedQuery } from '../graph/problem.js';
import {
  isUserProperty,
  properName,
  userProperties,
  type Operator,
  type PropertyType,
  type UserProperty,
  type UserPropertyName,
} from '../graph/user-properties.js';
import type { Filter, PropertyPath } from './filter.js';
import type { Literal } from './lexer.js';

/** What an advanced query may do and a plain one may not (Graph: advanced query capabilities). */
const advancedNames: Partial<Record<Operator, string>> = {
  ne: 'NotEqualsMatch',
  not: 'Not',
  endsWith: 'endsWith',
  startsWith: 'startsWith',
};

const objectFields: Partial<Record<UserPropertyName, readonly string[]>> = {
  assignedLicenses: ['skuId'],
  identities: ['issuer', 'issuerAssignedId'],
};

const literalTypes: Record<PropertyType, readonly Literal['type'][]> = {
  String: ['String', 'Guid', 'Null'],
  Boolean: ['Boolean', 'Null'],
  DateTimeOffset: ['DateTimeOffset', 'Null'],
  Collection: ['String', 'Guid'],
  Complex: ['DateTimeOffset', 'Null'],
};

function unsupportedClause(name: string): Error {
  return unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`,
  );
}

/**
 * @throws GraphProblem 400 for an operator that only an advanced query may use, in any other.
 */
export function requireAdvanced(operator: Operator, isAdvanced: boolean): void {
  if (isAdvanced) return;
  throw unsupportedQuery(
    `Operator '${advancedNames[operator] ?? operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  );
}

/** The property a path starts with; throws where a user has none of that name, or where it cannot be filtered. */
function propertyOf(path: PropertyPath): { name: UserPropertyName; property: UserProperty } {
  const given = path[0] ?? '';
  const name = properName(given);
  if (name === undefined) {
    throw badRequest(
      `Invalid filter clause: Could not find a property named '${given}' on type 'microsoft.graph.user'.`,
    );
  }
  if (!isUserProperty(name) || userProperties[name].operators.length === 0) throw unsupportedClause(name);
  return { name, property: userProperties[name] };
}

function checkLiteral(name: string, type: PropertyType, literal: Literal): void {
  if (literalTypes[type].includes(literal.type)) return;
  if (literal.type === 'Guid' || literal.type === 'Null') throw unsupportedClause(name);
  throw badRequest(
    `Invalid filter clause: A binary operator with incompatible types was detected. Found operand types 'Edm.${type}' and 'Edm.${literal.type}' for operator kind 'Equal'.`,
  );
}

/** Walks one condition on a single value. */
function checkValue(
  filter: Extract<Filter, { kind: 'compare' | 'in' | 'match' }>,
  isAdvanced: boolean,
): UserPropertyName {
  const { name, property } = propertyOf(filter.path);
  const operator = filter.kind === 'compare' ? filter.operator : filter.kind === 'in' ? 'in' : filter.match;
  const fits = property.type === 'Complex' ? filter.path.length === 2 : filter.path.length === 1;
  if (operator === 'contains' || property.type === 'Collection' || !fits) throw unsupportedClause(name);
  if (!property.operators.includes(operator)) throw unsupportedClause(name);
  const needsAdvanced = operator === 'ne' || operator === 'endsWith';
  if (needsAdvanced || property.advancedOperators?.includes(operator)) requireAdvanced(operator, isAdvanced);
  const literals = filter.kind === 'compare' ? [filter.value] : filter.kind === 'in' ? filter.values : [];
  for (const literal of literals) checkLiteral(name, property.type, literal);
  return name;
}

/** Every condition inside `any` must be about the lambda's own variable. */
function checkItems(name: UserPropertyName, variable: string, condition: Filter): void {
  if (condition.kind === 'and' || condition.kind === 'or') {
    checkItems(name, variable, condition.left);
    checkItems(name, variable, condition.right);
    return;
  }
  if (condition.kind !== 'compare' && condition.kind !== 'match') throw unsupportedClause(name);
  const [root, field] = condition.path;
  const operator = condition.kind === 'compare' ? condition.operator : condition.match;
  const fields = objectFields[name];
  const pathFits = fields
    ? field !== undefined && fields.includes(field) && condition.path.length === 2
    : field === undefined;
  const isAllowed = operator !== 'contains' && userProperties[name].operators.includes(operator);
  if (root !== variable || !pathFits || !isAllowed) throw unsupportedClause(name);
  if (condition.kind === 'compare') checkLiteral(name, 'Collection', condition.value);
}

function fieldsIn(condition: Filter): string[] {
  if (condition.kind === 'and') return [...fieldsIn(condition.left), ...fieldsIn(condition.right)];
  return condition.kind === 'compare' ? [condition.path[1] ?? ''] : [];
}

function checkLambda(filter: Extract<Filter, { kind: 'any' }>): UserPropertyName {
  const { name, property } = propertyOf(filter.path);
  if (property.type !== 'Collection' || filter.path.length !== 1) throw unsupportedClause(name);
  checkItems(name, filter.variable, filter.condition);
  // Graph: filtering on identities takes the issuer and the assigned ID together.
  const isPaired = fieldsIn(filter.condition).toSorted().join() === 'issuer,issuerAssignedId';
  if (name === 'identities' && !isPaired) throw unsupportedClause(name);
  return name;
}

/**
 * Checks that Graph would evaluate a filter rather than refuse it: known properties, documented operators, and those
 * of advanced queries only in one.
 *
 * @param filter What was parsed.
 * @param isAdvanced Whether the request is an advanced query.
 * @returns The properties the filter looks at.
 * @throws GraphProblem 400 with the text Graph gives.
 */
export function checkFilter(filter: Filter, isAdvanced: boolean): UserPropertyName[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...checkFilter(filter.left, isAdvanced), ...checkFilter(filter.right, isAdvanced)];
    case 'not': {
      const names = checkFilter(filter.operand, isAdvanced);
      for (const name of names)
        if (!userProperties[name].operators.includes('not')) throw unsupportedClause(name);
      requireAdvanced('not', isAdvanced);
      return names;
    }
    case 'any':
      return [checkLambda(filter)];
    case 'count': {
      const { name, property } = propertyOf(filter.path);
      if (
        property.type !== 'Collection' ||
        !['eq', 'ne'].includes(filter.operator) ||
        filter.value.value !== 0
      ) {
        throw unsupportedClause(name);
      }
      requireAdvanced(filter.operator === 'ne' ? 'ne' : 'eq', isAdvanced);
      return [name];
    }
    default:
      return [checkValue(filter, isAdvanced)];
  }
}

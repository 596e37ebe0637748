import type { Message } from '../../teams/chat.js';
import type { Filter } from '../../odata/filter.js';
import { parseFilter } from '../../odata/filter-parser.js';
import type { QueryOptions } from '../../odata/query-options.js';
import { badChatRequest } from './chat-problem.js';

const sortable = ['lastModifiedDateTime', 'createdDateTime'] as const;

/** A time that messages are sorted by. */
type SortProperty = (typeof sortable)[number];

/** Graph: list messages in a chat, supported query parameters. */
const operators: Record<SortProperty, readonly string[]> = {
  lastModifiedDateTime: ['gt', 'lt'],
  createdDateTime: ['lt'],
};

/** What a query asks of messages. */
export interface MessageQuery {
  /** Newest first by this one. */
  readonly property: SortProperty;
  readonly matches: (message: Message) => boolean;
}

function properName(text: string): SortProperty | undefined {
  return sortable.find((name) => name.toLowerCase() === text.toLowerCase());
}

function readOrder(text: string): SortProperty {
  const [, given = '', direction = 'asc'] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? [];
  const property = properName(given);
  if (!property) throw badChatRequest(`QueryOptions to order by '${given || text}' is not supported.`);
  if (direction.toLowerCase() !== 'desc') {
    throw badChatRequest(`QueryOptions to order by '${property}' in 'Ascending' direction is not supported.`);
  }
  return property;
}

type Condition = Extract<Filter, { kind: 'compare' }>;

/** The comparisons a filter joins by `and`; undefined where it is anything else. */
function conditionsOf(filter: Filter): Condition[] | undefined {
  if (filter.kind === 'compare') return [filter];
  if (filter.kind !== 'and') return undefined;
  const [left, right] = [conditionsOf(filter.left), conditionsOf(filter.right)];
  return left && right && [...left, ...right];
}

function matcherOf(condition: Condition, property: SortProperty): (message: Message) => boolean {
  const { operator, value } = condition;
  if (!operators[property].includes(operator)) {
    throw badChatRequest(
      `The query specified in the URI is not valid. The operator '${operator}' is not supported for '${property}'.`,
    );
  }
  const bound = value.type === 'DateTimeOffset' ? Date.parse(value.value) : Number.NaN;
  if (Number.isNaN(bound)) {
    throw badChatRequest(`The query specified in the URI is not valid. '${property}' is a date and time.`);
  }
  return operator === 'gt'
    ? (message) => Date.parse(message[property]) > bound
    : (message) => Date.parse(message[property]) < bound;
}

/**
 * Reads `$orderby` and `$filter`. A filter counts only where every condition is on the property that `$orderby` names;
 * else it is ignored without a word (Graph: list messages in a chat).
 *
 * @throws GraphProblem 400 for an order or an operator that is not supported.
 */
export function readMessageQuery(options: QueryOptions): MessageQuery {
  const order = options.get('$orderby');
  const property = order === undefined ? 'lastModifiedDateTime' : readOrder(order);
  const text = options.get('$filter');
  const conditions = (text === undefined ? undefined : conditionsOf(parseFilter(text))) ?? [];
  const isHeeded =
    order !== undefined &&
    conditions.every(({ path }) => path.length === 1 && properName(path[0] ?? '') === property);
  const matchers = isHeeded ? conditions.map((condition) => matcherOf(condition, property)) : [];
  return { property, matches: (message) => matchers.every((matches) => matches(message)) };
}

import { badRequest, GraphProblem } from '../graph/problem.js';

/** Options of a request by lower-case name, such as `$select`. */
export type QueryOptions = ReadonlyMap<string, string>;

const known: ReadonlySet<string> = new Set([
  '$count',
  '$deltatoken',
  '$expand',
  '$filter',
  '$orderby',
  '$search',
  '$select',
  '$skiptoken',
  '$top',
]);

/**
 * Reads the OData options of a query string; a plus sign is a space, and options without `$` are ignored.
 *
 * @param query The encoded query.
 * @param allowed The options that fit the resource.
 * @throws GraphProblem 400 for `$skip`, an unknown option, one that does not fit, or one given twice.
 */
export function readOptions(query: string, allowed: readonly string[]): QueryOptions {
  const options = new Map<string, string>();
  for (const [given, value] of new URLSearchParams(query)) {
    const name = given.toLowerCase();
    if (!name.startsWith('$')) continue;
    if (name === '$skip') {
      throw new GraphProblem(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
    }
    if (!known.has(name)) throw badRequest(`The query parameter '${given}' is not supported.`);
    if (!allowed.includes(name)) {
      throw badRequest(
        `The query specified in the URI is not valid. Query option '${given}' cannot be applied to the requested resource.`,
      );
    }
    if (options.has(name)) {
      throw badRequest(
        `Query option '${given}' was specified more than once, but it must be specified at most once.`,
      );
    }
    options.set(name, value);
  }
  return options;
}

/** @returns `$count` as true or false. @throws GraphProblem 400 for anything else. */
export function wantsCount(options: QueryOptions): boolean {
  const text = options.get('$count');
  if (text === undefined || text.toLowerCase() === 'false') return false;
  if (text.toLowerCase() === 'true') return true;
  throw badRequest(
    `Invalid value '${text}' for $count query option found. Valid values are 'true' or 'false'.`,
  );
}

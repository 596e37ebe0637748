import { openDeltaToken, type DeltaToken } from '../odata/delta-token.js';
import { parseFilter } from '../odata/filter-parser.js';
import type { Filter } from '../odata/filter.js';
import { readOptions, type QueryOptions } from '../odata/query-options.js';
import { parseSelect } from '../odata/select.js';
import { lastNumber } from '../tenant/history.js';
import { badRequest, GraphProblem, unsupportedQuery } from './problem.js';
import type { ReadRequest } from './request.js';
import { checkNamed } from './visibility.js';

/** Graph: delta query, token duration for directory objects. */
const tokenLifetime = 7 * 24 * 60 * 60 * 1000;

/** The object IDs that `id eq '…' or id eq '…'` names. */
function idsOf(filter: Filter): string[] {
  if (filter.kind === 'or') return [...idsOf(filter.left), ...idsOf(filter.right)];
  const isId = filter.kind === 'compare' && filter.operator === 'eq' && filter.path.join('/') === 'id';
  const id = isId ? filter.value.value : undefined;
  if (typeof id !== 'string') {
    throw unsupportedQuery('The only filter that a delta query supports is on the ID of objects.');
  }
  return [id.toLowerCase()];
}

function selectOf(request: ReadRequest, options: QueryOptions): readonly string[] | undefined {
  const text = options.get('$select');
  if (text === undefined || text.trim() === '') return undefined;
  const parts = text.split(',').map((part) => part.trim());
  const plain = parts.filter((part) => part.toLowerCase() !== 'manager');
  const { names, named } = parseSelect(plain.join(','), false);
  checkNamed(request.caller, named);
  const selected = plain.length === 0 ? [] : names;
  return parts.length > plain.length ? [...selected, 'manager'] : selected;
}

/** The 410 that sends the caller back to the start. */
function mustRestart({ call }: ReadRequest): GraphProblem {
  return new GraphProblem(
    410,
    'syncStateNotFound',
    'The sync state generation is not found; continuous synchronization is no longer possible.',
    { headers: { location: `${call.origin}/v1.0/users/delta?$deltatoken=` } },
  );
}

function continued(request: ReadRequest, name: '$deltatoken' | '$skiptoken', text: string): DeltaToken {
  const { now, tenant } = request;
  const token = openDeltaToken(text);
  if (!token) throw badRequest('Badly formed token.');
  const newest = lastNumber(tenant.history);
  // A tenant that was reset has not seen what the token has.
  if (now - token.issuedAt > tokenLifetime || token.until > newest) throw mustRestart(request);
  if (name === '$skiptoken') return token;
  return { ...token, round: 'changes', since: token.until, until: newest, position: 0 };
}

/**
 * Reads a delta query: its options in the first call, and later what its tokens carry.
 *
 * @returns Where to go on, and whether the caller only wants to know what happens from now on.
 * @throws GraphProblem 400 for options that do not fit, 410 for a token that is too old.
 */
export function readDelta(request: ReadRequest): { at: DeltaToken; isLatest: boolean } {
  const options = readOptions(request.call.query, ['$deltatoken', '$filter', '$select', '$skiptoken']);
  const deltaToken = options.get('$deltatoken') ?? '';
  const skipToken = options.get('$skiptoken');
  const isLatest = deltaToken.toLowerCase() === 'latest';
  if (skipToken !== undefined) return { at: continued(request, '$skiptoken', skipToken), isLatest: false };
  if (deltaToken !== '' && !isLatest) {
    return { at: continued(request, '$deltatoken', deltaToken), isLatest: false };
  }
  const select = selectOf(request, options);
  const filter = options.get('$filter');
  const newest = lastNumber(request.tenant.history);
  const at: DeltaToken = {
    round: 'initial',
    since: newest,
    until: newest,
    position: 0,
    ...(select ? { select } : {}),
    ...(filter === undefined ? {} : { ids: idsOf(parseFilter(filter)) }),
    issuedAt: request.now,
  };
  return { at, isLatest };
}

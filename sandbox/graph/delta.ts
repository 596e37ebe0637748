import { sealDeltaToken, type DeltaToken } from '../odata/delta-token.js';
import { changedItem, initialItem } from './delta-items.js';
import { readDelta } from './delta-request.js';
import type { RoutePermissions } from './permission.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import type { Route } from './route.js';
import { profileReaders } from './visibility.js';

/** The server chooses the size of a page here; a small one makes sure that clients see more than one. */
const pageSize = 20;

const permissions: RoutePermissions = {
  application: profileReaders,
  delegated: profileReaders,
  isClosedToGuests: true,
};

type Json = Record<string, unknown>;

interface Page {
  readonly items: readonly Json[];
  readonly isLast: boolean;
}

/** A window on everybody. It may well be empty and not the last: most are where only some people are watched. */
function initialPage(request: ReadRequest, at: DeltaToken): Page {
  const { tenant } = request;
  const end = Math.min(at.position + pageSize, tenant.size);
  const items = Array.from({ length: Math.max(0, end - at.position) }, (_, offset) =>
    tenant.occupantOf(at.position + offset),
  ).map((occupant) => {
    const isWatched = occupant && (at.ids?.includes(occupant.person.id) ?? true);
    return isWatched ? initialItem(request, occupant, at) : undefined;
  });
  return { items: items.filter((item) => item !== undefined), isLast: end >= tenant.size };
}

/** A window on those to whom something happened. */
function changesPage(request: ReadRequest, at: DeltaToken): Page {
  const { call, tenant } = request;
  const isMinimal = /\breturn=minimal\b/i.test(call.headers['prefer'] ?? '');
  const entries = tenant.history.filter(
    ({ number, id }) => number > at.since && number <= at.until && (at.ids?.includes(id) ?? true),
  );
  const ids = [...new Set(entries.map(({ id }) => id))];
  const end = at.position + pageSize;
  const items = ids.slice(at.position, end).map((id) => {
    const occupant = tenant.everFind(id);
    const own = entries.filter((entry) => entry.id === id);
    return occupant && changedItem(request, occupant, own, at, isMinimal);
  });
  return { items: items.filter((item) => item !== undefined), isLast: end >= ids.length };
}

function link(request: ReadRequest, name: '$deltatoken' | '$skiptoken', token: DeltaToken): string {
  const { call, now } = request;
  return `${call.origin}${call.path}?${name}=${sealDeltaToken({ ...token, issuedAt: now })}`;
}

/** Graph: user: delta, `GET /users/delta`: who is there, and from then on what happened to whom. */
function listChanges(request: ReadRequest): GraphReply {
  const { at, isLatest } = readDelta(request);
  const page = isLatest
    ? { items: [], isLast: true }
    : at.round === 'initial'
      ? initialPage(request, at)
      : changesPage(request, at);
  const further = page.isLast
    ? { '@odata.deltaLink': link(request, '$deltatoken', { ...at, position: 0 }) }
    : { '@odata.nextLink': link(request, '$skiptoken', { ...at, position: at.position + pageSize }) };
  const context = at.select ? `users(${at.select.join(',')})` : 'users';
  return {
    status: 200,
    resourceUnits: 1,
    json: { '@odata.context': contextUrl(request, context), ...further, value: page.items },
  };
}

/** The three ways to write the function. */
export const deltaRoutes: readonly Route[] = ['delta', 'delta()', 'microsoft.graph.delta()'].map((name) => ({
  method: 'GET',
  path: ['users', name],
  permissions,
  read: listChanges,
}));

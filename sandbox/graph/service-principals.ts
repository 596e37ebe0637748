import { parseFilter } from '../odata/filter-parser.js';
import type { Filter } from '../odata/filter.js';
import { pageSize } from '../odata/paging.js';
import { readOptions } from '../odata/query-options.js';
import { servicePrincipalObjects } from '../tenant/service-principals.js';
import type { Tenant } from '../tenant/tenant.js';
import { addPassword, passwordWriters, removePassword } from './app-passwords.js';
import type { RoutePermissions } from './permission.js';
import { badRequest, unsupportedQuery } from './problem.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import type { Route } from './route.js';
import { findServicePrincipal } from './service-principal-key.js';

type Shown = Readonly<Record<string, unknown>>;

/** A service principal with its secrets, of which only hints are shown. */
function show(principal: (typeof servicePrincipalObjects)[number], tenant: Tenant): Shown {
  const passwordCredentials = Object.values(tenant.appPasswords)
    .filter(({ principalId }) => principalId === principal.id)
    .map(({ displayName, startDateTime, endDateTime, keyId, hint }) => ({
      customKeyIdentifier: null,
      displayName,
      startDateTime,
      endDateTime,
      keyId,
      secretText: null,
      hint,
    }));
  return { ...principal, keyCredentials: [], passwordCredentials };
}

const filterable = ['appId', 'displayName', 'id', 'servicePrincipalType'];

/** `eq` and `startswith` on what can be looked up; everything else is refused rather than ignored. */
function matches(filter: Filter, principal: Shown): boolean {
  if (filter.kind !== 'compare' && filter.kind !== 'match') {
    throw unsupportedQuery('Unsupported Query.');
  }
  const name = filter.path[0] ?? '';
  if (!filterable.includes(name) || filter.path.length > 1) {
    throw unsupportedQuery(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource 'ServicePrincipal'.`,
    );
  }
  const value = String(principal[name]).toLowerCase();
  if (filter.kind === 'match' && filter.match === 'startsWith') {
    return value.startsWith(filter.value.toLowerCase());
  }
  if (filter.kind === 'compare' && filter.operator === 'eq') {
    return value === String(filter.value.value).toLowerCase();
  }
  throw unsupportedQuery('Unsupported Query.');
}

/** The names in a `$select`; undefined for everything. */
function readSelect(text: string | undefined, known: readonly string[]): readonly string[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return text.split(',').map((part) => {
    const name = known.find((candidate) => candidate.toLowerCase() === part.trim().toLowerCase());
    if (name === undefined) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${part.trim()}' on type 'microsoft.graph.servicePrincipal'.`,
      );
    }
    return name;
  });
}

function project(principal: Shown, names: readonly string[] | undefined): Shown {
  return names ? Object.fromEntries(names.map((name) => [name, principal[name]])) : principal;
}

function contextOf(names: readonly string[] | undefined): string {
  return `servicePrincipals${names ? `(${names.join(',')})` : ''}`;
}

/** Graph: list servicePrincipals. There are few enough for one page, unless `$top` asks for less. */
function listServicePrincipals(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$count', '$filter', '$select', '$top']);
  const all = servicePrincipalObjects.map((principal) => show(principal, request.tenant));
  const names = readSelect(options.get('$select'), Object.keys(all[0] ?? {}));
  const text = options.get('$filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const found = filter ? all.filter((principal) => matches(filter, principal)) : all;
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, contextOf(names)),
      value: found.slice(0, pageSize(options)).map((principal) => project(principal, names)),
    },
  };
}

/** Graph: get servicePrincipal, by object ID or by `appId='…'`. */
function getServicePrincipal(request: ReadRequest): GraphReply {
  const options = readOptions(request.call.query, ['$select']);
  const principal = show(findServicePrincipal(request.key), request.tenant);
  const names = readSelect(options.get('$select'), Object.keys(principal));
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, `${contextOf(names)}/$entity`),
      ...project(principal, names),
    },
  };
}

const readers: RoutePermissions = {
  application: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'],
  delegated: ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All'],
  isClosedToGuests: true,
};

/** Service principals and their secrets. */
export const servicePrincipalRoutes: readonly Route[] = [
  { method: 'GET', path: ['servicePrincipals'], permissions: readers, read: listServicePrincipals },
  { method: 'GET', path: ['servicePrincipals', '{id}'], permissions: readers, read: getServicePrincipal },
  {
    method: 'POST',
    path: ['servicePrincipals', '{id}', 'addPassword'],
    permissions: passwordWriters,
    write: addPassword,
  },
  {
    method: 'POST',
    path: ['servicePrincipals', '{id}', 'removePassword'],
    permissions: passwordWriters,
    write: removePassword,
  },
];

import { readOptions } from '../odata/query-options.js';
import { domain } from '../tenant/identity.js';
import type { TenantSwitches } from '../tenant/switches.js';
import type { RoutePermissions } from './permission.js';
import { badRequest, notFound } from './problem.js';
import { contextUrl, type GraphReply, type ReadRequest } from './request.js';
import type { Route } from './route.js';

type Domain = Readonly<Record<string, unknown>>;

/** The tenant's domain (Graph: domain resource type). */
function domainOf({ isDomainFederated }: TenantSwitches): Domain {
  return {
    authenticationType: isDomainFederated ? 'Federated' : 'Managed',
    availabilityStatus: null,
    id: domain,
    isAdminManaged: true,
    isDefault: true,
    isInitial: true,
    isRoot: true,
    isVerified: true,
    passwordNotificationWindowInDays: 14,
    passwordValidityPeriodInDays: 2147483647,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  };
}

/** The properties named in `$select`, in Graph's spelling; all of them without it. */
function selected(known: Domain, select: string | undefined): Domain {
  if (select === undefined || select.trim() === '') return known;
  const names = select.split(',').map((part) => {
    const name = Object.keys(known).find(
      (candidate) => candidate.toLowerCase() === part.trim().toLowerCase(),
    );
    if (name !== undefined) return name;
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${part.trim()}' on type 'microsoft.graph.domain'.`,
    );
  });
  return Object.fromEntries(names.map((name) => [name, known[name]]));
}

function getDomain(request: ReadRequest): GraphReply {
  const select = readOptions(request.call.query, ['$select']).get('$select');
  const shown = selected(domainOf(request.switches), select);
  if (request.key.toLowerCase() !== domain) throw notFound(request.key);
  return {
    status: 200,
    resourceUnits: 1,
    json: { '@odata.context': contextUrl(request, 'domains/$entity'), ...shown },
  };
}

function listDomains(request: ReadRequest): GraphReply {
  const select = readOptions(request.call.query, ['$select', '$top']).get('$select');
  return {
    status: 200,
    resourceUnits: 1,
    json: {
      '@odata.context': contextUrl(request, 'domains'),
      value: [selected(domainOf(request.switches), select)],
    },
  };
}

const readers = ['Domain.Read.All', 'Domain.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

const permissions: RoutePermissions = { application: readers, delegated: readers, isClosedToGuests: true };

/** Graph: list domains; get domain. */
export const domainRoutes: readonly Route[] = [
  { method: 'GET', path: ['domains'], permissions, read: listDomains },
  { method: 'GET', path: ['domains', '{id}'], permissions, read: getDomain },
];

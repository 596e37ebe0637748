import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { hasRole, personOf, type RoutePermissions } from './permission.js';
import { notFound, requestDenied } from './problem.js';
import { contextUrl, type GraphReply, type WriteRequest } from './request.js';

const revokers = ['User.RevokeSessions.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Permissions any of which opens it (Graph: user: revokeSignInSessions). */
export const revokePermissions: RoutePermissions = { application: revokers, delegated: revokers };

/** People may end their own sessions; those of others take an Entra role, and those of administrators a high one. */
function checkMayRevoke({ caller }: WriteRequest, person: Person, tenant: Tenant): void {
  const actor = personOf(caller, tenant);
  if (caller.userId === undefined || actor?.id === person.id) return;
  const isPrivileged =
    actor && hasRole(actor, 'Global Administrator', 'Privileged Authentication Administrator');
  const isHelper = actor && hasRole(actor, 'User Administrator', 'Helpdesk Administrator');
  if (!isPrivileged && !(isHelper && person.directoryRoles.length === 0)) throw requestDenied();
}

/**
 * Graph: `POST /users/{id}/revokeSignInSessions`: 200 with `value` true, always. Guests sign in at home, so nothing
 * changes for them.
 */
export async function revokeSignInSessions(request: WriteRequest): Promise<GraphReply> {
  const { key, now, update } = request;
  await update((tenant) => {
    const person = tenant.find(key);
    if (!person) throw notFound(key);
    checkMayRevoke(request, person, tenant);
    if (person.userType === 'Guest') return undefined;
    return { id: person.id, values: { signInSessionsValidFromDateTime: new Date(now).toISOString() } };
  });
  return {
    status: 200,
    resourceUnits: 2,
    json: { '@odata.context': contextUrl(request, 'Edm.Boolean'), value: true },
  };
}

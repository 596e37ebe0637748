import { defaultSelection } from '../odata/select.js';
import { deletion, purge, restoration } from '../tenant/lifecycle.js';
import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { findDeleted } from './deleted-users.js';
import { hasRole, personOf, type RoutePermissions } from './permission.js';
import { notFound, requestDenied } from './problem.js';
import { contextUrl, type GraphReply, type GraphRequest, type WriteRequest } from './request.js';
import { showPerson } from './show-person.js';
import { checkIsFree } from './user-principal-name.js';

const deleters = ['User.DeleteRestore.All', 'User.ReadWrite.All'];

/** Permissions any of which opens deletion and restoration (Graph: delete user; restore deleted item). */
export const deletePermissions: RoutePermissions = { application: deleters, delegated: deleters };

/** Administrators are out of reach for most, as in an update of a sensitive property. */
function checkMayDelete({ caller }: GraphRequest, person: Person, tenant: Tenant): void {
  const isAdministrator = person.directoryRoles.length > 0;
  if (caller.userId === undefined) {
    if (isAdministrator && caller.app.directoryRoles.length === 0) throw requestDenied();
    return;
  }
  const actor = personOf(caller, tenant);
  const isPrivileged =
    actor && hasRole(actor, 'Global Administrator', 'Privileged Authentication Administrator');
  const isAllowed = isPrivileged || (actor && !isAdministrator && hasRole(actor, 'User Administrator'));
  if (!isAllowed) throw requestDenied();
}

/** Graph: delete user, `DELETE /users/{id|userPrincipalName}`: 204; for 30 days there is a way back. */
export async function deleteUser(request: WriteRequest): Promise<GraphReply> {
  await request.update((tenant) => {
    const person = tenant.find(request.key);
    if (!person) throw notFound(request.key);
    checkMayDelete(request, person, tenant);
    return deletion(person.id);
  });
  return { status: 204, resourceUnits: 2 };
}

/** Graph: permanently delete item, `DELETE /directory/deletedItems/{id}`: 204, and no way back. */
export async function purgeUser(request: WriteRequest): Promise<GraphReply> {
  await request.update((tenant) => {
    const person = findDeleted(tenant, request.key);
    checkMayDelete(request, person, tenant);
    return purge(person.id);
  });
  return { status: 204, resourceUnits: 2 };
}

/** Graph: restore deleted item, `POST /directory/deletedItems/{id}/restore`: 200 with whoever is back. */
export async function restoreUser(request: WriteRequest): Promise<GraphReply> {
  const restored: Person[] = [];
  await request.update((tenant) => {
    const person = findDeleted(tenant, request.key);
    checkMayDelete(request, person, tenant);
    const userPrincipalName = tenant.formerNameOf(person.id) ?? person.userPrincipalName;
    checkIsFree(userPrincipalName, person.id, tenant);
    restored.push({ ...person, userPrincipalName, deletedDateTime: null });
    return restoration(person.id);
  });
  return {
    status: 200,
    resourceUnits: 2,
    json: {
      '@odata.context': contextUrl(request, 'directoryObjects/$entity'),
      ...restored
        .map((person) => showPerson(request, person, { selection: defaultSelection, isTyped: true }))
        .at(0),
    },
  };
}

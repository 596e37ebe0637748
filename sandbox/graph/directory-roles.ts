import { holdersOf, roleObjects } from '../tenant/memberships.js';
import { readersOf, roleObject } from './directory-object.js';
import { answerObjects, personItem } from './object-collection.js';
import { objectId } from './object-id.js';
import type { RoutePermissions } from './permission.js';
import { notFound } from './problem.js';
import type { GraphReply, ReadRequest } from './request.js';
import type { Route } from './route.js';

/** Permissions any of which opens it (Graph: list directoryRoles; list directoryRole members). */
const permissions: RoutePermissions = {
  application: readersOf('directoryRole'),
  delegated: readersOf('directoryRole'),
  isClosedToGuests: true,
};

function listRoles(request: ReadRequest): GraphReply {
  return answerObjects(request, {
    items: roleObjects.map(roleObject),
    types: ['directoryRole'],
    context: 'directoryRoles',
    isPlainlyFiltered: true,
  });
}

function listHolders(request: ReadRequest): GraphReply {
  const id = objectId(request.key);
  const role = roleObjects.find((candidate) => candidate.id === id);
  const reply = answerObjects(request, {
    items: role ? holdersOf(role, request.tenant).map(personItem) : [],
    types: ['user'],
    context: 'directoryObjects',
  });
  // Only now: a bad query is refused before a missing role is noticed.
  if (!role) throw notFound(request.key);
  return reply;
}

/** Graph: list activated Entra roles and who holds one. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: ['directoryRoles'], permissions, read: listRoles },
  { method: 'GET', path: ['directoryRoles', '{id}', 'members'], permissions, read: listHolders },
];

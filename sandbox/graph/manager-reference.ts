import { clouds } from '../clouds.js';
import { groups } from '../tenant/groups.js';
import type { Tenant } from '../tenant/tenant.js';
import { matchPath, splitPath } from './path.js';
import { hasRole, personOf, type RoutePermissions } from './permission.js';
import { directoryRefusal, notFound, requestDenied } from './problem.js';
import { isJsonObject, unreadableBody } from './read-body.js';
import type { GraphReply, WriteRequest } from './request.js';
import { masteredOnPremises } from './update-user.js';

const writers = ['User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Permissions any of which opens it (Graph: assign manager; remove manager). */
export const managerPermissions: RoutePermissions = { application: writers, delegated: writers };

const roots = clouds.flatMap(({ graphHosts }) => graphHosts.map((host) => `https://${host}`));

/** The key in an absolute URL of a user or directory object. */
function keyOf(body: unknown, origin: string): string {
  if (!isJsonObject(body)) throw unreadableBody();
  const link = body['@odata.id'];
  if (link === undefined) {
    throw directoryRefusal("A value is required for property '@odata.id' of resource 'DirectoryObject'.");
  }
  const url = typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
  const path = /^\/(?:v1\.0|beta)(\/.*)$/is.exec(url?.pathname ?? '')?.[1];
  const isKnown = url !== undefined && [origin, ...roots].includes(url.origin);
  const segments = isKnown && path !== undefined ? splitPath(path) : [];
  const match = [
    ['users', '{id}'],
    ['directoryObjects', '{id}'],
  ]
    .map((pattern) => matchPath(pattern, segments))
    .find(({ isWhole }) => isWhole);
  if (!match) throw directoryRefusal('Invalid URL format specified in payload.');
  return match.key;
}

/** The object ID of who is to be the manager. */
function newManagerId(key: string, tenant: Tenant): string {
  const group = groups.find(({ id }) => id === key.toLowerCase());
  if (group) {
    throw directoryRefusal(
      `The reference target 'Group_${group.id}' of type 'Group' is invalid for the 'manager' reference.`,
    );
  }
  const manager = tenant.find(key);
  if (!manager) throw notFound(key);
  return manager.id;
}

async function setManager(
  request: WriteRequest,
  decide: (tenant: Tenant, current: string | null) => string | null,
): Promise<GraphReply> {
  const { caller, key, update } = request;
  await update((tenant) => {
    const person = tenant.find(key);
    if (!person) throw notFound(key);
    const actor = personOf(caller, tenant);
    const isAllowed = actor && hasRole(actor, 'Global Administrator', 'User Administrator');
    if (caller.userId !== undefined && !isAllowed) throw requestDenied();
    const current = person.managerId !== null && tenant.find(person.managerId) ? person.managerId : null;
    const managerId = decide(tenant, current);
    if (person.onPremisesSyncEnabled === true) throw masteredOnPremises();
    return { id: person.id, values: { managerId }, formerManagerId: current };
  });
  return { status: 204, resourceUnits: 2 };
}

/** Graph: assign manager, `PUT /users/{id}/manager/$ref`: 204. Nothing keeps people from managing themselves. */
export async function assignManager(request: WriteRequest): Promise<GraphReply> {
  const key = keyOf(request.body, request.call.origin);
  return setManager(request, (tenant) => newManagerId(key, tenant));
}

/** Graph: remove manager, `DELETE /users/{id}/manager/$ref`: 204, or 404 where there is none. */
export async function removeManager(request: WriteRequest): Promise<GraphReply> {
  return setManager(request, (_tenant, current) => {
    if (current === null) throw notFound('manager');
    return null;
  });
}

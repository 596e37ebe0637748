import type { Caller } from '../login/access-token.js';
import { directoryRoles, type DirectoryRole } from '../tenant/directory-roles.js';
import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { requestDenied, type GraphProblem } from './problem.js';

/** Permissions any of which opens a route (Graph: permissions of each operation). */
export interface RoutePermissions {
  /** In an app-only token. */
  readonly application: readonly string[];
  /** In the token of a person. */
  readonly delegated: readonly string[];
  /** In the token of a person who addresses nobody but themselves. */
  readonly own?: readonly string[];
  /** Whether guests may not come in, whatever the application may do. */
  readonly isClosedToGuests?: true;
  /** How the workload refuses; the way of the directory by default. */
  readonly refusal?: () => GraphProblem;
}

/** Lets an application do whatever the person may (Graph: permissions reference). */
const accessAsUser = 'Directory.AccessAsUser.All';

/** @returns The person who signed in; undefined for an app-only token. */
export function personOf(caller: Caller, tenant: Tenant): Person | undefined {
  return caller.userId === undefined ? undefined : tenant.find(caller.userId);
}

/** @returns Whether the caller holds any of the permissions. */
export function holds(caller: Caller, permissions: readonly string[]): boolean {
  return caller.permissions.some(
    (permission) =>
      permissions.includes(permission) || (caller.userId !== undefined && permission === accessAsUser),
  );
}

/** @returns Whether a key in a path is the caller's own. */
export function isOwn(caller: Caller, key: string, tenant: Tenant): boolean {
  const person = personOf(caller, tenant);
  return person !== undefined && tenant.find(key)?.id === person.id;
}

/** @returns Whether a person has any of the Entra roles. */
export function hasRole(person: Person, ...roles: readonly DirectoryRole[]): boolean {
  return roles.some((role) => person.directoryRoles.includes(directoryRoles[role]));
}

/**
 * Checks that a token opens a route.
 *
 * @param isSelf Whether the path addresses the person who signed in.
 * @throws GraphProblem 403.
 */
export function checkPermission(
  permissions: RoutePermissions,
  caller: Caller,
  isSelf: boolean,
  tenant: Tenant,
): void {
  const { application, delegated, own = [], isClosedToGuests, refusal = requestDenied } = permissions;
  if (caller.userId === undefined) {
    if (!holds(caller, application)) throw refusal();
    return;
  }
  if (!holds(caller, isSelf ? [...delegated, ...own] : delegated)) throw refusal();
  const isGuest = personOf(caller, tenant)?.userType === 'Guest';
  if (isGuest && (isClosedToGuests || !isSelf)) throw refusal();
}

import type { Person } from '../../tenant/person.js';
import type { Tenant } from '../../tenant/tenant.js';
import { hasRole, personOf, type RoutePermissions } from '../permission.js';
import type { GraphRequest } from '../request.js';
import { accessDenied, unknownPerson } from './problems.js';

const readers = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'];
const writers = ['UserAuthenticationMethod.ReadWrite.All'];
const passReaders = ['UserAuthMethod-TAP.Read.All', 'UserAuthMethod-TAP.ReadWrite.All', ...readers];
const passWriters = ['UserAuthMethod-TAP.ReadWrite.All', ...writers];

function alike(permissions: readonly string[], own?: readonly string[]): RoutePermissions {
  return {
    application: permissions,
    delegated: permissions,
    refusal: accessDenied,
    ...(own ? { own } : {}),
  };
}

const ownReaders = ['UserAuthenticationMethod.Read', 'UserAuthenticationMethod.ReadWrite'];

/** Permissions any of which opens reading of methods (Graph: list methods). */
export const readMethods = alike(readers, ownReaders);

/** Permissions any of which opens deleting of methods (Graph: delete of each kind). */
export const deleteMethods = alike(writers, ['UserAuthenticationMethod.ReadWrite']);

/** Permissions any of which opens reading of passes (Graph: list temporaryAccessPassMethods). */
export const readPasses = alike(passReaders, ownReaders);

/** Permissions any of which opens creating and deleting of passes. */
export const writePasses = alike(passWriters);

/** What opens a password reset: never an application by itself (Graph: authenticationMethod: resetPassword). */
export const resetPasswords: RoutePermissions = { ...alike(writers), application: [] };

/** What opens the operation behind a password reset. */
export const readOperations: RoutePermissions = { ...alike(readers), application: [] };

/** Permissions any of which opens reading of the policy for passes (Graph: get temporaryAccessPass configuration). */
export const readPassPolicy = alike(['Policy.Read.AuthenticationMethod', 'Policy.Read.All']);

const highRoles = ['Global Administrator', 'Privileged Authentication Administrator'] as const;

/**
 * The person whose methods a call is about, once it is known that the caller may look. What is not one's own takes an Entra
 * role that reaches administrators.
 *
 * @throws GraphProblem 403 or 404.
 */
export function addressedPerson(request: Pick<GraphRequest, 'caller' | 'key'>, tenant: Tenant): Person {
  const actor = personOf(request.caller, tenant);
  const person = tenant.find(request.key);
  if (
    request.caller.userId !== undefined &&
    (!actor || (actor.id !== person?.id && !hasRole(actor, ...highRoles)))
  ) {
    throw accessDenied();
  }
  if (!person) throw unknownPerson();
  return person;
}

/**
 * The person whose password is to be reset: never one's own, and that of an administrator takes a high Entra role.
 *
 * @throws GraphProblem 403 or 404.
 */
export function personToReset(request: Pick<GraphRequest, 'caller' | 'key'>, tenant: Tenant): Person {
  const actor = personOf(request.caller, tenant);
  const person = tenant.find(request.key);
  if (!actor || actor.id === person?.id) throw accessDenied();
  const isPrivileged = hasRole(actor, ...highRoles);
  const isHelper = hasRole(actor, 'User Administrator', 'Helpdesk Administrator');
  if (!isPrivileged && !isHelper) throw accessDenied();
  if (!person) throw unknownPerson();
  if (!isPrivileged && person.directoryRoles.length > 0) throw accessDenied();
  return person;
}

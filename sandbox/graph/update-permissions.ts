import type { Caller } from '../login/access-token.js';
import { directoryRoles, type DirectoryRole } from '../tenant/directory-roles.js';
import type { Person } from '../tenant/person.js';
import type { Tenant } from '../tenant/tenant.js';
import { hasRole, holds, personOf, type RoutePermissions } from './permission.js';
import { requestDenied } from './problem.js';
import { profileReaders } from './visibility.js';

const writers = ['User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Lets a person change a little about themselves. */
const ownWriter = 'User.ReadWrite';

/** What people may change about themselves without any Entra role (Entra: default user permissions). */
const ownProperties = ['businessPhones', 'mobilePhone', 'preferredLanguage'];

/** Properties with a permission of their own (Graph: update user, permissions for specific scenarios). */
const sensitive: Readonly<Record<string, string>> = {
  accountEnabled: 'User.EnableDisableAccount.All',
  businessPhones: 'User-Phone.ReadWrite.All',
  mobilePhone: 'User-Phone.ReadWrite.All',
  otherMails: 'User-Mail.ReadWrite.All',
  passwordProfile: 'User-PasswordProfile.ReadWrite.All',
};

const anyWriter = [...writers, ...new Set(Object.values(sensitive))];

/** Permissions any of which opens `PATCH /users/{id}` for some property. */
export const updatePermissions: RoutePermissions = {
  application: anyWriter,
  delegated: anyWriter,
  own: [ownWriter],
};

function mayWrite(caller: Caller, name: string, isSelf: boolean): boolean {
  const own = sensitive[name];
  if (isSelf && ownProperties.includes(name) && holds(caller, [ownWriter])) return true;
  if (name !== 'passwordProfile' && holds(caller, writers)) return true;
  return own !== undefined && holds(caller, [own]) && holds(caller, [...writers, ...profileReaders]);
}

/**
 * Checks that the caller's permissions reach every property it wants to write.
 *
 * @param isSelf Whether a person writes to themselves.
 * @throws GraphProblem 403.
 */
export function checkMayWrite(caller: Caller, names: readonly string[], isSelf: boolean): void {
  if (!names.every((name) => mayWrite(caller, name, isSelf))) throw requestDenied();
}

/** What the person behind the token may do: permissions never reach further than that. */
function personMayWrite(actor: Person, target: Person, names: readonly string[]): boolean {
  if (actor.id === target.id && names.every((name) => ownProperties.includes(name))) return true;
  const isSensitive = names.some((name) => isSensitiveProperty(name));
  const isPassword = names.length > 0 && names.every((name) => name === 'passwordProfile');
  if (isSensitive && target.directoryRoles.length > 0) {
    const isPrivileged = hasRole(actor, 'Global Administrator', 'Privileged Authentication Administrator');
    return isPrivileged || (isPassword && mayResetAdministrator(actor, target));
  }
  if (hasRole(actor, 'Global Administrator', 'User Administrator')) return true;
  return isPassword && hasRole(actor, 'Helpdesk Administrator', 'Privileged Authentication Administrator');
}

/** Lower administrators may set the password of their like (Entra: who can reset passwords). */
function mayResetAdministrator(actor: Person, target: Person): boolean {
  const holdsOnly = (...roles: readonly DirectoryRole[]) =>
    target.directoryRoles.every((held) => roles.some((role) => directoryRoles[role] === held));
  return (
    (hasRole(actor, 'User Administrator') && holdsOnly('User Administrator', 'Helpdesk Administrator')) ||
    (hasRole(actor, 'Helpdesk Administrator') && holdsOnly('Helpdesk Administrator'))
  );
}

function isSensitiveProperty(name: string): boolean {
  return Object.hasOwn(sensitive, name) || name === 'userPrincipalName';
}

/**
 * Checks that the caller may make a change to this very person. Administrators are out of reach for an application
 * unless it can write users in general and its service principal holds an Entra role too; a person needs an Entra role
 * to change others. This is a simplification: Entra compares which role outranks which.
 *
 * @param person Whose properties are to change.
 * @throws GraphProblem 403.
 */
export function checkMayWriteTo(
  caller: Caller,
  person: Person,
  names: readonly string[],
  tenant: Tenant,
): void {
  if (caller.userId !== undefined) {
    const actor = personOf(caller, tenant);
    if (!actor || !personMayWrite(actor, person, names)) throw requestDenied();
    return;
  }
  const isSensitive = names.some((name) => isSensitiveProperty(name));
  if (!isSensitive || person.directoryRoles.length === 0) return;
  if (!holds(caller, writers) || caller.app.directoryRoles.length === 0) throw requestDenied();
}

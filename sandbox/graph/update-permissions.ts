import type { Caller } from '../login/access-token.js';
import type { Person } from '../tenant/person.js';
import { requestDenied } from './problem.js';
import { profileReaders } from './visibility.js';

const writers = ['User.ReadWrite.All', 'Directory.ReadWrite.All'];

/** Properties with a permission of their own (Graph: update user, permissions for specific scenarios). */
const sensitive: Readonly<Record<string, string>> = {
  accountEnabled: 'User.EnableDisableAccount.All',
  businessPhones: 'User-Phone.ReadWrite.All',
  mobilePhone: 'User-Phone.ReadWrite.All',
  otherMails: 'User-Mail.ReadWrite.All',
  passwordProfile: 'User-PasswordProfile.ReadWrite.All',
};

/** Application permissions any of which opens `PATCH /users/{id}` for some property. */
export const updatePermissions = [...writers, ...new Set(Object.values(sensitive))];

function holds(caller: Caller, permissions: readonly string[]): boolean {
  return caller.roles.some((role) => permissions.includes(role));
}

function mayWrite(caller: Caller, name: string): boolean {
  const own = sensitive[name];
  if (name !== 'passwordProfile' && holds(caller, writers)) return true;
  return own !== undefined && holds(caller, [own]) && holds(caller, [...writers, ...profileReaders]);
}

/**
 * Checks that the caller's permissions reach every property it wants to write.
 *
 * @throws GraphProblem 403.
 */
export function checkMayWrite(caller: Caller, names: readonly string[]): void {
  if (!names.every((name) => mayWrite(caller, name))) throw requestDenied();
}

/**
 * Checks that the caller may make a sensitive change to this very person. Administrators are out of reach for an
 * application unless it can write users in general and its service principal holds an Entra role too. This is a
 * simplification: Entra compares which role outranks which.
 *
 * @param person Whose properties are to change.
 * @throws GraphProblem 403.
 */
export function checkMayWriteTo(caller: Caller, person: Person, names: readonly string[]): void {
  const isSensitive = names.some((name) => Object.hasOwn(sensitive, name) || name === 'userPrincipalName');
  if (!isSensitive || person.directoryRoles.length === 0) return;
  if (!holds(caller, writers) || caller.app.directoryRoles.length === 0) throw requestDenied();
}

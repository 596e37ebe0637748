import type { Caller } from '../login/access-token.js';
import { holds } from './permission.js';
import { GraphProblem, requestDenied } from './problem.js';
import { basicProperties } from './user-properties.js';

/** Permissions that show whole profiles of everybody, application and delegated. */
export const profileReaders = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/** Delegated permissions that show people their own profile. */
export const ownReaders = ['User.Read', 'User.ReadWrite'];

/**
 * @param isSelf Whether it is about the person who signed in.
 * @returns Whether the caller may see a property of a person.
 */
export function canSee(caller: Caller, name: string, isSelf = false): boolean {
  const readers = isSelf ? [...profileReaders, ...ownReaders] : profileReaders;
  return basicProperties.has(name) || holds(caller, readers);
}

/**
 * Refuses a query that names properties beyond the caller's permissions. The default set is never refused: what may
 * not be seen there reads as null.
 *
 * @param names The properties that the query names.
 * @param isSelf Whether it is about the person who signed in and nobody else.
 * @throws GraphProblem 403.
 */
export function checkNamed(caller: Caller, names: readonly string[], isSelf = false): void {
  if (names.some((name) => !canSee(caller, name, isSelf))) throw requestDenied();
  // Graph: signInActivity takes a permission of its own.
  if (names.includes('signInActivity') && !holds(caller, ['AuditLog.Read.All'])) {
    throw new GraphProblem(
      403,
      'Authentication_MSGraphPermissionMissing',
      'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    );
  }
}

import type { Caller } from '../login/access-token.js';
import { GraphProblem, requestDenied } from './problem.js';
import { basicProperties } from './user-properties.js';

/** Application permissions that show whole profiles. */
export const profileReaders = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/** @returns Whether the caller may see a property of other people. */
export function canSee(caller: Caller, name: string): boolean {
  return basicProperties.has(name) || caller.roles.some((role) => profileReaders.includes(role));
}

/**
 * Refuses a query that names properties beyond the caller's permissions. The default set is never refused: what may
 * not be seen there reads as null.
 *
 * @param names The properties that the query names.
 * @throws GraphProblem 403.
 */
export function checkNamed(caller: Caller, names: readonly string[]): void {
  if (names.some((name) => !canSee(caller, name))) throw requestDenied();
  // Graph: signInActivity takes a permission of its own.
  if (names.includes('signInActivity') && !caller.roles.includes('AuditLog.Read.All')) {
    throw new GraphProblem(
      403,
      'Authentication_MSGraphPermissionMissing',
      'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    );
  }
}

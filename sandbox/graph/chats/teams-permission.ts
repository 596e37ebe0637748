import type { Caller } from '../../login/access-token.js';
import { GraphProblem } from '../problem.js';

/** Permissions any of which opens a route of Teams, and who cannot come in with any. */
export interface TeamsPermissions {
  readonly delegated: readonly string[] | 'unsupported';
  /** `imports` takes the permission to import and still refuses: nothing here is being imported. */
  readonly application: readonly string[] | 'unsupported' | 'imports';
}

const importPermission = 'Teamwork.Migrate.All';

function missing(caller: Caller, wanted: readonly string[]): GraphProblem {
  const kind = caller.userId === undefined ? 'role' : 'scope';
  const held = `${kind === 'role' ? 'Roles' : 'Scopes'} on the request '${caller.permissions.join(', ')}'.`;
  const consents = kind === 'role' ? " Resource specific consent grants on the request ''." : '';
  return new GraphProblem(
    403,
    'Forbidden',
    `Missing ${kind} permissions on the request. API requires one of '${wanted.join(', ')}'. ${held}${consents}`,
  );
}

function importsOnly(caller: Caller): GraphProblem {
  if (!caller.permissions.includes(importPermission)) return missing(caller, [importPermission]);
  return new GraphProblem(
    401,
    'Unauthorized',
    'Message POST is allowed in application-only context only for import purposes. Refer to https://docs.microsoft.com/microsoftteams/platform/graph-api/import-messages/import-external-messages-to-teams for more details.',
  );
}

/**
 * Checks that a token opens a route of Teams, which names what is missing, unlike the directory.
 *
 * @throws GraphProblem 401, 403 or 412.
 */
export function checkTeamsPermission({ delegated, application }: TeamsPermissions, caller: Caller): void {
  const wanted = caller.userId === undefined ? application : delegated;
  if (wanted === 'imports') throw importsOnly(caller);
  if (wanted === 'unsupported') {
    const context = caller.userId === undefined ? 'application-only' : 'delegated';
    throw new GraphProblem(412, 'PreconditionFailed', `Requested API is not supported in ${context} context`);
  }
  if (!caller.permissions.some((permission) => wanted.includes(permission))) throw missing(caller, wanted);
}

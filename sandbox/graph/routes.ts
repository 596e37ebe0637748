import { authenticationRoutes } from './authentication/routes.js';
import { chatRoutes, type ChatRoute } from './chats/routes.js';
import { getManager, listDirectReports } from './managers.js';
import type { RoutePermissions } from './permission.js';
import type { GraphReply, ReadRequest, WriteRequest } from './request.js';
import { revokePermissions, revokeSignInSessions } from './revoke-sessions.js';
import { servicePrincipalRoutes } from './service-principals.js';
import { updatePermissions } from './update-permissions.js';
import { updateUser } from './update-user.js';
import { countUsers, getUser, listUsers } from './users.js';
import { ownReaders, profileReaders } from './visibility.js';

interface RouteHead {
  readonly method: string;
  readonly path: readonly string[];
  readonly permissions: RoutePermissions;
  /** Where it is below `/beta` only. */
  readonly version?: 'beta';
  /** Whether the cloud in China does not know it (Graph: national cloud deployments). */
  readonly isAbsentInChina?: true;
}

/** One method on one path. */
export type Route =
  | (RouteHead &
      (
        | { readonly read: (request: ReadRequest) => GraphReply }
        | { readonly write: (request: WriteRequest) => Promise<GraphReply> }
      ))
  | ChatRoute;

const basicReaders = ['User.ReadBasic.All', ...profileReaders];
const readUsers: RoutePermissions = {
  application: basicReaders,
  delegated: basicReaders,
  isClosedToGuests: true,
};
const readUser: RoutePermissions = { application: basicReaders, delegated: basicReaders, own: ownReaders };
const readProfile: RoutePermissions = { application: profileReaders, delegated: profileReaders };

/** Everything the sandbox answers below `/v1.0` and `/beta`, but for `$batch`. */
export const routes: readonly Route[] = [
  { method: 'GET', path: ['users'], permissions: readUsers, read: listUsers },
  { method: 'GET', path: ['users', '$count'], permissions: readUsers, read: countUsers },
  { method: 'GET', path: ['users', '{id}'], permissions: readUser, read: getUser },
  { method: 'PATCH', path: ['users', '{id}'], permissions: updatePermissions, write: updateUser },
  { method: 'GET', path: ['users', '{id}', 'manager'], permissions: readProfile, read: getManager },
  {
    method: 'GET',
    path: ['users', '{id}', 'directReports'],
    permissions: { ...readProfile, own: ownReaders },
    read: listDirectReports,
  },
  {
    method: 'POST',
    path: ['users', '{id}', 'revokeSignInSessions'],
    permissions: revokePermissions,
    write: revokeSignInSessions,
  },
  ...chatRoutes,
  ...authenticationRoutes,
  ...servicePrincipalRoutes,
];

import { authenticationRoutes } from './authentication/routes.js';
import { chatRoutes } from './chats/routes.js';
import { createPermissions, createUser } from './create-user.js';
import { deletePermissions, deleteUser, purgeUser, restoreUser } from './delete-user.js';
import { deltaRoutes } from './delta.js';
import { getDeletedUser, listDeletedUsers } from './deleted-users.js';
import { assignManager, managerPermissions, removeManager } from './manager-reference.js';
import { getManager, listDirectReports } from './managers.js';
import type { RoutePermissions } from './permission.js';
import { roleRoutes } from './directory-roles.js';
import { groupRoutes } from './groups.js';
import { membershipRoutes } from './memberships.js';
import { deviceRoutes } from './owned-devices.js';
import { revokePermissions, revokeSignInSessions } from './revoke-sessions.js';
import { servicePrincipalRoutes } from './service-principals.js';
import { subscriptionRoutes } from './subscriptions/routes.js';
import type { Route } from './route.js';
import { updatePermissions } from './update-permissions.js';
import { updateUser } from './update-user.js';
import { countUsers, getUser, listUsers } from './users.js';
import { ownReaders, profileReaders } from './visibility.js';

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
  ...deltaRoutes,
  { method: 'GET', path: ['users', '{id}'], permissions: readUser, read: getUser },
  { method: 'PATCH', path: ['users', '{id}'], permissions: updatePermissions, write: updateUser },
  { method: 'GET', path: ['users', '{id}', 'manager'], permissions: readProfile, read: getManager },
  { method: 'POST', path: ['users'], permissions: createPermissions, write: createUser },
  { method: 'DELETE', path: ['users', '{id}'], permissions: deletePermissions, write: deleteUser },
  {
    method: 'GET',
    path: ['directory', 'deletedItems', 'microsoft.graph.user'],
    permissions: readProfile,
    read: listDeletedUsers,
  },
  {
    method: 'GET',
    path: ['directory', 'deletedItems', '{id}'],
    permissions: readProfile,
    read: getDeletedUser,
  },
  {
    method: 'DELETE',
    path: ['directory', 'deletedItems', '{id}'],
    permissions: deletePermissions,
    write: purgeUser,
  },
  {
    method: 'POST',
    path: ['directory', 'deletedItems', '{id}', 'restore'],
    permissions: deletePermissions,
    write: restoreUser,
  },
  {
    method: 'PUT',
    path: ['users', '{id}', 'manager', '$ref'],
    permissions: managerPermissions,
    write: assignManager,
  },
  {
    method: 'DELETE',
    path: ['users', '{id}', 'manager', '$ref'],
    permissions: managerPermissions,
    write: removeManager,
  },
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
  ...subscriptionRoutes,
  ...authenticationRoutes,
  ...servicePrincipalRoutes,
  ...membershipRoutes,
  ...groupRoutes,
  ...roleRoutes,
  ...deviceRoutes,
];

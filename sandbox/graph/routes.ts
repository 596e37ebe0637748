import { getManager, listDirectReports } from './managers.js';
import type { GraphReply, ReadRequest, WriteRequest } from './request.js';
import { revokePermissions, revokeSignInSessions } from './revoke-sessions.js';
import { updatePermissions } from './update-permissions.js';
import { updateUser } from './update-user.js';
import { countUsers, getUser, listUsers } from './users.js';
import { profileReaders } from './visibility.js';

interface RouteHead {
  readonly method: string;
  readonly path: readonly string[];
  /** Application permissions, any of which opens it (Graph: permissions of each operation). */
  readonly permissions: readonly string[];
}

/** One method on one path. */
export type Route = RouteHead &
  (
    | { readonly read: (request: ReadRequest) => GraphReply }
    | { readonly write: (request: WriteRequest) => Promise<GraphReply> }
  );

const userReaders = ['User.ReadBasic.All', ...profileReaders];

/** Everything the sandbox answers below `/v1.0`, but for `$batch`. */
export const routes: readonly Route[] = [
  { method: 'GET', path: ['users'], permissions: userReaders, read: listUsers },
  { method: 'GET', path: ['users', '$count'], permissions: userReaders, read: countUsers },
  { method: 'GET', path: ['users', '{id}'], permissions: userReaders, read: getUser },
  { method: 'PATCH', path: ['users', '{id}'], permissions: updatePermissions, write: updateUser },
  { method: 'GET', path: ['users', '{id}', 'manager'], permissions: profileReaders, read: getManager },
  {
    method: 'GET',
    path: ['users', '{id}', 'directReports'],
    permissions: profileReaders,
    read: listDirectReports,
  },
  {
    method: 'POST',
    path: ['users', '{id}', 'revokeSignInSessions'],
    permissions: revokePermissions,
    write: revokeSignInSessions,
  },
];

import { getManager, listDirectReports } from './managers.js';
import type { GraphReply, GraphRequest } from './request.js';
import { countUsers, getUser, listUsers } from './users.js';
import { profileReaders } from './visibility.js';

/** One method on one path. */
export interface Route {
  readonly method: string;
  readonly path: readonly string[];
  /** Application permissions, any of which opens it (Graph: permissions of each operation). */
  readonly permissions: readonly string[];
  readonly run: (request: GraphRequest) => GraphReply;
}

const userReaders = ['User.ReadBasic.All', ...profileReaders];

/** Everything the sandbox answers below `/v1.0`. */
export const routes: readonly Route[] = [
  { method: 'GET', path: ['users'], permissions: userReaders, run: listUsers },
  { method: 'GET', path: ['users', '$count'], permissions: userReaders, run: countUsers },
  { method: 'GET', path: ['users', '{id}'], permissions: userReaders, run: getUser },
  { method: 'GET', path: ['users', '{id}', 'manager'], permissions: profileReaders, run: getManager },
  {
    method: 'GET',
    path: ['users', '{id}', 'directReports'],
    permissions: profileReaders,
    run: listDirectReports,
  },
];

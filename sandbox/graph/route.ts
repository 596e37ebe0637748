import type { RoutePermissions } from './permission.js';
import type { GraphReply, ReadRequest, WriteRequest } from './request.js';

interface RouteHead {
  readonly method: string;
  readonly path: readonly string[];
  readonly permissions: RoutePermissions;
}

/** One method on one path. */
export type Route = RouteHead &
  (
    | { readonly read: (request: ReadRequest) => GraphReply }
    | { readonly write: (request: WriteRequest) => Promise<GraphReply> }
  );

import type { ChatRoute } from './chats/routes.js';
import type { RoutePermissions } from './permission.js';
import type { GraphReply, ReadRequest, WriteRequest } from './request.js';
import type { SubscriptionRoute } from './subscriptions/routes.js';

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
  | ChatRoute
  | SubscriptionRoute;

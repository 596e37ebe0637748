import type { Call } from '../http/exchange.js';
import type { Caller } from '../login/access-token.js';
import type { Directory } from '../tenant/directory.js';
import type { TenantSwitches } from '../tenant/switches.js';
import type { Tenant } from '../tenant/tenant.js';

/** A call that passed the token, route and permission checks. */
export interface GraphRequest {
  readonly call: Call;
  readonly caller: Caller;
  /** Key of the addressed object, decoded, as the caller gave it; empty for a whole collection. */
  readonly key: string;
  /** Key of what is addressed within that object, such as an authentication method; empty where nothing is. */
  readonly innerKey: string;
  /** Whether the key is that of the person who signed in. */
  readonly isSelf: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly switches: Readonly<TenantSwitches>;
}

/** A call that only looks. */
export interface ReadRequest extends GraphRequest {
  readonly tenant: Tenant;
}

/** A call that may change something. */
export interface WriteRequest extends GraphRequest {
  /** Parsed JSON body; undefined where there is none. */
  readonly body: unknown;
  /** Changes one person, or adds or removes one, with no other change in between. */
  readonly update: Directory['update'];
}

/** What a resource answers; the headers all answers share are added later. */
export interface GraphReply {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  /** Cost in resource units: `x-ms-resource-unit` (Graph: throttling limits, identity and access); absent in Teams. */
  readonly resourceUnits?: number;
  /** More headers, such as `location`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** @returns The `@odata.context` of an answer, such as `…/v1.0/$metadata#users`, in the version that was called. */
export function contextUrl({ call }: GraphRequest, fragment: string): string {
  const version = /^\/beta\//i.test(call.path) ? 'beta' : 'v1.0';
  return `${call.origin}/${version}/$metadata#${fragment}`;
}

/** @returns Whether the caller asked for the index store, which advanced queries need. */
export function isEventual({ call }: GraphRequest): boolean {
  return call.headers['consistencylevel']?.toLowerCase() === 'eventual';
}

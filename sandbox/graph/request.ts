import type { Call } from '../http/exchange.js';
import type { Caller } from '../login/access-token.js';
import type { Directory } from '../tenant/directory.js';
import type { Tenant } from '../tenant/tenant.js';

/** A call that passed the token, route and permission checks. */
export interface GraphRequest {
  readonly call: Call;
  readonly caller: Caller;
  /** Key of the addressed object, decoded, as the caller gave it; empty for a whole collection. */
  readonly key: string;
  /** Whether the key is that of the person who signed in. */
  readonly isSelf: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
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
  /** Headers of its own, by lower-case name, such as `location`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Cost in resource units: `x-ms-resource-unit` (Graph: throttling limits, identity and access). */
  readonly resourceUnits: number;
}

/** @returns The `@odata.context` of an answer, such as `…/v1.0/$metadata#users`. */
export function contextUrl({ call }: GraphRequest, fragment: string): string {
  return `${call.origin}/v1.0/$metadata#${fragment}`;
}

/** @returns Whether the caller asked for the index store, which advanced queries need. */
export function isEventual({ call }: GraphRequest): boolean {
  return call.headers['consistencylevel']?.toLowerCase() === 'eventual';
}

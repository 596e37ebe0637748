import { type Repetition } from '../http/retry.js';
import { type JsonObject } from '../json.js';
import { type QueryOptions } from './odata.js';
import { type GraphPath } from './path.js';

/** One page of a collection. */
export interface GraphPage {
  readonly items: readonly JsonObject[];
  /** The number of all items, on the first page of a query that counts. */
  readonly count?: number;
  /** Where this page was read from, to read it again. */
  readonly url: string;
  /** Where the next page is; undefined on the last one. */
  readonly next?: string;
  /** Where the changes from now on are, on the last page of a delta query. */
  readonly delta?: string;
}

/** Options of a read. */
export interface ReadOptions extends QueryOptions {
  /** Ask the index (`ConsistencyLevel: eventual`), which advanced queries need, on every page (rule R3). */
  readonly advanced?: boolean;
}

/** How a write may be repeated. There is no default: each write says it (rule R32). */
export interface WriteOptions extends Pick<Repetition, 'idempotent' | 'isDone'> {
  /** Who pays for a metered call: `A` or `B` (Graph: payment models for Teams APIs). */
  readonly model?: string;
}

/** A write that Graph carried out, for the audit. */
export interface GraphChange {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Null where the change was found done by a look, its answer being lost. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly clientRequestId: string;
}

/** Where Graph says that something can be looked at. */
export interface GraphLocation {
  /** Absolute link; undefined where Graph gave none. */
  readonly location?: string;
  /** Seconds to wait before looking; undefined where Graph did not say. */
  readonly retryAfter?: number;
}

/** Talks to Graph for one run of one command. */
export interface GraphClient {
  /** Reads one object. @throws NotFoundError @throws GraphError */
  get(target: GraphPath, options?: ReadOptions): Promise<JsonObject>;
  /**
   * Reads one object that may be absent: null when Graph says that `relation` itself does not exist, as it does for
   * the manager of somebody who has none.
   */
  getOrNull(target: GraphPath, relation: string, options?: ReadOptions): Promise<JsonObject | null>;
  /** Changes properties of an object. A `Secret` in a body stands for its text. @throws NotFoundError @throws GraphError @throws TransportError */
  patch(target: GraphPath, body: JsonObject, options: WriteOptions): Promise<unknown>;
  /**
   * Creates an object, or calls an action.
   * @param body Undefined for an action without one.
   * @returns Graph's answer; undefined where it is empty, not JSON, or was not seen. @throws as {@link patch}
   */
  post(target: GraphPath, body: JsonObject | undefined, options: WriteOptions): Promise<unknown>;
  /** Calls an action that Graph only begins, or that answers with a place instead of an object. @throws as {@link patch} */
  postForLocation(target: GraphPath, body: JsonObject, options: WriteOptions): Promise<GraphLocation>;
  /** Replaces an object, or a link to one. @throws as {@link patch} */
  put(target: GraphPath, body: JsonObject, options: WriteOptions): Promise<unknown>;
  /**
   * Deletes an object. One that a repeated try no longer finds was deleted (rule R32), if it was there before.
   * @param wasThere Whether it was; `unknown` where nobody could look. @throws as {@link patch}
   */
  delete(target: GraphPath, wasThere?: boolean | 'unknown'): Promise<void>;
  /**
   * Reads one object by a link that Graph gave for it.
   * @param name Where the link came from, for the error. @param link The link, which must lead to one object below
   * `parent` (rule R2).
   */
  getLinked(name: string, link: string, parent: GraphPath): Promise<JsonObject>;
  /** Pages over a collection, from its beginning or from a link to a later page. */
  pages(target: GraphPath, options?: ReadOptions & { readonly from?: string }): AsyncIterable<GraphPage>;
}

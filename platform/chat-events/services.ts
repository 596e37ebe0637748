import { type Clock } from '../../integration/clock.js';
import { type GraphClient } from '../../integration/graph/client.js';
import { type Problems } from './problems.js';

/** What everything that watches works with. */
export interface WatchServices {
  readonly clock: Clock;
  /** Ends it all. */
  readonly signal: AbortSignal;
  readonly problems: Problems;
  /** Notes what failed, for people and for the log. */
  readonly failed: (what: string, error: unknown) => void;
  /** Does something with Graph, in a run of its own. */
  readonly withGraph: <T>(work: (graph: GraphClient) => Promise<T>) => Promise<T>;
  /** The pause after a first failure, in milliseconds. */
  readonly firstPauseMs: number;
}

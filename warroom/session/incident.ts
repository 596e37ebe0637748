import { type Target } from '../../integration/dispatcher/invocation.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Tree } from '../context/tree.js';

/** An entry with what the server of a platform knows of it. */
export interface RecordedEntry {
  /** `<number>@<incident>`. */
  readonly id: string;
  /** When it came (ISO 8601, UTC). */
  readonly time: string;
  /** Who typed the line. */
  readonly user: string;
  /** The line that it answers, each secret shown as `?`. */
  readonly line: string;
  /** Null for what acted on no instance. */
  readonly target: Target | null;
  readonly entry: Entry;
}

/** What an analyst works on: the entries so far, and the context that they wrote. */
export interface Incident {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly entries: RecordedEntry[];
  /** Changed in place. */
  context: Tree;
}

/** @param now Milliseconds since 1970, from which the incident gets its name as well. */
export function newIncident(now: number): Incident {
  const created = new Date(now).toISOString();
  return { id: `INC-${created.replace(/\D/g, '').slice(0, 14)}`, created, entries: [], context: {} };
}

/** What `${…}` reads from: the context, and the incident itself beside it. */
export function readableContext({ context, id, created }: Incident): Tree {
  return { ...context, incident: { id, created } };
}

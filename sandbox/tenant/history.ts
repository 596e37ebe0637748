/** One thing that happened to a person, for delta queries. */
export interface HistoryEntry {
  /** Counts up, without gaps. */
  readonly number: number;
  /** Object ID of the person. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'created' | 'changed' | 'deleted' | 'restored' | 'purged';
  /** The properties that got another value; `managerId` stands for the manager. */
  readonly names: readonly string[];
  /** Object ID of who was the manager, where that changed and there was one. */
  readonly formerManagerId?: string;
}

/** A little longer than any delta token lives (Graph: delta query, token duration: 7 days for directory objects). */
const memory = 8 * 24 * 60 * 60 * 1000;

/**
 * @param history What happened so far, oldest first.
 * @param event What happened now.
 * @returns The history with it, without what no token can ask for any more.
 */
export function withEvent(
  history: readonly HistoryEntry[] = [],
  event: Omit<HistoryEntry, 'number'>,
): readonly HistoryEntry[] {
  const entry = { number: lastNumber(history) + 1, ...event };
  return [...history.filter(({ at }) => event.at - at < memory), entry];
}

/** @returns The number of the newest entry; 0 where nothing ever happened. */
export function lastNumber(history: readonly HistoryEntry[]): number {
  return history.at(-1)?.number ?? 0;
}

const kinds: readonly unknown[] = ['created', 'changed', 'deleted', 'restored', 'purged'];

/** @returns Whether a stored value is an entry of a history. */
export function isHistoryEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const names = members.get('names');
  const former = members.get('formerManagerId');
  return (
    typeof members.get('number') === 'number' &&
    typeof members.get('id') === 'string' &&
    typeof members.get('at') === 'number' &&
    kinds.includes(members.get('kind')) &&
    Array.isArray(names) &&
    names.every((name) => typeof name === 'string') &&
    (former === undefined || typeof former === 'string')
  );
}

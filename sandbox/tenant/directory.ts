import { dueSynchronizations } from './directory-sync.js';
import { dueDeletions } from './lifecycle.js';
import type { Person } from './person.js';
import { writtenCount } from './people.js';
import type { StateStore } from './state-store.js';
import { withChange, type StateChange, type TenantChange, type TenantState } from './state.js';
import { tenantAt, type Replica, type Tenant } from './tenant.js';

/** How long a replica may not have heard of a new person. */
const replicationMilliseconds = 60_000;

/** The tenant over time. */
export interface Directory {
  /**
   * The tenant as of now.
   *
   * @param isLagging Whether to answer from a replica that has not heard of the writes since the last read.
   * @param replica Which replica answers otherwise.
   */
  read(isLagging?: boolean, replica?: Replica): Tenant;
  /** The tenant as of now; looking this way is no read that a lag could hit. */
  peek(): Tenant;
  /** Everybody as of now; looking this way is no read that a lag could hit. */
  everyone(): Person[];
  /** Whether a lagging read would look any different. */
  hasUnreadWrites(): boolean;
  /** A replica that has not heard of people created of late; undefined where there are none. */
  replicaWithoutNewPeople(): Replica | undefined;
  /**
   * Changes one person or the secrets of service principals, with no other change in between.
   *
   * @param decide Looks at the newest tenant and says what to change, if anything; it may throw.
   * @param replica What it gets to look at instead of the newest.
   * @returns Whether anything was changed.
   */
  update(
    decide: (tenant: Tenant) => TenantChange | StateChange | undefined,
    replica?: Replica,
  ): Promise<boolean>;
}

/** What a directory is like. */
export interface DirectorySetup {
  /** How many people the tenant has at first; by default those written down. */
  readonly size?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether a directory synchronization runs. */
  readonly isSynchronized: () => boolean;
}

/**
 * @param store Where changes are kept.
 */
export function openDirectory(store: StateStore, setup: DirectorySetup): Directory {
  const { size = writtenCount, now, isSynchronized } = setup;
  let beforeUnreadWrites: TenantState | undefined;

  /** What time alone has done since the last write. The same in every call, up to what has become due since. */
  const asOfNow = (state: TenantState) =>
    [...dueDeletions(state, now()), ...(isSynchronized() ? dueSynchronizations(state, now()) : [])]
      .sort((left, right) => left.at - right.at)
      .reduce((next, { at, change }) => change(next, at), state);
  const current = () => asOfNow(store.read());

  return {
    read(isLagging = false, replica = {}) {
      const state = (isLagging ? beforeUnreadWrites : undefined) ?? current();
      beforeUnreadWrites = undefined;
      return tenantAt(size, state, replica);
    },
    peek: () => tenantAt(size, current()),
    everyone() {
      const tenant = this.peek();
      return Array.from({ length: tenant.size }, (_, index) => tenant.at(index)).filter(
        (person) => person !== undefined,
      );
    },
    hasUnreadWrites: () => beforeUnreadWrites !== undefined,
    replicaWithoutNewPeople() {
      const createdBefore = now() - replicationMilliseconds;
      const people = Object.values(store.read().created ?? {});
      const hasNew = people.some(({ createdDateTime }) => Date.parse(createdDateTime) >= createdBefore);
      return hasNew ? { createdBefore } : undefined;
    },
    async update(decide, replica = {}) {
      const before: TenantState[] = [];
      await store.update((stored) => {
        const state = asOfNow(stored);
        const change = decide(tenantAt(size, state, replica));
        if (!change) return stored;
        before.push(stored);
        return typeof change === 'function' ? change(state, now()) : withChange(state, change, now());
      });
      beforeUnreadWrites ??= before[0];
      return before.length > 0;
    },
  };
}

import type { Person } from './person.js';
import { writtenCount } from './people.js';
import type { StateStore } from './state-store.js';
import { withChange, type TenantChange, type TenantState } from './state.js';
import { tenantAt, type Tenant } from './tenant.js';

/** The tenant over time. */
export interface Directory {
  /**
   * The tenant as of now.
   *
   * @param isLagging Whether to answer from a replica that has not heard of the writes since the last read.
   */
  read(isLagging?: boolean): Tenant;
  /** The tenant as of now; looking this way is no read that a lag could hit. */
  peek(): Tenant;
  /** Everybody as of now; looking this way is no read that a lag could hit. */
  everyone(): Person[];
  /** Whether a lagging read would look any different. */
  hasUnreadWrites(): boolean;
  /**
   * Changes one person or the secrets of service principals, with no other change in between.
   *
   * @param decide Looks at the newest tenant and says what to change, if anything; it may throw.
   * @returns Whether anything was changed.
   */
  update(decide: (tenant: Tenant) => TenantChange | undefined): Promise<boolean>;
}

/**
 * @param store Where changes are kept.
 * @param size How many people the tenant has; by default those written down.
 */
export function openDirectory(store: StateStore, size = writtenCount): Directory {
  let beforeUnreadWrites: TenantState | undefined;
  return {
    read(isLagging = false) {
      const state = (isLagging ? beforeUnreadWrites : undefined) ?? store.read();
      beforeUnreadWrites = undefined;
      return tenantAt(size, state);
    },
    peek: () => tenantAt(size, store.read()),
    everyone() {
      const tenant = this.peek();
      return Array.from({ length: size }, (_, index) => tenant.at(index));
    },
    hasUnreadWrites: () => beforeUnreadWrites !== undefined,
    async update(decide) {
      const before: TenantState[] = [];
      await store.update((state) => {
        const change = decide(tenantAt(size, state));
        if (!change) return state;
        before.push(state);
        return withChange(state, change);
      });
      beforeUnreadWrites ??= before[0];
      return before.length > 0;
    },
  };
}

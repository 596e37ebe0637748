import type { Person } from './person.js';
import { originalIndex, originalPerson, writtenCount } from './people.js';

/** The directory: who is in it. Positions are stable, so that a page can be continued from one. */
export interface Tenant {
  /** How many people there are. */
  readonly size: number;
  /** The person at a position from 0 to `size - 1`. */
  at(index: number): Person;
  /** The person with that object ID, or that user principal name in any case. */
  find(key: string): Person | undefined;
  /** Everybody whose manager has that object ID, in directory order. */
  reportsOf(managerId: string): Person[];
}

/**
 * Opens the tenant.
 *
 * @param size How many people it has; fewer than are written down leaves the last ones out.
 */
export function openTenant(size = writtenCount): Tenant {
  return {
    size,
    at: originalPerson,
    find(key) {
      const index = originalIndex(key);
      return index !== undefined && index < size ? originalPerson(index) : undefined;
    },
    reportsOf(managerId) {
      return Array.from({ length: size }, (_, index) => originalPerson(index)).filter(
        (person) => person.managerId === managerId,
      );
    },
  };
}

import type { FaultSwitch } from '../faults/fault-switch.js';
import type { Directory } from '../tenant/directory.js';
import type { GrantBook } from '../tenant/grant-book.js';

/** What the sign-in side of the tenant works with. */
export interface LoginContext {
  readonly directory: Directory;
  readonly grants: GrantBook;
  readonly faults: FaultSwitch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

import type { FaultSwitch } from '../faults/fault-switch.js';
import type { Directory } from '../tenant/directory.js';
import type { GrantBook } from '../tenant/grant-book.js';
import type { MfaBook } from '../tenant/mfa-book.js';
import type { TenantSwitches } from '../tenant/switches.js';

/** What the sign-in side of the tenant works with. */
export interface LoginContext {
  readonly directory: Directory;
  readonly grants: GrantBook;
  readonly faults: FaultSwitch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly switches: Readonly<TenantSwitches>;
  /** Requests to the MFA service. */
  readonly mfaBook: MfaBook;
}

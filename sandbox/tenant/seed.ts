import type { DirectoryRole } from './directory-roles.js';
import type { UserProperties } from './person.js';

/** A person as written down here: only what is not derived or usual. */
export interface Seed extends Partial<Omit<UserProperties, 'id' | 'displayName' | 'userPrincipalName'>> {
  /** The part of the user principal name before the domain. */
  readonly name: string;
  readonly displayName: string;
  /** `name` of the manager, who stands further up in the list. */
  readonly manager?: string;
  readonly roles?: readonly DirectoryRole[];
}

import type { AppPassword } from './app-passwords.js';
import type { PersonMethods } from './authentication-methods.js';
import { originalMethods } from './method-seeds.js';
import type { PasswordReset } from './password-reset.js';
import type { Person } from './person.js';
import { originalIndex, originalPerson } from './people.js';
import { changed, type TenantState } from './state.js';

/** The directory at one moment: who is in it. Positions are stable, so that a page can be continued from one. */
export interface Tenant {
  /** How many people there are. */
  readonly size: number;
  /** The person at a position from 0 to `size - 1`. */
  at(index: number): Person;
  /** The person with that object ID, or that user principal name in any case. */
  find(key: string): Person | undefined;
  /** Everybody whose manager has that object ID, in directory order. */
  reportsOf(managerId: string): Person[];
  /** What a person can sign in with besides the password. */
  methodsOf(person: Person): PersonMethods;
  /** The password reset behind an operation. */
  resetOf(operationId: string): PasswordReset | undefined;
  /** Secrets of service principals by key ID. */
  readonly appPasswords: Readonly<Record<string, AppPassword>>;
}

/**
 * @param size How many people there are; fewer than are written down leaves the last ones out.
 * @param state What was changed.
 */
export function tenantAt(size: number, state: TenantState): Tenant {
  const at = (index: number) => changed(originalPerson(index), state);
  const byOriginalKey = (key: string) => {
    const index = originalIndex(key);
    return index !== undefined && index < size ? at(index) : undefined;
  };

  /** People may be renamed: then the old name finds nobody, and the new one stands in the changes only. */
  const renamed = (name: string) => {
    const id = Object.entries(state.people).find(([, values]) => {
      const upn = values['userPrincipalName'];
      return typeof upn === 'string' && upn.toLowerCase() === name;
    })?.[0];
    return id === undefined ? undefined : byOriginalKey(id);
  };

  return {
    size,
    at,
    find(key) {
      const lower = key.toLowerCase();
      const person = byOriginalKey(lower);
      const hasKey = person?.id === lower || person?.userPrincipalName.toLowerCase() === lower;
      return hasKey ? person : renamed(lower);
    },
    reportsOf: (managerId) =>
      Array.from({ length: size }, (_, index) => at(index)).filter(
        (person) => person.managerId === managerId,
      ),
    methodsOf: (person) => state.methods?.[person.id] ?? originalMethods(person),
    resetOf(operationId) {
      const resets = state.resets ?? {};
      return Object.hasOwn(resets, operationId) ? resets[operationId] : undefined;
    },
    appPasswords: state.appPasswords ?? {},
  };
}

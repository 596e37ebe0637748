import type { AppPassword } from './app-passwords.js';
import type { PersonMethods } from './authentication-methods.js';
import type { HistoryEntry } from './history.js';
import { originalMethods } from './method-seeds.js';
import type { PasswordReset } from './password-reset.js';
import { originalIndex, originalPerson } from './people.js';
import type { Person } from './person.js';
import { changed, type TenantState } from './state.js';

/** The directory at one moment: who is in it. Positions are stable, so that a page can be continued from one. */
export interface Tenant {
  /** How many positions there are. */
  readonly size: number;
  /** The person at a position from 0 to `size - 1`; undefined where whoever was there is deleted. */
  at(index: number): Person | undefined;
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
  /** Whether somebody has a user principal name, also one whose creation has not got around yet. */
  isTaken(userPrincipalName: string, exceptId?: string): boolean;
  /** Those who were deleted and can be brought back, under the names they have meanwhile. */
  readonly deleted: readonly Person[];
  /** The person who has or had a position, for good or not; for delta queries. */
  occupantOf(index: number): Occupant | undefined;
  /** The person with an object ID, deleted or not. */
  everFind(id: string): Occupant | undefined;
  /** The user principal name a deleted person had. */
  formerNameOf(id: string): string | undefined;
  /** What happened to people of late, oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** Somebody who is or was in the directory. */
export interface Occupant {
  readonly person: Person;
  /** `restorable` and `gone` are two ways to be deleted. */
  readonly status: 'present' | 'restorable' | 'gone';
}

/** Which replica of the directory answers. */
export interface Replica {
  /** Milliseconds since 1970: of people created since then it has not heard. */
  readonly createdBefore?: number | undefined;
}

/** A deleted person leaves the name to others (Graph: delete user). */
function asDeleted(person: Person, at: number): Person {
  return {
    ...person,
    deletedDateTime: new Date(at).toISOString(),
    userPrincipalName: `${person.id.replaceAll('-', '')}${person.userPrincipalName}`,
  };
}

/**
 * @param size How many people there were at first; fewer than are written down leaves the last ones out.
 * @param state What was changed.
 */
export function tenantAt(size: number, state: TenantState, replica: Replica = {}): Tenant {
  const { createdBefore = Infinity } = replica;
  const created = Object.values(state.created ?? {});
  const isGone = (id: string) => state.deleted?.[id] !== undefined;
  const hasArrived = (person: Person) =>
    state.created?.[person.id] === undefined || Date.parse(person.createdDateTime) < createdBefore;

  const anybodyAt = (index: number) => {
    const original = index < size ? originalPerson(index) : created[index - size];
    return original && changed(original, state);
  };
  /** By object ID, or by the user principal name somebody had at first. */
  const anybodyByFirstKey = (key: string) => {
    const index = originalIndex(key);
    if (index !== undefined && index < size) return anybodyAt(index);
    const newcomer = state.created?.[key];
    return newcomer && changed(newcomer, state);
  };
  const hasName = (person: Person | undefined, name: string) =>
    person !== undefined && !isGone(person.id) && person.userPrincipalName.toLowerCase() === name;

  /** People may be renamed: then the old name finds nobody, and the new one stands in the changes only. */
  const renamed = (name: string) => {
    const id = Object.entries(state.people).find(([candidate, values]) => {
      const upn = values['userPrincipalName'];
      return !isGone(candidate) && typeof upn === 'string' && upn.toLowerCase() === name;
    })?.[0];
    return id === undefined ? undefined : anybodyByFirstKey(id);
  };

  const byName = (name: string) => {
    const person = anybodyByFirstKey(name);
    if (hasName(person, name)) return person;
    const newcomer = created.find((candidate) => hasName(changed(candidate, state), name));
    return renamed(name) ?? (newcomer && changed(newcomer, state));
  };

  const present = (person: Person | undefined) =>
    person && !isGone(person.id) && hasArrived(person) ? person : undefined;

  // A delta query goes by the history, in which nothing may be missing: it never lags behind on new people.
  const occupant = (person: Person | undefined): Occupant | undefined => {
    if (!person) return undefined;
    const deletion = state.deleted?.[person.id];
    return { person, status: !deletion ? 'present' : deletion.isPermanent ? 'gone' : 'restorable' };
  };

  const at = (index: number) => present(anybodyAt(index));

  return {
    size: size + created.length,
    at,
    find(key) {
      const lower = key.toLowerCase();
      const person = anybodyByFirstKey(lower);
      return present(person?.id === lower ? person : byName(lower));
    },
    reportsOf: (managerId) =>
      Array.from({ length: size + created.length }, (_, index) => at(index)).filter(
        (person): person is Person => person?.managerId === managerId,
      ),
    methodsOf: (person) => state.methods?.[person.id] ?? originalMethods(person),
    resetOf(operationId) {
      const resets = state.resets ?? {};
      return Object.hasOwn(resets, operationId) ? resets[operationId] : undefined;
    },
    appPasswords: state.appPasswords ?? {},
    isTaken(userPrincipalName, exceptId) {
      const holder = byName(userPrincipalName.toLowerCase());
      return holder !== undefined && holder.id !== exceptId;
    },
    get deleted() {
      return Object.entries(state.deleted ?? {}).flatMap(([id, { at: deletedAt, isPermanent }]) => {
        const person = isPermanent ? undefined : anybodyByFirstKey(id);
        return person ? [asDeleted(person, deletedAt)] : [];
      });
    },
    occupantOf: (index) => occupant(anybodyAt(index)),
    everFind: (id) => occupant(anybodyByFirstKey(id)),
    formerNameOf: (id) => anybodyByFirstKey(id)?.userPrincipalName,
    history: state.history ?? [],
  };
}

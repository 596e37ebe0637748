import { administrativeUnits, type AdministrativeUnit } from './administrative-units.js';
import { directoryRoles, type DirectoryRole } from './directory-roles.js';
import { groups, type Group } from './groups.js';
import { stableId } from './identity.js';
import { writtenCount } from './people.js';
import type { Person } from './person.js';
import type { Tenant } from './tenant.js';

/** An Entra role of this tenant; unlike its template it has another object ID in every tenant. */
export interface RoleObject {
  readonly id: string;
  readonly name: DirectoryRole;
}

function isRoleName(name: string): name is DirectoryRole {
  return Object.hasOwn(directoryRoles, name);
}

/** Every Entra role that is activated here. */
export const roleObjects: readonly RoleObject[] = Object.keys(directoryRoles)
  .filter(isRoleName)
  .map((name) => ({ id: stableId(`directoryRole:${name}`), name }));

/** What somebody belongs to. */
export interface Memberships {
  readonly groups: readonly Group[];
  readonly roles: readonly RoleObject[];
  readonly units: readonly AdministrativeUnit[];
}

function groupsAround(id: string): Group[] {
  return groups.filter(({ memberIds }) => memberIds.includes(id));
}

/** A set that starts with some items and takes in whatever they lead to, each once. */
function closure<T>(first: readonly T[], next: (item: T) => readonly T[]): T[] {
  const found = new Set(first);
  for (const item of found) for (const further of next(item)) found.add(further);
  return [...found];
}

/**
 * What a person belongs to.
 *
 * @param isTransitive Whether groups count too that hold the person through another group.
 */
export function membershipsOf({ id, directoryRoles: held }: Person, isTransitive: boolean): Memberships {
  const direct = groupsAround(id);
  return {
    groups: isTransitive ? closure(direct, (group) => groupsAround(group.id)) : direct,
    roles: roleObjects.filter(({ name }) => held.includes(directoryRoles[name])),
    units: administrativeUnits.filter(({ memberIds }) => memberIds.includes(id)),
  };
}

/** Who and what belongs to a group. */
export interface Members {
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
}

/**
 * @param isTransitive Whether members of the groups in it count too.
 * @returns Who and what belongs to a group.
 */
export function membersOf(group: Group, tenant: Tenant, isTransitive: boolean): Members {
  const groupsIn = ({ memberIds }: Group) => groups.filter(({ id }) => memberIds.includes(id));
  const inner = isTransitive ? closure(groupsIn(group), groupsIn) : groupsIn(group);
  const holders = isTransitive ? [group, ...inner] : [group];
  const ids = new Set(holders.flatMap(({ memberIds }) => memberIds));
  const people = [...ids].map((id) => tenant.find(id)).filter((person) => person !== undefined);
  return { people, groups: inner };
}

/** @returns Everybody who holds an Entra role; made-up and new people never do. */
export function holdersOf({ name }: RoleObject, tenant: Tenant): Person[] {
  return Array.from({ length: Math.min(writtenCount, tenant.size) }, (_, index) => tenant.at(index))
    .filter((person) => person !== undefined)
    .filter((person) => person.directoryRoles.includes(directoryRoles[name]));
}

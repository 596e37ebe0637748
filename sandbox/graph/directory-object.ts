import type { Caller } from '../login/access-token.js';
import type { AdministrativeUnit } from '../tenant/administrative-units.js';
import type { Device } from '../tenant/devices.js';
import { directoryRoles } from '../tenant/directory-roles.js';
import { mailOf, type Group } from '../tenant/groups.js';
import type { RoleObject } from '../tenant/memberships.js';
import { holds } from './permission.js';
import { profileReaders } from './visibility.js';

/** Types of directory objects, users apart (Graph: directoryObject). */
export type ObjectType = 'group' | 'directoryRole' | 'administrativeUnit' | 'device';

/** A directory object other than a user. */
export interface DirectoryObject {
  readonly type: ObjectType | 'user';
  readonly id: string;
  /** Every property, `id` too. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const groupDefaults = {
  deletedDateTime: null,
  classification: null,
  createdDateTime: '2021-02-15T09:30:00Z',
  creationOptions: [],
  expirationDateTime: null,
  membershipRule: null,
  membershipRuleProcessingState: null,
  onPremisesDomainName: null,
  onPremisesLastSyncDateTime: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  preferredDataLocation: null,
  preferredLanguage: null,
  renewedDateTime: '2021-02-15T09:30:00Z',
  resourceBehaviorOptions: [],
  resourceProvisioningOptions: [],
  theme: null,
};

/** A group as a directory object (Graph: group resource type). */
export function groupObject(group: Group): DirectoryObject {
  const mail = mailOf(group);
  const properties = {
    id: group.id,
    ...groupDefaults,
    description: group.description,
    displayName: group.displayName,
    groupTypes: group.kind === 'unified' ? ['Unified'] : [],
    isAssignableToRole: group.isAssignableToRole ? true : null,
    mail,
    mailEnabled: mail !== null,
    mailNickname: group.mailNickname,
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    securityEnabled: group.kind === 'security',
    visibility: group.kind === 'unified' ? 'Private' : null,
  };
  return { type: 'group', id: group.id, properties };
}

/** An Entra role as a directory object (Graph: directoryRole resource type). */
export function roleObject({ id, name }: RoleObject): DirectoryObject {
  const properties = {
    id,
    deletedDateTime: null,
    description: `Members have the rights of the ${name}.`,
    displayName: name,
    roleTemplateId: directoryRoles[name],
  };
  return { type: 'directoryRole', id, properties };
}

/** An administrative unit as a directory object (Graph: administrativeUnit resource type). */
export function unitObject({ id, displayName, description }: AdministrativeUnit): DirectoryObject {
  const properties = { id, deletedDateTime: null, displayName, description, visibility: null };
  return { type: 'administrativeUnit', id, properties };
}

/** A device as a directory object (Graph: device resource type). */
export function deviceObject({ ownerId: _owner, ...device }: Device): DirectoryObject {
  const properties = {
    ...device,
    deletedDateTime: null,
    complianceExpirationDateTime: null,
    createdDateTime: device.registrationDateTime,
    deviceCategory: null,
    deviceMetadata: null,
    deviceOwnership: device.isManaged ? 'Company' : null,
    deviceVersion: 2,
    enrollmentProfileName: null,
    managementType: device.isManaged ? 'MDM' : null,
    onPremisesSyncEnabled: device.trustType === 'ServerAd' ? true : null,
    profileType: 'RegisteredDevice',
    systemLabels: [],
  };
  return { type: 'device', id: device.id, properties };
}

/** Permissions any of which shows the properties of a type (Graph: permissions of get group, directoryRole, …). */
const readers: Readonly<Record<ObjectType | 'user', readonly string[]>> = {
  administrativeUnit: ['AdministrativeUnit.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  device: ['Device.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  directoryRole: ['RoleManagement.Read.Directory', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  group: ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  user: ['User.ReadBasic.All', ...profileReaders],
};

/** @returns Whether the caller may see the properties of objects of a type. */
export function canRead(caller: Caller, type: ObjectType | 'user'): boolean {
  return holds(caller, readers[type]);
}

/** @returns Permissions any of which opens what is about objects of a type. */
export function readersOf(type: ObjectType): readonly string[] {
  return readers[type];
}

/**
 * A directory object as Graph shows it to this caller: without the permission to read its type only the type and the
 * ID (Graph: limited information returned for inaccessible member objects).
 *
 * @param names The properties wanted; undefined for all.
 */
export function showObject(
  caller: Caller,
  { type, id, properties }: DirectoryObject,
  names: readonly string[] | undefined,
): Record<string, unknown> {
  const head = { '@odata.type': `#microsoft.graph.${type}` };
  if (!canRead(caller, type)) return { ...head, id };
  const wanted = names ?? Object.keys(properties);
  const shown = wanted.filter((name) => Object.hasOwn(properties, name));
  return { ...head, ...Object.fromEntries(shown.map((name) => [name, properties[name]])) };
}

import {
  deviceObject,
  groupObject,
  roleObject,
  unitObject,
  type DirectoryObject,
  type ObjectType,
} from './directory-object.js';
import { userProperties, type UserProperty } from './user-properties.js';

/** Properties of a type, and what `$filter` and `$orderby` can do with them. */
export type PropertyTable = Readonly<Record<string, UserProperty>>;

const text: UserProperty = { type: 'String', operators: ['eq', 'ne', 'not', 'ge', 'le', 'in', 'startsWith'] };
const choice: UserProperty = { type: 'String', operators: ['eq', 'ne', 'not', 'in'] };
const flag: UserProperty = { ...choice, type: 'Boolean' };
const time: UserProperty = {
  type: 'DateTimeOffset',
  operators: ['eq', 'ne', 'not', 'ge', 'le', 'gt', 'lt', 'in'],
};

/** What can be filtered and sorted, by type (Graph: properties of the resource types). */
const filterable: Readonly<Record<ObjectType, PropertyTable>> = {
  group: {
    id: choice,
    displayName: text,
    description: text,
    mail: text,
    mailNickname: text,
    createdDateTime: time,
    isAssignableToRole: flag,
    mailEnabled: flag,
    securityEnabled: flag,
  },
  device: {
    id: choice,
    deviceId: choice,
    displayName: text,
    operatingSystem: text,
    operatingSystemVersion: text,
    trustType: choice,
    accountEnabled: flag,
    isCompliant: flag,
    isManaged: flag,
    approximateLastSignInDateTime: time,
    registrationDateTime: time,
  },
  directoryRole: { id: choice, displayName: text, roleTemplateId: choice },
  administrativeUnit: { id: choice, displayName: text, description: text },
};

const unnamed = { id: '', displayName: '', description: '' };

const patterns: Readonly<Record<ObjectType, DirectoryObject>> = {
  group: groupObject({
    ...unnamed,
    mailNickname: '',
    kind: 'security',
    isAssignableToRole: false,
    memberIds: [],
  }),
  device: deviceObject({
    id: '',
    deviceId: '',
    ownerId: '',
    displayName: '',
    operatingSystem: '',
    operatingSystemVersion: '',
    manufacturer: '',
    model: '',
    trustType: 'AzureAd',
    accountEnabled: true,
    isCompliant: null,
    isManaged: null,
    approximateLastSignInDateTime: null,
    registrationDateTime: '',
  }),
  directoryRole: roleObject({ id: '', name: 'Global Administrator' }),
  administrativeUnit: unitObject({ ...unnamed, memberIds: [] }),
};

/** What a collection of several types knows. */
export interface Vocabulary {
  /** Every property, properly spelled. */
  readonly names: readonly string[];
  readonly filterable: PropertyTable;
  /** Name of the type all items share, without the namespace. */
  readonly typeName: string;
}

/**
 * @param types The types that occur in a collection.
 * @returns What can be selected, filtered and sorted there.
 */
export function vocabularyOf(types: readonly (ObjectType | 'user')[]): Vocabulary {
  const [only, ...more] = types;
  let table: PropertyTable = {};
  for (const type of types) table = { ...(type === 'user' ? userProperties : filterable[type]), ...table };
  return {
    names: types.flatMap((type) => Object.keys(type === 'user' ? userProperties : patterns[type].properties)),
    filterable: table,
    typeName: only !== undefined && more.length === 0 ? only : 'directoryObject',
  };
}

/** @returns The proper spelling of one of some names; undefined where there is none. */
export function spelled(names: readonly string[], given: string): string | undefined {
  return names.find((name) => name.toLowerCase() === given.toLowerCase());
}

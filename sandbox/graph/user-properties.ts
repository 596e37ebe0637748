import type { UserProperties } from '../tenant/person.js';

/** Name of an ordinary property of a user. */
export type UserPropertyName = keyof UserProperties;

/** An operator of `$filter`; inside `any` it applies to the items of a collection. */
export type Operator = 'eq' | 'ne' | 'not' | 'ge' | 'le' | 'gt' | 'lt' | 'in' | 'startsWith' | 'endsWith';

/** Types of properties, as far as `$filter` and `$orderby` tell them apart. */
export type PropertyType = 'String' | 'Boolean' | 'DateTimeOffset' | 'Collection' | 'Complex';

/** What Graph lets a caller do with a property (Graph: user resource type, properties). */
export interface UserProperty {
  readonly type: PropertyType;
  /** Operators of `$filter`; for a collection those inside `any`. */
  readonly operators: readonly Operator[];
  /** Those of them that need an advanced query although they usually do not. */
  readonly advancedOperators?: readonly Operator[];
}

const text: UserProperty = {
  type: 'String',
  operators: ['eq', 'ne', 'not', 'ge', 'le', 'in', 'startsWith'],
};
const address: UserProperty = { ...text, operators: [...text.operators, 'endsWith'] };
const plainText: UserProperty = { type: 'String', operators: [] };
const choice: UserProperty = { type: 'String', operators: ['eq', 'ne', 'not', 'in'] };
const flag: UserProperty = { ...choice, type: 'Boolean' };
const time: UserProperty = {
  type: 'DateTimeOffset',
  operators: ['eq', 'ne', 'not', 'ge', 'le', 'gt', 'lt', 'in'],
};
const list: UserProperty = { type: 'Collection', operators: ['eq', 'not', 'startsWith'] };
const objects: UserProperty = { type: 'Collection', operators: ['eq', 'not'] };

/** Every ordinary property. Those held elsewhere, such as `skills`, are not among them. */
export const userProperties: Readonly<Record<UserPropertyName, UserProperty>> = {
  id: choice,
  businessPhones: { type: 'Collection', operators: ['eq', 'not'] },
  displayName: text,
  givenName: text,
  jobTitle: text,
  mail: address,
  mobilePhone: { ...text, advancedOperators: ['startsWith'] },
  officeLocation: text,
  preferredLanguage: text,
  surname: text,
  userPrincipalName: address,
  accountEnabled: flag,
  ageGroup: choice,
  assignedLicenses: objects,
  city: text,
  companyName: text,
  country: text,
  createdDateTime: time,
  creationType: choice,
  deletedDateTime: time,
  department: text,
  employeeHireDate: time,
  employeeId: text,
  employeeType: text,
  externalUserState: choice,
  faxNumber: plainText,
  identities: objects,
  imAddresses: list,
  lastPasswordChangeDateTime: plainText,
  mailNickname: text,
  onPremisesDistinguishedName: plainText,
  onPremisesDomainName: plainText,
  onPremisesImmutableId: choice,
  onPremisesLastSyncDateTime: time,
  onPremisesSamAccountName: text,
  onPremisesSecurityIdentifier: choice,
  onPremisesSyncEnabled: flag,
  onPremisesUserPrincipalName: plainText,
  otherMails: list,
  passwordPolicies: plainText,
  passwordProfile: { type: 'Complex', operators: [] },
  postalCode: text,
  proxyAddresses: list,
  showInAddressList: { type: 'Boolean', operators: [] },
  signInActivity: { type: 'Complex', operators: ['eq', 'ne', 'ge', 'le', 'gt', 'lt'] },
  signInSessionsValidFromDateTime: plainText,
  state: text,
  streetAddress: plainText,
  usageLocation: text,
  userType: choice,
};

/** What a read gives without `$select` (Graph: list users). */
export const defaultProperties: readonly UserPropertyName[] = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** What `User.ReadBasic.All` shows (Graph: permissions reference). */
export const basicProperties: ReadonlySet<string> = new Set([
  'displayName',
  'givenName',
  'id',
  'mail',
  'surname',
  'userPrincipalName',
]);

/** Properties kept outside the directory: they can be read of one user only. The value is what an unset one reads. */
export const singleUserProperties: Readonly<Record<string, null | readonly never[]>> = {
  aboutMe: null,
  birthday: null,
  hireDate: null,
  interests: [],
  mailboxSettings: null,
  mySite: null,
  pastProjects: [],
  preferredName: null,
  responsibilities: [],
  schools: [],
  skills: [],
};

const namesByLowerCase = new Map<string, string>(
  [...Object.keys(userProperties), ...Object.keys(singleUserProperties)].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/**
 * @param name Name of a property in any case.
 * @returns Its proper spelling, or undefined where a user has no such property.
 */
export function properName(name: string): string | undefined {
  return namesByLowerCase.get(name.toLowerCase());
}

/** @returns Whether the name, in its proper spelling, is one of an ordinary property. */
export function isUserProperty(name: string): name is UserPropertyName {
  return Object.hasOwn(userProperties, name);
}

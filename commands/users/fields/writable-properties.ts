/** Types of values, as far as text can be turned into them. */
export type FieldType =
  | 'text'
  | 'boolean'
  /** A list of texts; one text is a list of one. */
  | 'texts'
  /** A day, or a time with its zone. */
  | 'moment'
  /** A password. */
  | 'secret'
  /** An object with members of its own. */
  | 'members'
  /** Whatever JSON holds: the tenant decides what it is. */
  | 'open';

/** What may be written to one property of a user. */
export interface WritableProperty {
  readonly type: FieldType;
  /** Whether it must have a value. */
  readonly isRequired?: true;
  /** Whether Graph refuses it together with other properties, because it is kept outside the directory. */
  readonly isAlone?: true;
  /** Members, where the type is `members`. */
  readonly members?: WritableProperties;
}

/** Properties by their names. */
export type WritableProperties = Readonly<Record<string, WritableProperty>>;

const text: WritableProperty = { type: 'text' };
const requiredText: WritableProperty = { type: 'text', isRequired: true };
const aloneTexts: WritableProperty = { type: 'texts', isAlone: true };

const extensionAttributes = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => [`extensionAttribute${index + 1}`, text]),
);

/** The properties of a user that can be written, with their types. Graph: user resource type; update user. */
export const writableProperties: WritableProperties = {
  aboutMe: { type: 'text', isAlone: true },
  accountEnabled: { type: 'boolean', isRequired: true },
  ageGroup: text,
  authorizationInfo: {
    type: 'members',
    isRequired: true,
    members: { certificateUserIds: { type: 'texts' } },
  },
  birthday: { type: 'moment', isAlone: true },
  businessPhones: { type: 'texts' },
  city: text,
  companyName: text,
  consentProvidedForMinor: text,
  country: text,
  customSecurityAttributes: { type: 'open' },
  department: text,
  displayName: requiredText,
  employeeHireDate: { type: 'moment' },
  employeeId: text,
  employeeLeaveDateTime: { type: 'moment' },
  employeeOrgData: { type: 'members', members: { costCenter: text, division: text } },
  employeeType: text,
  faxNumber: text,
  givenName: text,
  hireDate: { type: 'moment', isAlone: true },
  identities: { type: 'open' },
  interests: aloneTexts,
  jobTitle: text,
  mail: text,
  mailNickname: requiredText,
  mobilePhone: text,
  mySite: { type: 'text', isAlone: true },
  officeLocation: text,
  onPremisesExtensionAttributes: { type: 'members', isRequired: true, members: extensionAttributes },
  onPremisesImmutableId: text,
  otherMails: { type: 'texts' },
  passwordPolicies: text,
  passwordProfile: {
    type: 'members',
    isRequired: true,
    members: {
      password: { type: 'secret', isRequired: true },
      forceChangePasswordNextSignIn: { type: 'boolean', isRequired: true },
      forceChangePasswordNextSignInWithMfa: { type: 'boolean', isRequired: true },
    },
  },
  pastProjects: aloneTexts,
  postalCode: text,
  preferredDataLocation: text,
  preferredLanguage: text,
  preferredName: { type: 'text', isAlone: true },
  responsibilities: aloneTexts,
  schools: aloneTexts,
  showInAddressList: { type: 'boolean' },
  skills: aloneTexts,
  state: text,
  streetAddress: text,
  surname: text,
  usageLocation: requiredText,
  userPrincipalName: requiredText,
  userType: requiredText,
};

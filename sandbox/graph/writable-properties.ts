import { isUserProperty, type UserPropertyName } from './user-properties.js';

/** What a write may set a property to (Graph: update user; user resource type). */
export interface WritableProperty {
  /** Whether a value fits, null apart. */
  readonly accepts: (value: unknown) => boolean;
  readonly isNullable: boolean;
  /** Whether the on-premises directory decides it for a synchronized person. */
  readonly isMasteredOnPremises: boolean;
}

function text(longest: number, options: { required?: boolean; mastered?: boolean } = {}): WritableProperty {
  return {
    accepts: (value) => typeof value === 'string' && value.length >= 1 && value.length <= longest,
    isNullable: options.required !== true,
    isMasteredOnPremises: options.mastered !== false,
  };
}

function flag(isNullable: boolean): WritableProperty {
  return { accepts: (value) => typeof value === 'boolean', isNullable, isMasteredOnPremises: false };
}

function choice(...values: readonly string[]): WritableProperty {
  return {
    accepts: (value) => typeof value === 'string' && values.includes(value),
    isNullable: true,
    isMasteredOnPremises: false,
  };
}

function list(longest: number, isMasteredOnPremises: boolean): WritableProperty {
  return {
    accepts: (value) =>
      Array.isArray(value) &&
      value.length <= longest &&
      value.every((item) => typeof item === 'string' && item.length >= 1 && item.length <= 250),
    isNullable: false,
    isMasteredOnPremises,
  };
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/;

/** Printable ASCII but for what an address gives a meaning to (Graph: user resource type, mailNickname). */
const nickname = /^[!#$%&*+\-.0-9=?A-Z^_`a-z{|}~]{1,64}$/;

const writable: Partial<Record<UserPropertyName, WritableProperty>> = {
  accountEnabled: flag(false),
  ageGroup: choice('Minor', 'NotAdult', 'Adult'),
  businessPhones: list(1, true),
  city: text(128),
  companyName: text(64),
  country: text(128),
  department: text(64),
  displayName: text(256, { required: true }),
  employeeHireDate: {
    accepts: (value) => typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value)),
    isNullable: true,
    isMasteredOnPremises: false,
  },
  employeeId: text(16),
  employeeType: text(256, { mastered: false }),
  faxNumber: text(64),
  givenName: text(64),
  jobTitle: text(128),
  mail: text(256),
  mailNickname: {
    ...text(64, { required: true }),
    accepts: (value) => typeof value === 'string' && nickname.test(value),
  },
  mobilePhone: text(64),
  officeLocation: text(128),
  otherMails: list(250, false),
  passwordPolicies: {
    accepts: (value) =>
      typeof value === 'string' &&
      value
        .split(',')
        .every((part) => /^(None|DisableStrongPassword|DisablePasswordExpiration)$/.test(part.trim())),
    isNullable: true,
    isMasteredOnPremises: false,
  },
  postalCode: text(40),
  preferredLanguage: text(100),
  showInAddressList: flag(true),
  state: text(128),
  streetAddress: text(1024),
  surname: text(64),
  usageLocation: {
    accepts: (value) => typeof value === 'string' && /^[A-Za-z]{2}$/.test(value),
    isNullable: false,
    isMasteredOnPremises: false,
  },
  userPrincipalName: text(113, { required: true }),
  userType: { ...choice('Member', 'Guest'), isNullable: false },
};

/** Set when somebody is created, and never again by hand. */
const onlyAtCreation: Partial<Record<UserPropertyName, WritableProperty>> = {
  onPremisesImmutableId: {
    accepts: (value) => typeof value === 'string' && /^[^$_]{1,255}$/.test(value),
    isNullable: true,
    isMasteredOnPremises: true,
  },
};

/**
 * @param name Name of a property, spelled as in JSON.
 * @param isCreation Whether it is about a new person.
 * @returns What may be written to it; undefined where nothing may, or where it is not an ordinary property.
 */
export function writableProperty(name: string, isCreation = false): WritableProperty | undefined {
  if (!isUserProperty(name)) return undefined;
  return writable[name] ?? (isCreation ? onlyAtCreation[name] : undefined);
}

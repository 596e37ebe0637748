import { directoryRoles } from './directory-roles.js';
import { domain, stableId } from './identity.js';
import type { Person } from './person.js';
import type { Seed } from './seed.js';

const usual = {
  accountEnabled: true,
  ageGroup: null,
  assignedLicenses: [],
  businessPhones: [],
  city: null,
  companyName: null,
  country: null,
  createdDateTime: '2021-02-15T09:30:00Z',
  creationType: null,
  deletedDateTime: null,
  department: null,
  directoryRoles: [],
  employeeHireDate: null,
  employeeId: null,
  employeeType: null,
  externalUserState: null,
  faxNumber: null,
  imAddresses: [],
  jobTitle: null,
  lastPasswordChangeDateTime: '2025-11-03T07:12:44Z',
  managerId: null,
  mobilePhone: null,
  officeLocation: null,
  onPremisesDistinguishedName: null,
  onPremisesDomainName: null,
  onPremisesImmutableId: null,
  onPremisesLastSyncDateTime: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  onPremisesUserPrincipalName: null,
  otherMails: [],
  passwordPolicies: null,
  passwordProfile: null,
  postalCode: null,
  profile: {},
  preferredLanguage: null,
  showInAddressList: null,
  signInActivity: null,
  signInSessionsValidFromDateTime: '2021-02-15T09:30:00Z',
  state: null,
  streetAddress: null,
  usageLocation: null,
  userType: 'Member',
} satisfies Partial<Person>;

const officeLicense = { skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900', disabledPlans: [] };

/**
 * @param name The part of a written person's user principal name before the domain.
 * @returns That person's object ID.
 */
export function seedId(name: string): string {
  return stableId(`user:${name}@${domain}`);
}

/**
 * The person a seed stands for, with everything derived that the seed does not say.
 *
 * @param seed What is written down about the person.
 * @param index Position in the directory; spreads the dates.
 * @param id Object ID.
 */
export function personFrom(seed: Seed, index: number, id: string): Person {
  const { name, manager, roles, ...own } = seed;
  const userPrincipalName = `${name}@${domain}`;
  const [givenName, ...rest] = seed.displayName.split(' ');
  const mail = own.mail === undefined ? userPrincipalName : own.mail;
  return {
    ...usual,
    id,
    userPrincipalName,
    givenName: givenName ?? null,
    surname: rest.join(' '),
    mailNickname: name.replaceAll(/[^\w.-]/g, ''),
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    identities: [{ signInType: 'userPrincipalName', issuer: domain, issuerAssignedId: userPrincipalName }],
    assignedLicenses: seed.employeeId ? [officeLicense] : [],
    createdDateTime: new Date(Date.UTC(2021, index % 48, 10, 8, 0, 0)).toISOString(),
    signInActivity: {
      lastSignInDateTime: new Date(Date.UTC(2026, 1, 1 + (index % 27), 7, 45, 0)).toISOString(),
      lastNonInteractiveSignInDateTime: null,
    },
    ...own,
    mail,
    managerId: manager === undefined ? null : seedId(manager),
    directoryRoles: (roles ?? []).map((role) => directoryRoles[role]),
  };
}

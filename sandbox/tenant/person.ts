/** A way a person signs in (Graph: objectIdentity). */
export interface Identity {
  readonly signInType: string;
  readonly issuer: string;
  readonly issuerAssignedId: string;
}

/** A license of a person (Graph: assignedLicense). */
export interface AssignedLicense {
  readonly skuId: string;
  readonly disabledPlans: readonly string[];
}

/** When a person last signed in (Graph: signInActivity). */
export interface SignInActivity {
  readonly lastSignInDateTime: string | null;
  readonly lastNonInteractiveSignInDateTime: string | null;
}

/** What a person has to do about the password (Graph: passwordProfile); it never tells the password. */
export interface PasswordProfile {
  readonly forceChangePasswordNextSignIn: boolean;
  readonly forceChangePasswordNextSignInWithMfa: boolean;
  readonly password: null;
}

/** What Graph can say about a user; unset single values are null, unset collections empty. Times are ISO 8601 UTC. */
export interface UserProperties {
  readonly id: string;
  readonly businessPhones: readonly string[];
  readonly displayName: string;
  readonly givenName: string | null;
  readonly jobTitle: string | null;
  readonly mail: string | null;
  readonly mobilePhone: string | null;
  readonly officeLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly surname: string | null;
  readonly userPrincipalName: string;
  readonly accountEnabled: boolean;
  readonly ageGroup: string | null;
  readonly assignedLicenses: readonly AssignedLicense[];
  readonly city: string | null;
  readonly companyName: string | null;
  readonly country: string | null;
  readonly createdDateTime: string;
  readonly creationType: string | null;
  readonly deletedDateTime: string | null;
  readonly department: string | null;
  readonly employeeHireDate: string | null;
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly externalUserState: string | null;
  readonly faxNumber: string | null;
  readonly identities: readonly Identity[];
  readonly imAddresses: readonly string[];
  readonly lastPasswordChangeDateTime: string | null;
  readonly mailNickname: string;
  readonly onPremisesDistinguishedName: string | null;
  readonly onPremisesDomainName: string | null;
  readonly onPremisesImmutableId: string | null;
  readonly onPremisesLastSyncDateTime: string | null;
  readonly onPremisesSamAccountName: string | null;
  readonly onPremisesSecurityIdentifier: string | null;
  readonly onPremisesSyncEnabled: boolean | null;
  readonly onPremisesUserPrincipalName: string | null;
  readonly otherMails: readonly string[];
  readonly passwordPolicies: string | null;
  readonly passwordProfile: PasswordProfile | null;
  readonly postalCode: string | null;
  readonly proxyAddresses: readonly string[];
  readonly showInAddressList: boolean | null;
  readonly signInActivity: SignInActivity | null;
  readonly signInSessionsValidFromDateTime: string | null;
  readonly state: string | null;
  readonly streetAddress: string | null;
  readonly usageLocation: string | null;
  readonly userType: 'Member' | 'Guest';
}

/** One person of the tenant: the user object, and what Graph keeps in relationships. */
export interface Person extends UserProperties {
  /** Object ID of the manager; null where none is set. */
  readonly managerId: string | null;
  /** Template IDs of the Entra roles held; a person with any of them is an administrator. */
  readonly directoryRoles: readonly string[];
  /** What is kept outside the directory, such as `skills`, as far as it was set. */
  readonly profile: Readonly<Record<string, unknown>>;
}

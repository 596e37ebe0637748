/** What an account is made from: a user as Graph gives it. Any of it may be missing. */
export interface AccountSource {
  readonly displayName?: unknown;
  readonly userPrincipalName?: unknown;
  readonly jobTitle?: unknown;
  readonly mail?: unknown;
  readonly mobilePhone?: unknown;
  readonly id?: unknown;
  readonly officeLocation?: unknown;
}

/** The platform's standard `Account` object, read by playbooks that know no Graph. Missing values are null. */
export interface Account {
  readonly Type: 'Azure AD';
  readonly DisplayName: string | null;
  readonly Username: string | null;
  readonly JobTitle: string | null;
  readonly Email: { readonly Address: string | null };
  readonly TelephoneNumber: string | null;
  readonly ID: string | null;
  readonly Office: string | null;
}

/** Describes a Graph user as an `Account`. */
export function accountOf(user: AccountSource): Account {
  return {
    Type: 'Azure AD',
    DisplayName: textOrNull(user.displayName),
    Username: textOrNull(user.userPrincipalName),
    JobTitle: textOrNull(user.jobTitle),
    Email: { Address: textOrNull(user.mail) },
    TelephoneNumber: textOrNull(user.mobilePhone),
    ID: textOrNull(user.id),
    Office: textOrNull(user.officeLocation),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

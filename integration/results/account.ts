import { type JsonObject } from '../json.js';

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

/** Describes a user as an `Account`. @param user The user as Graph gives it; properties may be missing. */
export function accountOf(user: JsonObject): Account {
  const text = (key: string): string | null => {
    const value = user[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    Type: 'Azure AD',
    DisplayName: text('displayName'),
    Username: text('userPrincipalName'),
    JobTitle: text('jobTitle'),
    Email: { Address: text('mail') },
    TelephoneNumber: text('mobilePhone'),
    ID: text('id'),
    Office: text('officeLocation'),
  };
}

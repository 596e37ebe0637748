import { PermissionError } from '../../../integration/errors.js';

/** Permissions that single properties take, beside or in the place of the one for users. Graph: update user, permissions. */
const permissions: Readonly<Record<string, string>> = {
  accountEnabled: 'User.EnableDisableAccount.All',
  businessPhones: 'User-Phone.ReadWrite.All',
  customSecurityAttributes: 'CustomSecAttributeAssignment.ReadWrite.All',
  employeeLeaveDateTime: 'User-LifeCycleInfo.ReadWrite.All',
  identities: 'User.ManageIdentities.All',
  mobilePhone: 'User-Phone.ReadWrite.All',
  otherMails: 'User-Mail.ReadWrite.All',
  passwordProfile: 'User-PasswordProfile.ReadWrite.All',
};

/**
 * Adds to a refusal which of the properties take permissions of their own; Graph does not say which one it refused.
 * @param names Properties in Graph's spelling.
 */
export function explainRefusal(error: unknown, names: readonly string[]): unknown {
  if (!(error instanceof PermissionError)) return error;
  const special = names.flatMap((name) => {
    const permission = permissions[name];
    return permission === undefined ? [] : [`${name} takes ${permission}`];
  });
  if (special.length === 0) return error;
  const nextStep = `${error.nextStep ?? ''} For a change of single properties: ${special.join(', ')}.`.trim();
  return new PermissionError(error.message, nextStep, error.failure);
}

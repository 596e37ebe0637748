import type { PasswordProfile } from '../tenant/person.js';
import { isAcceptablePassword, type PasswordOwner } from './password-policy.js';
import { directoryRefusal } from './problem.js';
import { isJsonObject } from './read-body.js';

/**
 * Checks the shape of a `passwordProfile`.
 *
 * @returns Whether it can be one; the strength of the password is another matter.
 */
export function isPasswordProfile(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isJsonObject(value)) return false;
  return Object.entries(value).every(([name, part]) =>
    name === 'password'
      ? typeof part === 'string'
      : /^forceChangePasswordNextSignIn(WithMfa)?$/.test(name) && typeof part === 'boolean',
  );
}

/**
 * What is kept of a `passwordProfile`: never the password, only when it was set and what the person has to do.
 *
 * @param profile What `isPasswordProfile` let pass.
 * @param before What was kept until now.
 * @param owner Whose password it is to be.
 * @param now Milliseconds since 1970.
 * @throws GraphProblem 400 for a password that the policy refuses.
 */
export function keptOfPassword(
  profile: Readonly<Record<string, unknown>>,
  before: PasswordProfile | null,
  owner: PasswordOwner,
  now: number,
): Readonly<Record<string, unknown>> {
  const { password } = profile;
  if (typeof password === 'string' && !isAcceptablePassword(password, owner)) {
    throw directoryRefusal(
      'The specified password does not comply with password complexity requirements. Please provide a different password.',
    );
  }
  const flag = (name: 'forceChangePasswordNextSignIn' | 'forceChangePasswordNextSignInWithMfa') =>
    typeof profile[name] === 'boolean' ? profile[name] : (before?.[name] ?? false);
  const kept: PasswordProfile = {
    forceChangePasswordNextSignIn: flag('forceChangePasswordNextSignIn'),
    forceChangePasswordNextSignInWithMfa: flag('forceChangePasswordNextSignInWithMfa'),
    password: null,
  };
  return {
    passwordProfile: kept,
    ...(typeof password === 'string' ? { lastPasswordChangeDateTime: new Date(now).toISOString() } : {}),
  };
}

import { directoryRefusal } from './problem.js';
import { isJsonObject } from './read-body.js';

const allowed = /^[A-Za-z0-9@#$%^&*\-_!+=[\]{}|\\:',.?/`~"();<> ]*$/;

/** @returns Whether Entra takes a password for a cloud account: 8 to 256 characters, three of four kinds, nothing exotic. */
export function isStrong(password: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  return password.length >= 8 && password.length <= 256 && kinds >= 3 && allowed.test(password);
}

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
 * @param profile What `isPasswordProfile` let pass.
 * @returns Whether it sets a new password.
 * @throws GraphProblem 400 for a weak one.
 */
export function setsPassword(profile: Readonly<Record<string, unknown>>): boolean {
  const password = profile['password'];
  if (typeof password !== 'string') return false;
  if (!isStrong(password)) {
    throw directoryRefusal(
      'The specified password does not comply with password complexity requirements. Please provide a different password.',
    );
  }
  return true;
}

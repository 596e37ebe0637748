import { badRequest } from './problem.js';
import { singleUserProperties } from './user-properties.js';
import { invalidValue, type UserValues } from './user-values.js';

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/**
 * Whether a write is about properties kept outside the directory, such as `skills`, which cannot be written together
 * with others (Graph: update user).
 *
 * @throws GraphProblem 400 where they are mixed, or where a value does not fit.
 */
export function isProfileUpdate(values: UserValues): boolean {
  const entries = Object.entries(values);
  const ofProfile = entries.filter(([name]) => Object.hasOwn(singleUserProperties, name));
  if (ofProfile.length === 0) return false;
  if (ofProfile.length < entries.length) {
    throw badRequest('The request is currently not supported on the targeted entity set');
  }
  for (const [name, value] of entries) {
    const isList = Array.isArray(singleUserProperties[name]);
    const fits = isList ? Array.isArray(value) && value.every(isText) : value === null || isText(value);
    if (!fits || name === 'mailboxSettings' || name === 'preferredName') throw invalidValue(name);
  }
  return true;
}

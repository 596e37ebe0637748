import { isPasswordProfile } from './password-profile.js';
import { directoryRefusal, type GraphProblem } from './problem.js';
import { isJsonObject, unreadableBody } from './read-body.js';
import { isUserProperty } from './user-properties.js';
import { writableProperty } from './writable-properties.js';

/** Properties of a user as a write sends them. */
export type UserValues = Readonly<Record<string, unknown>>;

/**
 * @param body Parsed JSON body of a write.
 * @returns Its properties, without annotations such as `@odata.type`.
 * @throws GraphProblem 400 where it is no object.
 */
export function readValues(body: unknown): UserValues {
  if (!isJsonObject(body)) throw unreadableBody();
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('@')));
}

/** @returns The 400 for a value that does not fit its property. */
export function invalidValue(name: string): GraphProblem {
  return directoryRefusal(`Invalid value specified for property '${name}' of resource 'User'.`);
}

/**
 * Checks each value by itself, as far as that goes without looking at anybody.
 *
 * @param isCreation Whether the values are those of a new person.
 * @throws GraphProblem 400 for an unknown or read-only property, or a value that does not fit.
 */
export function checkValues(values: UserValues, isCreation: boolean): void {
  for (const [name, value] of Object.entries(values)) {
    const property = writableProperty(name, isCreation);
    if (name === 'passwordProfile') {
      if (!isPasswordProfile(value)) throw invalidValue(name);
    } else if (property) {
      if (value === null ? !property.isNullable : !property.accepts(value)) throw invalidValue(name);
    } else {
      throw directoryRefusal(
        isUserProperty(name)
          ? `Property '${name}' is read-only and cannot be set.`
          : 'One or more properties contains invalid values.',
      );
    }
  }
}

import { SettingsError } from '../../integration/errors.js';

/** A name becomes part of a file's name. */
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** Names of the embedded tenant, so that nobody takes one for the other. */
const RESERVED = /^sandbox/i;

/** Whether an instance of our own may have this name. */
export function isInstanceName(name: string): boolean {
  return NAME.test(name) && !RESERVED.test(name);
}

/**
 * Refuses what cannot name an instance.
 * @throws SettingsError that says what a name may be.
 */
export function checkInstanceName(name: string): void {
  if (isInstanceName(name)) return;
  throw RESERVED.test(name)
    ? new SettingsError(
        'Names that begin with "sandbox" belong to the embedded tenant.',
        'Choose another name, so that nobody takes one for the other.',
      )
    : new SettingsError(
        `${JSON.stringify(name)} cannot be the name of an instance.`,
        'A name has up to 64 letters from a to z, digits, ".", "_" and "-".',
      );
}

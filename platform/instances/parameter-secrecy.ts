import { manifest } from '../../generated/manifest.js';
import { findParameter } from '../../integration/manifest/query.js';
import { type Alias } from '../../integration/settings/aliases.js';
import { FIELDS } from '../../integration/settings/fields.js';
import { type Settings } from '../../integration/settings/settings.js';

/** A half of a credentials field. */
export type Part = NonNullable<Alias['part']>;

const CREDENTIALS = 9;

/** Kinds of field whose content a platform hides: encrypted text, credentials, encrypted text of several lines. */
const SECRET_TYPES: readonly number[] = [4, CREDENTIALS, 14];

/** Fields of a hidden kind that only name something, in every way of signing in. */
const identifiers: readonly Alias[] = [FIELDS.clientId, FIELDS.thumbprint, FIELDS.managedClientId].flatMap(
  ({ aliases }): readonly Alias[] => aliases,
);

const tenantAliases: readonly Alias[] = FIELDS.tenant.aliases;

/** Whether a parameter is a credentials field, which holds an identifier and a password. */
export function isCredentials(name: string): boolean {
  return findParameter(manifest, name)?.type === CREDENTIALS;
}

/**
 * Whether a value must not stand in a file in clear. The tenant counts, because the hosted application's token stands
 * in its place.
 * @param part Which half of a credentials field; undefined for any other field.
 */
export function isSecret(name: string, part: Part | undefined): boolean {
  const type = findParameter(manifest, name)?.type;
  if (type === undefined || !SECRET_TYPES.includes(type) || part === 'identifier') return false;
  return !identifiers.some((alias) => alias.name === name && alias.part === part);
}

/**
 * Whether a value must not be shown: the secret ones, but not the tenant of an application of one's own.
 * @param settings Of the instance; undefined where they cannot be told.
 */
export function isMasked(name: string, part: Part | undefined, settings: Settings | undefined): boolean {
  const isTenant = tenantAliases.some((alias) => alias.name === name && alias.part === part);
  const namesTenant = settings !== undefined && 'tenant' in settings.signIn;
  return isSecret(name, part) && !(isTenant && namesTenant);
}

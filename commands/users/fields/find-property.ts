import { ArgumentError } from '../../../integration/errors.js';
import { nearestName } from '../../../integration/suggest.js';
import { writableProperties, type WritableProperties, type WritableProperty } from './writable-properties.js';

/** Where a value goes: a property in Graph's spelling, and the member of it that is meant, where it has members. */
export interface FoundProperty {
  readonly name: string;
  readonly property: WritableProperty;
  readonly member?: { readonly name: string; readonly property: WritableProperty };
}

/** A directory extension (`extension_<application>_<name>`) or a schema extension (`<domain>_<name>`). */
const extensionName = /^[A-Za-z][A-Za-z0-9]*_\w+$/;

const open: WritableProperty = { type: 'open' };

/**
 * Finds the property that an analyst named, in any case. A member counts by itself too: `password` can only be that of
 * `passwordProfile`.
 * @param name A property, a member of one, or an extension. @param group The property that `name` is a member of.
 * @throws ArgumentError that suggests the nearest name.
 */
export function findProperty(name: string, group?: string): FoundProperty {
  const found = group === undefined ? findByName(name) : findMember(name, group);
  if (found) return found;
  const written = group === undefined ? name : `${group}: ${name}`;
  const near = nearestName(name, everyName());
  throw new ArgumentError(
    `A user has no property "${written}" that can be written${near ? `; did you mean "${near}"?` : '.'}`,
    'Give names as in the Graph user resource, or the full name of an extension.',
  );
}

/** Whether a name is one of a writable property, of a member, or of an extension. */
export function isProperty(name: string): boolean {
  return findByName(name) !== undefined;
}

function findByName(name: string): FoundProperty | undefined {
  const own = entryOf(writableProperties, name);
  if (own) return { name: own[0], property: own[1] };
  for (const [parent, property] of Object.entries(writableProperties)) {
    const member = entryOf(property.members ?? {}, name);
    if (member) return { name: parent, property, member: { name: member[0], property: member[1] } };
  }
  return extensionName.test(name) ? { name, property: open } : undefined;
}

function findMember(name: string, group: string): FoundProperty | undefined {
  const parent = entryOf(writableProperties, group);
  const member = parent && entryOf(parent[1].members ?? {}, name);
  return member && { name: parent[0], property: parent[1], member: { name: member[0], property: member[1] } };
}

function entryOf(
  properties: WritableProperties,
  name: string,
): readonly [string, WritableProperty] | undefined {
  return Object.entries(properties).find(([known]) => known.toLowerCase() === name.toLowerCase());
}

function everyName(): string[] {
  return Object.entries(writableProperties).flatMap(([name, { members = {} }]) => [
    name,
    ...Object.keys(members),
  ]);
}

import { ArgumentError } from '../../../integration/errors.js';
import { isJsonObject } from '../../../integration/json.js';
import { readFields, type WrittenField } from './field-text.js';
import { findProperty, type FoundProperty } from './find-property.js';
import { typedValue } from './typed-value.js';

/** Values to write, in Graph's spelling and types; passwords are {@link Secret}s. */
export interface UserFields {
  /** Those that one request takes together. */
  readonly together: Readonly<Record<string, unknown>>;
  /** Those that Graph takes only in a request without the others. */
  readonly alone: Readonly<Record<string, unknown>>;
}

/**
 * Turns what an analyst wrote into values for Graph.
 * @param text `name=value` pairs or a JSON object. @param delimiter What parts the pairs.
 * @param argument The argument's name, for errors. @param now Milliseconds since 1970, for times such as `in 2 days`.
 * @throws ArgumentError for what cannot be read, is no writable property or does not fit it. It never shows a password.
 */
export function userFields(text: string, delimiter: string, argument: string, now: number): UserFields {
  try {
    return typedFields(readFields(text, delimiter), now);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    throw new ArgumentError(
      `${argument}: ${error.message}`,
      `${error.nextStep ?? ''} Nothing was sent.`.trim(),
    );
  }
}

function typedFields(written: readonly WrittenField[], now: number): UserFields {
  if (written.length === 0) throw new ArgumentError('it names no property.');
  const together: Record<string, unknown> = {};
  const alone: Record<string, unknown> = {};
  for (const { name, group, value } of written) {
    const found = findProperty(name, group);
    add(found.property.isAlone ? alone : together, found, value, now);
  }
  return { together, alone };
}

function add(
  fields: Record<string, unknown>,
  { name, property, member }: FoundProperty,
  value: unknown,
  now: number,
): void {
  const before = fields[name];
  if (!member) {
    if (before !== undefined) throw twice(name);
    fields[name] = typedValue(name, property, value, now);
    return;
  }
  const members = isJsonObject(before) ? before : {};
  if (before === null || Object.hasOwn(members, member.name)) throw twice(member.name);
  fields[name] = { ...members, [member.name]: typedValue(member.name, member.property, value, now) };
}

function twice(name: string): ArgumentError {
  return new ArgumentError(`${name} is given twice.`, 'Leave one of them out.');
}

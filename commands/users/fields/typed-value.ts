import { ArgumentError } from '../../../integration/errors.js';
import { isJsonObject, type JsonObject } from '../../../integration/json.js';
import { MOMENT_FORMS, parseMoment } from '../../../integration/moment.js';
import { Secret } from '../../../integration/secret.js';
import { type WritableProperty } from './writable-properties.js';

/**
 * Turns a written value into the type of its property. Empty and null clear it.
 * @param name The property, for errors. @param value Text, null or JSON. @param now Milliseconds since 1970.
 * @throws ArgumentError that names the property and what it takes, without the value.
 */
export function typedValue(name: string, property: WritableProperty, value: unknown, now: number): unknown {
  if (value === null || value === '') {
    if (property.isRequired) throw refusal(name, 'it cannot be empty');
    return property.type === 'texts' ? [] : null;
  }
  switch (property.type) {
    case 'text':
      return textOf(name, value);
    case 'boolean':
      return booleanOf(name, value);
    case 'texts':
      return textsOf(name, value);
    case 'moment':
      return momentOf(name, value, now);
    case 'secret':
      return new Secret(textOf(name, value));
    case 'members':
      return membersOf(name, property, value, now);
    case 'open':
      return value;
  }
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw refusal(name, 'it takes text');
}

/** Rule R17. */
function booleanOf(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'yes') return true;
  if (text === 'false' || text === 'no') return false;
  throw refusal(name, 'it takes true, false, yes or no');
}

function textsOf(name: string, value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const texts: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  if (!texts.every((text) => typeof text === 'string')) {
    throw refusal(name, 'it takes one text, or a JSON list of texts');
  }
  return texts;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function momentOf(name: string, value: unknown, now: number): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const moment = parseMoment(DAY.test(text) ? `${text}T00:00:00Z` : text, now);
  if (moment === undefined) throw refusal(name, `it takes a day such as 2026-03-02, or ${MOMENT_FORMS}`);
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

function membersOf(
  name: string,
  { members = {} }: WritableProperty,
  value: unknown,
  now: number,
): JsonObject {
  const known = Object.keys(members).join(', ');
  if (!isJsonObject(value)) {
    throw refusal(name, `it has members: write one of ${known}, or a JSON object with them`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([written, member]) => {
      const found = Object.entries(members).find(([own]) => own.toLowerCase() === written.toLowerCase());
      if (!found) throw refusal(name, `its members are ${known}`);
      return [found[0], typedValue(found[0], found[1], member, now)];
    }),
  );
}

function refusal(name: string, why: string): ArgumentError {
  return new ArgumentError(`${name} cannot be set so: ${why}.`);
}

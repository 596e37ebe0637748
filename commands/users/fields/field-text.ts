import { ArgumentError } from '../../../integration/errors.js';
import { isJsonObject, parseJson } from '../../../integration/json.js';
import { isProperty } from './find-property.js';
import { closingQuote, jsonEnd, plainText, unescaped } from './field-value.js';

/** One value as it was written: text, null, or a JSON list or object. */
export interface WrittenField {
  readonly name: string;
  /** The property it is a member of, where that was written. */
  readonly group?: string;
  readonly value: unknown;
}

/** `name`, `group: name` or `group.name`. */
const fieldName = /^(?:([A-Za-z]\w*)\s*[:.]\s*)?([A-Za-z]\w*)$/;

/** A name whose value must never be cut nor shown (rule R33). */
const secretName = /password$/i;

/**
 * Reads `name=value,name=value`, or a JSON object. A value may stand in quotes (`displayName="Doe, John"`), hold escaped
 * characters (`Doe\, John`) or be JSON (`otherMails=["a@contoso.example"]`); an empty one and `null` clear the property. A
 * password that is not in quotes goes on to the end of the text.
 * @throws ArgumentError when the text can be read in two ways, or in none. It shows no value, which may be a secret.
 */
export function readFields(text: string, delimiter: string): readonly WrittenField[] {
  if (text.trimStart().startsWith('{')) return fieldsOfObject(parseJson(text));
  const fields: WrittenField[] = [];
  let position = 0;
  while (text.slice(position).trim() !== '') {
    const { name, group, start } = readName(text, position, delimiter, fields.at(-1)?.name);
    const { value, end } = secretName.test(name)
      ? readSecret(text, start, { delimiter, name })
      : readValue(text, start, { delimiter, name });
    fields.push({ name, ...(group !== undefined && { group }), value });
    position = end;
  }
  return fields;
}

function fieldsOfObject(value: unknown): readonly WrittenField[] {
  if (isJsonObject(value)) return Object.entries(value).map(([name, member]) => ({ name, value: member }));
  throw refusal('it begins like a JSON object and is none');
}

interface ReadName {
  readonly name: string;
  readonly group: string | undefined;
  /** Where the value begins. */
  readonly start: number;
}

function readName(text: string, from: number, delimiter: string, before: string | undefined): ReadName {
  const equals = text.indexOf('=', from);
  const cut = text.indexOf(delimiter, from);
  const where = before === undefined ? 'it begins with' : `behind ${before} comes`;
  if (equals < 0 || (cut >= 0 && cut < equals)) {
    throw refusal(`${where} a part without "="`, quotingAdvice(delimiter, before));
  }
  const [, group, name] = fieldName.exec(text.slice(from, equals).trim()) ?? [];
  if (name === undefined) {
    throw refusal(`${where} something that is no property name`, quotingAdvice(delimiter, before));
  }
  return { name, group, start: equals + 1 };
}

interface ValueContext {
  readonly delimiter: string;
  readonly name: string;
}

interface ReadValue {
  readonly value: unknown;
  /** Where the next field begins. */
  readonly end: number;
}

function readValue(text: string, from: number, { delimiter, name }: ValueContext): ReadValue {
  const start = behindBlanks(text, from, delimiter);
  if (text[start] === '"') {
    const close = closingQuote(text, start);
    const end = close === undefined ? undefined : endBehind(text, close, delimiter);
    if (close === undefined || end === undefined) {
      throw refusal(`the quotes around ${name} are not closed before the next ${delimiter}`);
    }
    return { value: unescaped(text.slice(start + 1, close - 1)), end };
  }
  const json = jsonEnd(text, start);
  const end = json === undefined ? undefined : endBehind(text, json, delimiter);
  if (json !== undefined && end !== undefined) return { value: parseJson(text.slice(start, json)), end };
  const plain = plainText(text, start, delimiter);
  return { value: plain.text === '' || plain.text === 'null' ? null : plain.text, end: plain.end };
}

/** A password may hold anything, so only quotes can end it before the text does. */
function readSecret(text: string, from: number, { delimiter, name }: ValueContext): ReadValue {
  const start = behindBlanks(text, from, delimiter);
  const close = text[start] === '"' ? closingQuote(text, start) : undefined;
  const behind = close === undefined ? undefined : endBehind(text, close, delimiter);
  if (close !== undefined && behind !== undefined && isFieldAt(text, behind)) {
    return { value: unescaped(text.slice(start + 1, close - 1)), end: behind };
  }
  const value = text.slice(from);
  if (value !== value.trim()) throw refusal(`${name} begins or ends with a blank`, inQuotes(name));
  for (let cut = text.indexOf(delimiter, from); cut >= 0; cut = text.indexOf(delimiter, cut + 1)) {
    const next = nameAt(text, cut + delimiter.length);
    if (next !== undefined && isProperty(next)) {
      throw refusal(`nothing tells where ${name} ends and ${next} begins`, inQuotes(name));
    }
  }
  return { value, end: text.length };
}

/** Whether the text ends here, or a property begins. */
function isFieldAt(text: string, from: number): boolean {
  return text.slice(from).trim() === '' || isProperty(nameAt(text, from) ?? '');
}

function nameAt(text: string, from: number): string | undefined {
  return /^\s*(?:[A-Za-z]\w*\s*[:.]\s*)?([A-Za-z]\w*)\s*=/.exec(text.slice(from))?.[1];
}

/** Blanks mean nothing, unless they are what parts the pairs. */
function behindBlanks(text: string, from: number, delimiter: string): number {
  let index = from;
  while (/\s/.test(text.charAt(index)) && !text.startsWith(delimiter, index)) index++;
  return index;
}

/** Behind the delimiter that follows, or at the end of the text; undefined where something else follows. */
function endBehind(text: string, from: number, delimiter: string): number | undefined {
  const next = behindBlanks(text, from, delimiter);
  if (next >= text.length) return text.length;
  return text.startsWith(delimiter, next) ? next + delimiter.length : undefined;
}

function quotingAdvice(delimiter: string, before: string | undefined): string {
  const name = before ?? 'displayName';
  return `Write name=value, and a value that holds "${delimiter}" in quotes: ${name}="…".`;
}

function inQuotes(name: string): string {
  return `Put it in quotes, with \\" for a quote and \\\\ for a backslash inside: ${name}="…".`;
}

function refusal(why: string, advice?: string): ArgumentError {
  return new ArgumentError(`${why}.`, advice ?? 'Write name=value, or a JSON object.');
}

import { type CommandArguments } from '../../generated/arguments.js';
import { type CommandName } from '../command.js';
import { ArgumentError } from '../errors.js';
import { type ArgumentSchema } from '../manifest/effective-schema.js';
import { type ArgumentDeclaration, type CommandDeclaration } from '../manifest/types.js';
import { Secret } from '../secret.js';
import { namesSecret } from '../secret-fields.js';
import { nearestName } from '../suggest.js';
import { coerce, coerceList, FIELDS } from './coerce.js';
import { type ArgumentValidation } from './validation.js';

/**
 * Arguments that hold an effect back: one whose variable is not set must not count as absent, and let the effect
 * through (rule R30).
 */
const NEVER_EMPTY = new Set(['dry_run', 'override_protection', 'expected_count', 'keep']);

/**
 * Checks what was given for a command and turns it into what its handler takes: names known, required ones there,
 * defaults filled in, types and ranges right, secrets sealed.
 * @throws ArgumentError that names every argument at fault and what is allowed.
 */
export function bindArguments(
  declaration: CommandDeclaration,
  validation: ArgumentValidation,
  given: Readonly<Record<string, unknown>>,
): CommandArguments[CommandName] {
  const declared = declaration.arguments ?? [];
  const faults = unknownArguments(declaration.name, declared, given);
  const values: Record<string, unknown> = {};

  for (const argument of declared) {
    const schema = validation.schema.properties[argument.name];
    const raw = Object.hasOwn(given, argument.name) ? given[argument.name] : undefined;
    if (raw !== undefined && isAbsent(raw, schema) && NEVER_EMPTY.has(argument.name)) {
      faults.push(emptyFault(argument, schema));
      continue;
    }
    const value = isAbsent(raw, schema) ? defaultOf(argument) : raw;
    if (!schema || value === undefined) {
      if (argument.required)
        faults.push(raw === undefined ? missingFault(argument, schema) : emptyFault(argument, schema));
      continue;
    }
    values[argument.name] = coerce(value, schema);
  }
  faults.push(...rangeFaults(declared, validation, values));

  if (faults.length > 0)
    throw new ArgumentError(faults.join('\n'), `Nothing was sent. Usage: ${usage(declaration)}`);
  // The compiled schema that the types were generated from has just accepted these values.
  return sealed(declared, validation.schema.properties, values);
}

/**
 * An empty value counts as absent (rule R30); a playbook passes one for each variable that is not set. For a list that
 * includes the text of an empty one: `[]`, or nothing but commas.
 */
function isAbsent(value: unknown, schema: ArgumentSchema | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return schema?.type === 'array' && coerceList(value).length === 0;
}

function defaultOf(argument: ArgumentDeclaration): string | undefined {
  return argument.defaultValue === null || argument.defaultValue === '' ? undefined : argument.defaultValue;
}

function unknownArguments(
  command: string,
  declared: readonly ArgumentDeclaration[],
  given: Readonly<Record<string, unknown>>,
): string[] {
  const names = declared.map(({ name }) => name);
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearestName(name, names);
      const known = names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
      return `${command} has no argument "${name}"${near ? `; did you mean "${near}"?` : `; ${known}.`}`;
    });
}

function missingFault(argument: ArgumentDeclaration, schema: ArgumentSchema | undefined): string {
  return `${argument.name} is required. Allowed: ${allowed(schema)}.`;
}

function emptyFault(argument: ArgumentDeclaration, schema: ArgumentSchema | undefined): string {
  return `${argument.name} is empty. Allowed: ${allowed(schema)}.`;
}

function rangeFaults(
  declared: readonly ArgumentDeclaration[],
  { default: isValid, schema }: ArgumentValidation,
  values: Readonly<Record<string, unknown>>,
): string[] {
  if (isValid(values)) return [];
  const names = new Set((isValid.errors ?? []).map(({ instancePath }) => instancePath.split('/')[1]));
  return declared
    .filter(({ name }) => names.has(name))
    .map((argument) => {
      const { name } = argument;
      const own = schema.properties[name];
      const isHidden = isSecret(argument, own) || isHiddenValue(values[name], own);
      const shown = isHidden ? '***' : JSON.stringify(values[name]);
      return `${name}=${shown} is not allowed. Allowed: ${allowed(own)}.`;
    });
}

/** Whether an argument that is no secret by itself holds one (rule R33). */
export function isHiddenValue(value: unknown, schema: ArgumentSchema | undefined): boolean {
  return schema?.format === FIELDS && namesSecret(value);
}

/** What an argument may be, in words, from its schema. */
export function allowed(schema: ArgumentSchema | undefined): string {
  if (schema?.enum) return schema.enum.join(', ');
  if (schema?.description) return schema.description;
  switch (schema?.type) {
    case 'integer':
      return `a whole number${schema.minimum === undefined ? '' : ` from ${schema.minimum}`}${schema.maximum === undefined ? '' : ` to ${schema.maximum}`}`;
    case 'boolean':
      return 'true, false, yes or no';
    case 'array':
      return 'a list';
    case 'object':
      return 'a JSON object';
    default:
      return 'text';
  }
}

/** The command's line in short, such as `!msgraph-user-get user=… [properties=…]`. */
export function usage({ name, arguments: declared = [] }: CommandDeclaration): string {
  const parts = declared.map((argument) =>
    argument.required ? `${argument.name}=…` : `[${argument.name}=…]`,
  );
  return [`!${name}`, ...parts].join(' ');
}

function sealed(
  declared: readonly ArgumentDeclaration[],
  schemas: Readonly<Record<string, ArgumentSchema>>,
  values: Record<string, unknown>,
): Readonly<Record<string, unknown>> {
  for (const argument of declared) {
    const { name } = argument;
    const value = values[name];
    if (isSecret(argument, schemas[name]) && typeof value === 'string') values[name] = new Secret(value);
  }
  return values;
}

/** The manifest says what the platform hides, the schema what is a secret even where the platform must show it. */
function isSecret({ secret }: ArgumentDeclaration, schema: ArgumentSchema | undefined): boolean {
  return secret === true || schema?.writeOnly === true;
}

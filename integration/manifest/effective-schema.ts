import { ManifestError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { type ArgumentDeclaration, type CommandDeclaration } from './types.js';

/** The schema of one argument, as far as arguments use JSON Schema. */
export interface ArgumentSchema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** A secret, whether or not the manifest lets the platform hide it: it is never shown. */
  readonly writeOnly?: boolean;
  /** What is allowed, in words, for the error text. */
  readonly description?: string;
  readonly items?: JsonObject;
}

/** The schema of all arguments of one command. */
export interface EffectiveSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, ArgumentSchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/**
 * Joins what a command's schema file says of its arguments (type, format, range) with what the manifest says (required,
 * default, predefined values, no other arguments).
 * @param file The parsed schema file. @param definitions The parsed `schemas/definitions.json`.
 * @throws ManifestError when one of the two knows an argument that the other does not.
 */
export function effectiveSchema(
  command: CommandDeclaration,
  file: unknown,
  definitions: unknown,
): EffectiveSchema {
  const described = isJsonObject(file) && isJsonObject(file['properties']) ? file['properties'] : {};
  const declared = command.arguments ?? [];
  for (const name of Object.keys(described)) {
    if (!declared.some((argument) => argument.name === name)) {
      throw new ManifestError(
        `schemas/commands/${command.name}.json describes ${name}, which integration.yml does not declare.`,
      );
    }
  }
  const properties = declared.map((argument) => {
    const own = described[argument.name];
    if (!isJsonObject(own)) {
      throw new ManifestError(
        `schemas/commands/${command.name}.json does not describe ${argument.name}, which integration.yml declares.`,
      );
    }
    return [argument.name, argumentSchema(argument, resolved(own, definitions), command.name)] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: declared.filter((argument) => argument.required === true).map((argument) => argument.name),
    additionalProperties: false,
  };
}

/** Follows the one kind of reference that schema files use: into `definitions.json`. */
function resolved(schema: JsonObject, definitions: unknown): JsonObject {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const name = reference.replace('../definitions.json#/$defs/', '');
  const all = isJsonObject(definitions) && isJsonObject(definitions['$defs']) ? definitions['$defs'] : {};
  const definition = all[name];
  if (!isJsonObject(definition)) throw new ManifestError(`${reference} is not in schemas/definitions.json.`);
  return definition;
}

function argumentSchema(argument: ArgumentDeclaration, schema: JsonObject, command: string): ArgumentSchema {
  const { type, description, format, minimum, maximum, writeOnly, items, ...rest } = schema;
  if (
    type !== 'string' &&
    type !== 'integer' &&
    type !== 'boolean' &&
    type !== 'array' &&
    type !== 'object'
  ) {
    throw new ManifestError(`schemas/commands/${command}.json: ${argument.name} has no type.`);
  }
  // The platform offers "true" and "false" for a yes-or-no argument; as a schema that is the type alone.
  const predefined = type === 'boolean' ? [] : (argument.predefined ?? []).filter((value) => value !== '');
  return {
    ...rest,
    type,
    ...(typeof format === 'string' && { format }),
    ...(typeof minimum === 'number' && { minimum }),
    ...(typeof maximum === 'number' && { maximum }),
    ...(writeOnly === true && { writeOnly }),
    ...(typeof description === 'string' && { description }),
    ...(isJsonObject(items) && { items }),
    ...(predefined.length > 0 && { enum: predefined }),
  };
}

import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { type DescribedCommand } from './described-command.js';

/** `msgraph-user-get` → `MsgraphUserGetArguments`. */
function typeName(command: string): string {
  const words = command.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Arguments`;
}

/** The schema as the handler sees its arguments: secrets sealed, defaults filled in, the manifest's words as comments. */
function handlerSchema({ declaration, schema, metadata }: DescribedCommand): JSONSchema {
  const properties: Record<string, JSONSchema> = {};
  for (const argument of declaration.arguments ?? []) {
    const { type = 'string', enum: choices, items, writeOnly } = schema.properties[argument.name] ?? {};
    properties[argument.name] = {
      // The dispatcher runs the handler once for each target.
      type: argument.name === metadata.actsOn ? 'string' : type,
      description: argument.description,
      ...(choices && { enum: [...choices] }),
      ...(items && argument.name !== metadata.actsOn && { items }),
      ...((argument.secret ?? writeOnly) && { tsType: 'Secret' }),
    };
  }
  const given = (declaration.arguments ?? []).filter(
    (argument) => argument.required === true || (argument.defaultValue ?? '') !== '',
  );
  return {
    type: 'object',
    properties,
    required: given.map((argument) => argument.name),
    additionalProperties: false,
    description: `Arguments of ${declaration.name}.`,
  };
}

/** The argument types of all commands, derived from their schemas. */
export async function argumentTypes(commands: readonly DescribedCommand[]): Promise<string> {
  const types: string[] = [];
  for (const command of commands) {
    types.push(
      await compile(handlerSchema(command), typeName(command.declaration.name), {
        bannerComment: '',
        format: false,
      }),
    );
  }
  const rows = commands.map(({ declaration: { name } }) => `  '${name}': ${typeName(name)};`);
  const usesSecret = types.some((type) => type.includes(': Secret'));
  return [
    ...(usesSecret ? ["import { type Secret } from '../integration/secret.js';", ''] : []),
    '/** The arguments of each command, as its handler gets them. */',
    'export interface CommandArguments {',
    ...rows,
    '}',
    '',
    ...types,
  ].join('\n');
}

import { commandMetadata } from '../../../generated/commands.js';
import { validators } from '../../../generated/validators.js';
import { type CommandName } from '../../../integration/command.js';
import { coerce } from '../../../integration/dispatcher/coerce.js';
import { isCommandName } from '../../../integration/dispatcher/command-name.js';
import { declarations } from '../../../integration/dispatcher/declarations.js';
import { type EffectiveSchema } from '../../../integration/manifest/effective-schema.js';
import { type ArgumentDeclaration, type CommandDeclaration } from '../../../integration/manifest/types.js';
import { mayRun } from '../command-scope.js';
import { commandRequestSchema } from '../command-request.js';

/** Reads the arguments of an example, which is written as an analyst types it. */
export type ExampleArguments = (
  line: string,
  declaration: CommandDeclaration,
) => Readonly<Record<string, string>>;

/** The request of one command: its schema and examples that fit it. */
export interface DescribedRequest {
  readonly command: string;
  readonly summary: string;
  readonly schema: object;
  readonly examples: readonly object[];
}

/** Describes the request of each command, from the manifest and the effective schemas. */
export function describedRequests(exampleArguments: ExampleArguments): Promise<readonly DescribedRequest[]> {
  return Promise.all(
    declarations.flatMap((declaration) =>
      isCommandName(declaration.name) ? [describe(declaration, declaration.name, exampleArguments)] : [],
    ),
  );
}

async function describe(
  declaration: CommandDeclaration,
  command: CommandName,
  exampleArguments: ExampleArguments,
): Promise<DescribedRequest> {
  const { schema } = await validators[command]();
  const { examples, permissions } = commandMetadata[command];
  const { id, instance } = commandRequestSchema.properties;
  const requests = examples.map((line) => {
    const args = coerced(exampleArguments(line, declaration), schema);
    return { command, ...(Object.keys(args).length > 0 && { args }) };
  });
  return {
    command,
    summary: declaration.description,
    schema: {
      type: 'object',
      description: declaration.description,
      ...(declaration.deprecated === true && { deprecated: true }),
      additionalProperties: false,
      required: ['command', ...(schema.required.length > 0 ? ['args'] : [])],
      properties: { id, command: { const: command }, args: argumentsSchema(declaration, schema), instance },
      examples: requests,
      'x-scope': mayRun('read', command) ? 'read' : 'effects',
      'x-graph-permissions': permissions,
    },
    examples: requests,
  };
}

function coerced(args: Readonly<Record<string, string>>, { properties }: EffectiveSchema): object {
  const values = Object.entries(args).map(([name, text]) => {
    const schema = properties[name];
    return [name, schema ? coerce(text, schema) : text] as const;
  });
  return Object.fromEntries(values);
}

/** A required argument with a default may be left out. */
function argumentsSchema({ arguments: declared = [] }: CommandDeclaration, schema: EffectiveSchema): object {
  const hasDefault = (name: string) =>
    declared.some((argument) => argument.name === name && typeof argument.defaultValue === 'string');
  const properties = declared.map((argument) => [argument.name, argumentSchema(argument, schema)] as const);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: schema.required.filter((name) => !hasDefault(name)),
  };
}

function argumentSchema(argument: ArgumentDeclaration, { properties }: EffectiveSchema): object {
  const { name, description, secret, deprecated, defaultValue } = argument;
  const own = properties[name];
  return {
    ...own,
    description: own?.description === undefined ? description : `${description} Allowed: ${own.description}.`,
    ...(typeof defaultValue === 'string' &&
      defaultValue !== '' &&
      own && { default: coerce(defaultValue, own) }),
    ...(deprecated === true && { deprecated: true }),
    ...(secret === true && { writeOnly: true }),
  };
}

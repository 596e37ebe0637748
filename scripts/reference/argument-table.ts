import { type ArgumentSchema } from '../../integration/manifest/effective-schema.js';
import { type ArgumentDeclaration } from '../../integration/manifest/types.js';
import { type DescribedCommand } from '../described-command.js';
import { markdownTable } from './markdown-table.js';

/** The arguments of a command. Those that the platform does not offer are only named, below the table. */
export function argumentTable({ declaration, schema }: DescribedCommand): readonly string[] {
  const all = declaration.arguments ?? [];
  const offered = all.filter(({ hidden }) => hidden !== true);
  const internal = all.filter(({ hidden }) => hidden === true).map(({ name }) => `\`${name}\``);
  const rows = offered.map((argument) => [
    `\`${argument.name}\``,
    argument.description,
    allowedValues(argument, schema.properties[argument.name]),
    presence(argument),
  ]);
  return [
    ...(rows.length === 0
      ? ['No arguments.']
      : markdownTable(['Argument', 'Meaning', 'Allowed values', 'Default'], rows)),
    ...(internal.length === 0
      ? []
      : ['', `Internal, for the command's own next runs and not offered to people: ${internal.join(', ')}.`]),
  ];
}

function presence({ required, defaultValue, default: isUnnamed, deprecated }: ArgumentDeclaration): string {
  const facts = [
    ...(required ? ['required'] : []),
    ...(defaultValue ? [`\`${defaultValue}\``] : []),
    ...(isUnnamed ? ['may be given without its name'] : []),
    ...(deprecated ? ['deprecated'] : []),
  ];
  return facts.join('; ');
}

function allowedValues(argument: ArgumentDeclaration, schema: ArgumentSchema | undefined): string {
  const values = valueFacts(argument, schema);
  const isSaidToBeList = values.some((fact) => fact.includes('list'));
  const facts = [
    ...values,
    ...(argument.isArray && !isSaidToBeList ? ['a list, comma-separated'] : []),
    ...(argument.secret ? ['hidden in the War Room'] : []),
  ];
  return facts.join('; ');
}

function valueFacts({ predefined }: ArgumentDeclaration, schema: ArgumentSchema | undefined): string[] {
  if (schema?.type === 'boolean') return ['`true` or `false`'];
  const choices = (predefined ?? []).filter((value) => value !== '').map((value) => `\`${value}\``);
  if (choices.length > 0) return [choices.join(', ')];
  if (schema?.type === 'integer') return [integerRange(schema)];
  return schema?.description === undefined ? [] : [schema.description];
}

function integerRange({ minimum, maximum }: ArgumentSchema): string {
  if (minimum === undefined) return maximum === undefined ? 'a whole number' : `up to ${maximum}`;
  return maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

import { type ArgumentDeclaration, type OutputDeclaration } from '../integration/manifest/types.js';
import { type Permissions } from '../integration/command.js';
import { type DescribedCommand } from './described-command.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function argumentRow(argument: ArgumentDeclaration): string {
  const facts = [
    argument.required ? 'required' : 'optional',
    ...(argument.isArray ? ['list'] : []),
    ...(argument.secret ? ['secret'] : []),
    ...((argument.defaultValue ?? '') === '' ? [] : [`default \`${argument.defaultValue ?? ''}\``]),
    ...((argument.predefined ?? []).length === 0
      ? []
      : [(argument.predefined ?? []).map((value) => `\`${value}\``).join(', ')]),
  ];
  return `| \`${argument.name}\` | ${cell(argument.description)} | ${cell(facts.join('; '))} |`;
}

function outputRow(output: OutputDeclaration): string {
  return `| \`${output.contextPath}\` | ${output.type ?? 'Unknown'} | ${cell(output.description)} |`;
}

function permissionLine(kind: string, sets: Permissions['application']): string {
  const accepted = sets.map((set) => set.map((name) => `\`${name}\``).join(' + '));
  return `- ${kind}: ${accepted.length === 0 ? 'not possible' : accepted.join(', or ')}`;
}

function permissionLines({ delegated, application }: Permissions): readonly string[] {
  if (delegated.length + application.length === 0) return ['Needs no permission on Microsoft Graph.'];
  return [
    'Permissions, least first:',
    '',
    permissionLine('Delegated', delegated),
    permissionLine('Application', application),
  ];
}

function section({ declaration, metadata }: DescribedCommand): string {
  const { name, description, arguments: args = [], outputs } = declaration;
  return [
    `## ${name}`,
    '',
    description,
    '',
    ...permissionLines(metadata.permissions),
    '',
    ...(args.length === 0
      ? ['No arguments.', '']
      : ['| Argument | Meaning | |', '|---|---|---|', ...args.map(argumentRow), '']),
    ...(outputs?.length
      ? ['| Context path | Type | Meaning |', '|---|---|---|', ...outputs.map(outputRow), '']
      : []),
    'Examples:',
    '',
    '```text',
    ...metadata.examples,
    '```',
    '',
  ].join('\n');
}

/** The command reference for users, derived from the manifest and the command objects. */
export function commandReference(commands: readonly DescribedCommand[]): string {
  const shown = commands.filter(({ declaration }) => declaration.name.startsWith('msgraph-'));
  return [
    '<!-- Written by npm run generate; do not edit. -->',
    '',
    '# Commands',
    '',
    ...shown.map(section),
  ].join('\n');
}

import { commandMetadata } from '../generated/commands.js';
import { manifest } from '../generated/manifest.js';
import { type CommandMetadata } from '../integration/command.js';
import { usage } from '../integration/dispatcher/arguments.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { permissionsInWords } from '../integration/dispatcher/permission-sets.js';
import { asksGraph } from '../integration/dispatcher/policy.js';
import { ArgumentError } from '../integration/errors.js';
import { findCommand } from '../integration/manifest/query.js';
import { type ArgumentDeclaration } from '../integration/manifest/types.js';
import { tableToMarkdown } from '../integration/results/table.js';
import { nearestName } from '../integration/suggest.js';
import { shownExample } from './line/shown-example.js';

/** All commands with what they do, as markdown. */
export function commandList(): string {
  const rows = (manifest.script.commands ?? []).map(({ name, description }) => ({
    Command: name,
    Description: description,
  }));
  return tableToMarkdown('Commands', rows, { headers: ['Command', 'Description'] });
}

/**
 * One command with its arguments, permissions and examples, as markdown.
 * @throws ArgumentError that suggests the nearest name.
 */
export function commandHelp(name: string): string {
  const declaration = findCommand(manifest, name.replace(/^!/, ''));
  const all: Readonly<Record<string, CommandMetadata>> = commandMetadata;
  const metadata = declaration && all[declaration.name];
  if (!declaration || !metadata) {
    const near = nearestName(
      name,
      (manifest.script.commands ?? []).map((command) => command.name),
    );
    throw new ArgumentError(
      `There is no command "${name}".`,
      near ? `Did you mean "${near}"?` : 'msgraph-soar commands lists them all.',
    );
  }
  const args = declaration.arguments ?? [];
  return [
    `### ${declaration.name}`,
    declaration.description,
    `\`${usage(declaration)}\``,
    ...(args.length === 0
      ? []
      : [tableToMarkdown('Arguments', args.map(argumentRow), { headers: ['Argument', 'Meaning', 'Note'] })]),
    permissionPart(metadata),
    '### Examples',
    ['```text', ...metadata.examples.map((line) => shownExample(line, findDeclaration)), '```'].join('\n'),
  ].join('\n\n');
}

function permissionPart(metadata: CommandMetadata): string {
  if (!asksGraph(metadata)) return 'Needs no permission on Microsoft Graph.';
  const { delegated, application } = metadata.permissions;
  return tableToMarkdown(
    'Permissions, least first',
    [
      { Sign_in: 'a user', Accepted: permissionSets(delegated) },
      { Sign_in: 'an application', Accepted: permissionSets(application) },
    ],
    { headers: ['Sign_in', 'Accepted'], headerTransform: (header) => header.replace('_', '-') },
  );
}

function permissionSets(sets: CommandMetadata['permissions']['delegated']): string {
  return sets.length === 0 ? 'not possible' : permissionsInWords(sets);
}

function argumentRow(argument: ArgumentDeclaration): Record<string, string> {
  const { name, description, required, defaultValue, predefined, isArray } = argument;
  const notes = [
    ...(required ? ['required'] : []),
    ...(isArray ? ['list'] : []),
    ...(defaultValue ? [`default ${defaultValue}`] : []),
    ...(predefined?.length ? [predefined.join(' or ')] : []),
  ];
  return { Argument: name, Meaning: description, Note: notes.join('; ') };
}

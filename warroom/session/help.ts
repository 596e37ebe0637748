import { usage } from '../../integration/dispatcher/arguments.js';
import { type ArgumentDeclaration, type CommandDeclaration } from '../../integration/manifest/types.js';
import { tableToMarkdown } from '../../integration/results/table.js';
import { commandHelp, commandList } from '../command-help.js';
import { optionDeclarations } from './options.js';

/**
 * The help of a session: all commands and what every command takes, or one command, as markdown.
 * @param name Empty for all.
 * @param builtIns Commands that are not in the manifest.
 * @throws ArgumentError that suggests the nearest name.
 */
export function roomHelp(name: string, builtIns: readonly CommandDeclaration[]): string {
  if (name === '') return overview(builtIns);
  const builtIn = builtIns.find((declaration) => declaration.name === name.replace(/^!/, ''));
  if (!builtIn) return commandHelp(name);
  return [
    `### ${builtIn.name}`,
    builtIn.description,
    `\`${usage(builtIn)}\``,
    ...(builtIn.arguments?.length ? [argumentTable('Arguments', builtIn.arguments)] : []),
  ].join('\n\n');
}

function overview(builtIns: readonly CommandDeclaration[]): string {
  const rows = builtIns.map(({ name, description }) => ({ Command: name, Description: description }));
  return [
    commandList(),
    tableToMarkdown('Of this room', rows, { headers: ['Command', 'Description'] }),
    argumentTable('Taken by every command', optionDeclarations),
    'A line begins with `!`; any other is a note. `!help COMMAND` explains one, Tab completes.',
  ].join('\n');
}

function argumentTable(title: string, declared: readonly ArgumentDeclaration[]): string {
  const rows = declared.map(({ name, description }) => ({ Argument: name, Meaning: description }));
  return tableToMarkdown(title, rows, { headers: ['Argument', 'Meaning'] });
}

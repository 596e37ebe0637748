import { ArgumentError } from '../../integration/errors.js';
import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type Entry, EntryFormat, EntryType } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { toPlain } from '../../integration/results/plain.js';
import { tableToMarkdown } from '../../integration/results/table.js';
import { deleteFromContext } from '../context/delete.js';
import { queryContext } from '../context/query.js';
import { setInContext } from '../context/set.js';
import { textOf } from '../context/argument-text.js';
import { exportFormats } from './export.js';
import { exportToFile, type KeepExport } from './export-file.js';
import { roomHelp } from './help.js';
import { type Incident } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';

/** What the built-in commands work on. */
export interface BuiltInContext {
  readonly incident: Incident;
  readonly secrets: KnownSecrets;
  /** The lines so far, each secret shown as `?`. */
  readonly lines: readonly string[];
  readonly instanceNames: () => Promise<readonly string[]>;
  /** Makes an instance the current one. @throws SettingsError where there is none of that name. */
  readonly use: (name: string) => Promise<string>;
  readonly keepExport: KeepExport;
}

type Arguments = Readonly<Record<string, unknown>>;

interface BuiltIn {
  readonly declaration: CommandDeclaration;
  readonly run: (args: Arguments, context: BuiltInContext) => Entry[] | Promise<Entry[]>;
}

const truth = ['true', 'false'];

const builtIns: readonly BuiltIn[] = [
  {
    declaration: {
      name: 'Set',
      description: 'Sets a value in the context.',
      arguments: [
        { name: 'key', description: 'Where, such as Case.Owner.', required: true },
        { name: 'value', description: 'JSON, or text.', required: true },
        { name: 'append', description: 'Adds to what is there instead of replacing it.', predefined: truth },
        { name: 'stringify', description: 'Keeps the value as text.', predefined: truth },
      ],
    },
    run: (args, { incident }) => [noteEntry(setInContext(incident, args))],
  },
  {
    declaration: {
      name: 'DeleteContext',
      description: 'Deletes from the context.',
      arguments: [
        { name: 'key', description: 'What, such as MSGraphUser; several parted by commas.', default: true },
        { name: 'all', description: 'Deletes everything.', predefined: ['yes', 'no'] },
        { name: 'index', description: 'Which element of the list at key, from 0.' },
        { name: 'keysToKeep', description: 'With all: what stays, parted by commas.' },
      ],
    },
    run: (args, { incident }) => [noteEntry(deleteFromContext(incident, args))],
  },
  {
    declaration: {
      name: 'Print',
      description: 'Prints a value.',
      arguments: [
        { name: 'value', description: 'What, such as ${MSGraphUser.ID}.', required: true, default: true },
      ],
    },
    run: ({ value }) => [
      typeof value === 'string' ? noteEntry(value === '' ? 'None' : value) : jsonEntry(value ?? null),
    ],
  },
  {
    declaration: {
      name: 'context',
      description: 'Shows the context, or what a query finds in it.',
      arguments: [
        { name: 'path', description: 'Such as MSGraphUser.[0].ID; without it all.', default: true },
      ],
    },
    run: ({ path }, { incident }) => [jsonEntry(queryContext(incident.context, textOf(path)))],
  },
  {
    declaration: {
      name: 'help',
      description: 'Lists the commands, or explains one.',
      arguments: [{ name: 'command', description: 'Which one.', default: true }],
    },
    run: ({ command }) => [noteEntry(roomHelp(textOf(command), builtInDeclarations))],
  },
  {
    declaration: { name: 'history', description: 'Lists the lines of this session.' },
    run: (_args, { lines }) => [
      noteEntry(
        tableToMarkdown(
          'Lines',
          lines.map((line, index) => ({ Number: index + 1, Line: line })),
          { headers: ['Number', 'Line'] },
        ),
      ),
    ],
  },
  {
    declaration: {
      name: 'use',
      description: 'Makes an instance the current one.',
      arguments: [{ name: 'instance', description: 'Its name.', default: true, required: true }],
    },
    run: async ({ instance }, { use }) => [noteEntry(await use(textOf(instance)))],
  },
  {
    declaration: {
      name: 'export',
      description: 'Writes the incident to a new file, as evidence.',
      arguments: [
        { name: 'file', description: 'Which file.', default: true, required: true },
        { name: 'format', description: 'Markdown where none is given.', predefined: exportFormats },
      ],
    },
    run: async (args, { incident, secrets, keepExport }) => [
      await exportToFile(args, incident, secrets, keepExport),
    ],
  },
  {
    declaration: { name: 'instances', description: 'Lists the instances.' },
    run: async (_args, { instanceNames }) => [
      noteEntry(
        tableToMarkdown(
          'Instances',
          (await instanceNames()).map((name) => ({ Name: name })),
          { headers: ['Name'] },
        ),
      ),
    ],
  },
];

/** What the built-in commands take. */
export const builtInDeclarations: readonly CommandDeclaration[] = builtIns.map(
  ({ declaration }) => declaration,
);

/** Whether a command is one of those that need no instance. */
export function isBuiltIn(name: string): boolean {
  return builtIns.some(({ declaration }) => declaration.name === name);
}

/**
 * Runs a built-in command.
 * @throws ArgumentError where an argument is unknown, missing or not understood.
 */
export async function runBuiltIn(name: string, args: Arguments, context: BuiltInContext): Promise<Entry[]> {
  const builtIn = builtIns.find(({ declaration }) => declaration.name === name);
  if (!builtIn) throw new ArgumentError(`There is no built-in command "${name}".`);
  const declared = builtIn.declaration.arguments ?? [];
  const unknown = Object.keys(args).find((given) => !declared.some((argument) => argument.name === given));
  if (unknown !== undefined) {
    const names = declared.map((argument) => argument.name).join(', ');
    throw new ArgumentError(
      `${name} has no argument "${unknown}".`,
      names ? `It takes ${names}.` : 'It takes none.',
    );
  }
  const missing = declared.find((argument) => argument.required && args[argument.name] === undefined);
  if (missing) throw new ArgumentError(`${missing.name} is required.`, `It is: ${missing.description}`);
  return builtIn.run(args, context);
}

function jsonEntry(value: unknown): Entry {
  return {
    Type: EntryType.NOTE,
    ContentsFormat: EntryFormat.JSON,
    Contents: value === null ? 'null' : toPlain(value),
  };
}

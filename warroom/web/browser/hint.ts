import { type ArgumentDeclaration, type CommandDeclaration } from '../../../integration/manifest/types.js';
import { type FindDeclaration } from '../../line/secret-spans.js';
import { scanLine } from '../../line/scan.js';
import { optionDeclarations } from '../../session/options.js';

/** An argument of the command that is being typed. */
export interface HintedArgument {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isGiven: boolean;
}

/** What helps with the line that is being typed. */
export interface Hint {
  readonly command: CommandDeclaration;
  readonly arguments: readonly HintedArgument[];
  /** The argument at the end of the line. */
  readonly current: ArgumentDeclaration | undefined;
  /** Names that the command does not know. */
  readonly unknown: readonly string[];
}

/** The hint for a line as far as it was typed; undefined for a note, and for a command that does not exist. */
export function hintFor(text: string, find: FindDeclaration): Hint | undefined {
  if (!text.startsWith('!')) return undefined;
  const { command: name, values } = scanLine(text);
  const command = find(name);
  if (!command) return undefined;
  const declared = (command.arguments ?? []).filter(
    ({ hidden, deprecated }) => hidden !== true && deprecated !== true,
  );
  const all = [...(command.arguments ?? []), ...optionDeclarations];
  const bare = all.find((argument) => argument.default === true)?.name;
  const given = values.map((value) => value.name ?? bare);
  const last = values.at(-1);
  const isAtLast = last !== undefined && (last.isOpen || last.end === text.length);
  return {
    command,
    arguments: declared.map((argument) => ({
      name: argument.name,
      isRequired: argument.required === true,
      isGiven: given.includes(argument.name),
    })),
    current: isAtLast ? all.find((argument) => argument.name === (last.name ?? bare)) : undefined,
    unknown: values.flatMap((value) =>
      value.name === undefined || all.some((argument) => argument.name === value.name) ? [] : [value.name],
    ),
  };
}

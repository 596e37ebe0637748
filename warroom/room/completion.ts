import { type ArgumentDeclaration, type CommandDeclaration } from '../../integration/manifest/types.js';
import { completePath } from '../context/complete-path.js';
import { type FindDeclaration } from '../line/secret-spans.js';
import { scanLine } from '../line/scan.js';
import { optionDeclarations } from '../session/options.js';

/** What can be completed. */
export interface Completable {
  readonly commands: readonly CommandDeclaration[];
  readonly find: FindDeclaration;
  readonly instances: readonly string[];
  /** What `${…}` reads from, as of now. */
  readonly context: () => unknown;
}

/** What a text may go on with, and the part at its end that each of them replaces. */
export type Completion = readonly [candidates: readonly string[], part: string];

/** A reference to the context that is still being typed. */
const OPEN_REFERENCE = /\$\{([^{}]*)$/;

/**
 * Completes what was typed so far: a command, an argument, one of the values that its declaration or the instances offer,
 * or a path of the context behind `${`. Options of every command come up when their first letter is typed.
 */
export function completeLine(text: string, known: Completable): Completion {
  if (!/\s/.test(text)) {
    const names = text === '' || text.startsWith('!') ? visible(known.commands) : [];
    return matching(
      names.map(({ name }) => `!${name} `),
      text,
    );
  }
  const reference = text.startsWith('!') ? OPEN_REFERENCE.exec(text)?.[1] : undefined;
  if (reference !== undefined) return [completePath(known.context(), reference), reference];
  const { command, values } = scanLine(text);
  const last = values.at(-1);
  if (last?.isOpen) return [[], ''];
  const part = /\S*$/.exec(text)?.[0] ?? '';
  const declaration = known.find(command);
  if (!text.startsWith('!') || !declaration) return [[], part];
  const declared = visible(declaration.arguments ?? []);
  const equals = part.indexOf('=');
  if (equals !== -1) return completeValue(part, equals, declared, known);

  const given = new Set(values.map(({ name }) => name));
  const open = declared.filter(({ name }) => !given.has(name));
  const options =
    part === '' && open.length > 0 ? [] : optionDeclarations.filter(({ name }) => !given.has(name));
  const isBuiltIn = !command.startsWith('msgraph-');
  return matching(
    [
      ...bareValues(command, known),
      ...[...open, ...(isBuiltIn ? [] : options)].map(({ name }) => `${name}=`),
    ],
    part,
  );
}

function completeValue(
  part: string,
  equals: number,
  declared: readonly ArgumentDeclaration[],
  { instances }: Completable,
): Completion {
  const name = part.slice(0, equals);
  const argument = [...declared, ...optionDeclarations].find((one) => one.name === name);
  if (!argument || argument.secret) return [[], part];
  // In a list only what follows the last comma is completed.
  const start = argument.isArray ? Math.max(equals, part.lastIndexOf(',')) : equals;
  const values = name === 'using' ? instances : (argument.predefined ?? []);
  return matching(
    values.map((value) => part.slice(0, start + 1) + value),
    part,
  );
}

/** Commands of the room whose only value is a name. */
function bareValues(command: string, { commands, instances }: Completable): readonly string[] {
  if (command === 'help') return visible(commands).map(({ name }) => name);
  return command === 'use' ? instances : [];
}

function matching(candidates: readonly string[], part: string): Completion {
  return [candidates.filter((candidate) => candidate.startsWith(part)), part];
}

function visible<T extends Pick<CommandDeclaration, 'hidden' | 'deprecated'>>(
  declared: readonly T[],
): readonly T[] {
  return declared.filter(({ hidden, deprecated }) => hidden !== true && deprecated !== true);
}

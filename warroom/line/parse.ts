import { ArgumentError } from '../../integration/errors.js';
import { readBare } from './bare.js';
import { isQuote, type Piece, readQuoted } from './quoted.js';

/** One argument as it was typed. */
export interface LineArgument {
  /** Missing for a bare value, which feeds the command's default argument. */
  readonly name?: string;
  /** Without its quotes and escapes. `${...}` references are still in it. */
  readonly value: string;
  readonly quoted: boolean;
  /** Where the argument begins, counting UTF-16 units from 1. */
  readonly position: number;
}

/** A command line taken apart. */
export interface ParsedLine {
  readonly command: string;
  /** In the order in which they were typed. */
  readonly arguments: readonly LineArgument[];
}

/** What an argument name, and with it the left side of `name=value`, may look like. */
export const ARGUMENT_NAME = /^[A-Za-z0-9_.-]+$/;

/** What a command, or the `instance-test-module` form, may look like: no spaces, quotes, `=` or `!`. */
export const COMMAND_NAME = /^[^\s!="'`]+$/;

/**
 * Takes a War Room command line apart: `!command name=value name="two words" default value`. Arguments are parted by
 * any white space, line breaks included. A value is bare, in double or single quotes (with escapes), or between
 * backticks (verbatim). A quote inside a bare value is an ordinary character, so `o'brien@contoso.example` needs none.
 *
 * A bare word that holds `=` but does not begin with an argument name is refused, because it is more likely a mistyped
 * name than a value; addresses (`https://…?a=b`) and values with a `${...}` reference before the `=` are accepted.
 *
 * @param text The line; the leading `!` may be missing.
 * @throws ArgumentError that names the position and what is missing or wrong there.
 */
export function parseLine(text: string): ParsedLine {
  const { command, end } = readCommand(text);
  const found: LineArgument[] = [];
  const names = new Set<string>();
  let index = skipSpace(text, end);
  while (index < text.length) {
    const { argument, end: next } = readArgument(text, index);
    if (argument.name !== undefined && names.has(argument.name)) {
      throw new ArgumentError(
        `Position ${argument.position}: the argument "${argument.name}" is given twice.`,
        'Keep one of the two. Several values go into one argument, separated by commas.',
      );
    }
    if (argument.name !== undefined) names.add(argument.name);
    found.push(argument);
    index = skipSpace(text, next);
  }
  return { command, arguments: found };
}

/** The values without a name, joined by single spaces; undefined where there is none. They feed the default argument. */
export function bareValue(line: ParsedLine): string | undefined {
  const values = line.arguments.filter(({ name }) => name === undefined).map(({ value }) => value);
  return values.length === 0 ? undefined : values.join(' ');
}

function readCommand(text: string): { command: string; end: number } {
  const first = skipSpace(text, 0);
  const start = text.charAt(first) === '!' ? first + 1 : first;
  const command = /^\S*/.exec(text.slice(start))?.[0] ?? '';
  if (command === '') throw new ArgumentError(`Position ${start + 1}: the command's name is missing.`);
  if (!COMMAND_NAME.test(command)) {
    throw new ArgumentError(
      `Position ${start + 1}: ${JSON.stringify(command)} cannot be a command's name.`,
      'A line begins with the command, followed by a space and its arguments.',
    );
  }
  return { command, end: start + command.length };
}

function readArgument(text: string, start: number): { argument: LineArgument; end: number } {
  const position = start + 1;
  const name = /^[A-Za-z0-9_.-]+(?==)/.exec(text.slice(start))?.[0];
  const valueStart = name === undefined ? start : start + name.length + 1;
  const quoted = isQuote(text.charAt(valueStart));
  const { value, end }: Piece = quoted ? readQuoted(text, valueStart) : readBare(text, valueStart);
  if (name !== undefined) return { argument: { name, value, quoted, position }, end };
  if (!quoted) refuseMistypedName(value, position);
  return { argument: { value, quoted, position }, end };
}

function refuseMistypedName(value: string, position: number): void {
  const equals = value.indexOf('=');
  if (equals === -1) return;
  const before = value.slice(0, equals);
  if (before.includes('${') || /^https?:\/\//i.test(before)) return;
  throw new ArgumentError(
    before === ''
      ? `Position ${position}: the argument's name is missing before "=".`
      : `Position ${position}: ${JSON.stringify(before)} cannot be an argument's name.`,
    'A name holds letters from a to z, digits, "_", "." and "-". Put a value that holds "=" in quotes.',
  );
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && /\s/.test(text.charAt(index))) index++;
  return index;
}

import { ArgumentError } from '../../integration/errors.js';
import { readBare } from './bare.js';
import { ARGUMENT_NAME, COMMAND_NAME } from './parse.js';
import { isQuote } from './quoted.js';

/** A command and its arguments, to be written as a line. A parsed line is one. */
export interface LineToFormat {
  readonly command: string;
  readonly arguments: readonly { readonly name?: string; readonly value: string }[];
}

const ESCAPES = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * Writes a command line that parses back into the same command and arguments. Each value gets the simplest form that
 * holds it: bare, double quotes, backticks, and only then double quotes with escapes. The line has no line breaks.
 *
 * @throws ArgumentError where the command or a name could not be read back, or a name is there twice.
 */
export function formatLine(line: LineToFormat): string {
  if (!COMMAND_NAME.test(line.command)) {
    throw new ArgumentError(`${JSON.stringify(line.command)} cannot be a command's name.`);
  }
  const names = line.arguments.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const wrong = names.find((name, index) => !ARGUMENT_NAME.test(name) || names.indexOf(name) !== index);
  if (wrong !== undefined) {
    throw new ArgumentError(`${JSON.stringify(wrong)} cannot be an argument's name, or is there twice.`);
  }
  return [`!${line.command}`, ...line.arguments.map(formatArgument)].join(' ');
}

function formatArgument({ name, value }: LineToFormat['arguments'][number]): string {
  if (name === undefined) return value.includes('=') ? quoted(value) : formatValue(value);
  return `${name}=${formatValue(value)}`;
}

function formatValue(value: string): string {
  return isBare(value) ? value : quoted(value);
}

function isBare(value: string): boolean {
  if (value === '' || isQuote(value.charAt(0)) || /[\r\n]/.test(value)) return false;
  try {
    return readBare(value, 0).end === value.length;
  } catch {
    return false;
  }
}

function quoted(value: string): string {
  if (!/["\\\n\r\t]/.test(value)) return `"${value}"`;
  if (!/[`\n\r]/.test(value)) return `\`${value}\``;
  return `"${value.replace(/["\\\n\r\t]/g, (char) => ESCAPES.get(char) ?? `\\${char}`)}"`;
}

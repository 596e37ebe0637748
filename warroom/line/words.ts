import { ArgumentError } from '../../integration/errors.js';
import { type ParsedLine, parseLine } from './parse.js';

const named = /^([A-Za-z0-9_.-]+)=(.*)$/s;

/**
 * Reads a command from the words of a shell. A single word is a whole War Room line. Of several, the shell has undone
 * the quoting already: the first is the command, each other one is `name=value` as it stands, or a bare value.
 * @throws ArgumentError when a single word is no well-formed line, or an argument is given twice.
 */
export function parseWords(words: readonly string[]): ParsedLine {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return parseLine(first);
  const line: ParsedLine = {
    command: first.replace(/^!/, ''),
    arguments: rest.map((word, index) => {
      const [, name, value] = named.exec(word) ?? [];
      const position = index + 2;
      return name === undefined || value === undefined
        ? { value: word, quoted: true, position }
        : { name, value, quoted: true, position };
    }),
  };
  refuseRepeated(line);
  return line;
}

/** Which of two values was meant cannot be told. */
function refuseRepeated(line: ParsedLine): void {
  const names = line.arguments.flatMap(({ name }) => name ?? []);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return;
  throw new ArgumentError(
    `The argument "${repeated}" is given twice.`,
    'Keep one of the two. Several values go into one argument, separated by commas.',
  );
}

import { type ParsedLine, parseLine } from './parse.js';

const named = /^([A-Za-z0-9_.-]+)=(.*)$/s;

/**
 * Reads a command from the words of a shell. A single word is a whole War Room line. Of several, the shell has undone
 * the quoting already: the first is the command, each other one is `name=value` as it stands, or a bare value.
 * @throws ArgumentError when a single word is no well-formed line.
 */
export function parseWords(words: readonly string[]): ParsedLine {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return parseLine(first);
  return {
    command: first.replace(/^!/, ''),
    arguments: rest.map((word, index) => {
      const [, name, value] = named.exec(word) ?? [];
      const position = index + 2;
      return name === undefined || value === undefined
        ? { value: word, quoted: true, position }
        : { name, value, quoted: true, position };
    }),
  };
}

import { ArgumentError } from '../../integration/errors.js';
import { type Piece } from './quoted.js';

/**
 * Reads a value without quotes: up to the next space, where a `${...}` reference may itself hold spaces.
 *
 * @param start Index of its first character.
 * @throws ArgumentError where a reference has no closing brace.
 */
export function readBare(text: string, start: number): Piece {
  let end = start;
  while (end < text.length && !/\s/.test(text.charAt(end))) {
    end = text.startsWith('${', end) ? endOfReference(text, end) : end + 1;
  }
  return { value: text.slice(start, end), end };
}

/** Braces and quoted texts nest inside a reference: `${User(val.Name == "a}")={"id": val.ID}}`. */
function endOfReference(text: string, start: number): number {
  let depth = 0;
  for (let index = start + 1; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (depth === 0) return index + 1;
    if (char === '"' || char === "'") {
      const closing = text.indexOf(char, index + 1);
      if (closing !== -1) index = closing;
    }
  }
  throw new ArgumentError(
    `Position ${start + 1}: the closing brace (}) of a \${...} reference is missing.`,
    'Close the reference, or put the value in quotes if it is plain text.',
  );
}

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

/**
 * Where a `${...}` reference ends. Braces and quoted texts nest inside a reference: `${User(val.Name == "a}")={"id": val.ID}}`. A quote without its
 * partner leaves the reference open, so that where a value ends never depends on what follows it.
 *
 * @param start Index of its `$`.
 * @returns Index of the first character after it.
 * @throws ArgumentError where the closing brace is missing.
 */
export function endOfReference(text: string, start: number): number {
  const part = /[{}]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|["']/g;
  part.lastIndex = start;
  let depth = 0;
  for (let found = part.exec(text); found; found = part.exec(text)) {
    const [token] = found;
    if (token === '"' || token === "'") break;
    if (token === '{') depth++;
    if (token === '}') depth--;
    if (depth === 0 && token === '}') return part.lastIndex;
  }
  throw new ArgumentError(
    `Position ${start + 1}: the closing brace (}) of a \${...} reference is missing.`,
    'Close the reference, or put the value in quotes if it is plain text.',
  );
}

import { ArgumentError } from '../../integration/errors.js';

/** A piece of a line that was read: what it means, and where the rest begins. */
export interface Piece {
  readonly value: string;
  /** Index of the first character after the piece. */
  readonly end: number;
}

const CONTROL_ESCAPES = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

const QUOTE_NAMES = new Map([
  ['"', 'double quote (")'],
  ["'", "single quote (')"],
  ['`', 'backtick (`)'],
]);

/** Whether a character opens a quoted value. */
export function isQuote(char: string | undefined): char is string {
  return char !== undefined && QUOTE_NAMES.has(char);
}

/**
 * Reads a quoted value. In double and single quotes `\n`, `\t` and `\r` are control characters and a backslash makes
 * any other character plain; between backticks everything is as it stands.
 *
 * @param start Index of the opening quote.
 * @throws ArgumentError where the closing quote, or the space after it, is missing.
 */
export function readQuoted(text: string, start: number): Piece {
  const quote = text.charAt(start);
  const hasEscapes = quote !== '`';
  let value = '';
  for (let index = start + 1; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === quote) return { value, end: separated(text, index + 1, quote) };
    if (char === '\\' && hasEscapes) {
      index++;
      const escaped = text.charAt(index);
      value += CONTROL_ESCAPES.get(escaped) ?? escaped;
    } else {
      value += char;
    }
  }
  throw new ArgumentError(
    `Position ${start + 1}: the closing ${nameOf(quote)} is missing.`,
    'Close the quote, or put a value that itself holds quotes between backticks.',
  );
}

/** Text stuck to a closing quote is more likely a forgotten escape than a wish, so it is refused. */
function separated(text: string, end: number, quote: string): number {
  const next = text.charAt(end);
  if (next === '' || /\s/.test(next)) return end;
  throw new ArgumentError(
    `Position ${end + 1}: a space is missing after the closing ${nameOf(quote)}.`,
    'Put a backslash before a quote that belongs to the value, or put the value between backticks.',
  );
}

function nameOf(quote: string): string {
  return QUOTE_NAMES.get(quote) ?? quote;
}

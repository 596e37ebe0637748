import { parseJson } from '../../../integration/json.js';

/** Takes the backslash from `\"` and `\\`; any other stays, as in `CONTOSO\adele`. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1');
}

/**
 * Finds the end of a text in quotes.
 * @param start Where the opening quote is.
 * @returns The position behind the closing quote; undefined where there is none.
 */
export function closingQuote(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index + 1;
  }
  return undefined;
}

/**
 * Finds the end of a JSON list or object.
 * @returns The position behind it; undefined where none begins at `start`.
 */
export function jsonEnd(text: string, start: number): number | undefined {
  const close = text[start] === '[' ? ']' : text[start] === '{' ? '}' : undefined;
  if (close === undefined) return undefined;
  for (let end = text.indexOf(close, start); end >= 0; end = text.indexOf(close, end + 1)) {
    if (parseJson(text.slice(start, end + 1)) !== undefined) return end + 1;
  }
  return undefined;
}

/** A value without quotes, and where the next field begins. */
export interface PlainText {
  readonly text: string;
  readonly end: number;
}

/**
 * Reads a value without quotes up to the delimiter, and trims it. A backslash takes its meaning from the delimiter, `=`, a
 * quote or another backslash that follows it.
 */
export function plainText(text: string, start: number, delimiter: string): PlainText {
  const escapable = [delimiter, '=', '"', '\\'];
  let read = '';
  let index = start;
  while (index < text.length && !text.startsWith(delimiter, index)) {
    const at = index;
    const escaped =
      text[at] === '\\' ? escapable.find((character) => text.startsWith(character, at + 1)) : undefined;
    read += escaped ?? text.charAt(index);
    index += escaped === undefined ? 1 : escaped.length + 1;
  }
  return { text: read.trim(), end: Math.min(text.length, index + delimiter.length) };
}

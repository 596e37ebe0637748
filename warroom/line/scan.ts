import { isQuote } from './quoted.js';

/** A value as far as it was typed. */
export interface ScannedValue {
  /** Missing for a bare value. */
  readonly name?: string;
  /** Index of the first character after the name and the opening quote. */
  readonly start: number;
  /** Index after the last character of the value. */
  readonly end: number;
  /** Whether its quote is not closed yet. */
  readonly isOpen: boolean;
}

/** A line as far as it was typed. */
export interface ScannedLine {
  /** Without its exclamation mark. */
  readonly command: string;
  readonly values: readonly ScannedValue[];
}

/**
 * Takes apart a line that may still be being typed, or be wrong: what is where, by the same grammar as `parseLine`, and
 * never with an error. What a part is never depends on what is typed after it.
 */
export function scanLine(text: string): ScannedLine {
  const command = /^\s*!?(\S*)/.exec(text);
  const values: ScannedValue[] = [];
  let at = skipSpace(text, command?.[0].length ?? 0);
  while (at < text.length) {
    const name = /^[A-Za-z0-9_.-]+(?==)/.exec(text.slice(at))?.[0];
    const value = scanValue(text, name === undefined ? at : at + name.length + 1);
    values.push({ ...(name !== undefined && { name }), ...value });
    at = skipSpace(text, Math.max(value.next, at + 1));
  }
  return { command: command?.[1] ?? '', values };
}

function scanValue(text: string, start: number): Omit<ScannedValue, 'name'> & { readonly next: number } {
  const quote = text.charAt(start);
  if (!isQuote(quote)) {
    const end = endOfBare(text, start);
    return { start, end, isOpen: false, next: end };
  }
  const end = endOfQuoted(text, start);
  if (end === undefined) return { start: start + 1, end: text.length, isOpen: true, next: text.length };
  // Text stuck to the closing quote is a mistake, and still belongs to this value.
  const next = endOfBare(text, end + 1);
  return { start: start + 1, end: next === end + 1 ? end : next, isOpen: false, next };
}

/** Index of the closing quote. */
function endOfQuoted(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index++) {
    if (text.charAt(index) === quote) return index;
    if (quote !== '`' && text.charAt(index) === '\\') index++;
  }
  return undefined;
}

function endOfBare(text: string, start: number): number {
  let depth = 0;
  let index = start;
  while (index < text.length && (depth > 0 || !/\s/.test(text.charAt(index)))) {
    if (text.charAt(index) === '{' && (depth > 0 || text.charAt(index - 1) === '$')) depth++;
    if (text.charAt(index) === '}' && depth > 0) depth--;
    index++;
  }
  return index;
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && /\s/.test(text.charAt(index))) index++;
  return index;
}

/** Whether more must be typed: a quote is open, or the line ends in a backslash that is to join the next one. */
export function isUnfinished(text: string): boolean {
  return hasOpenQuote(text) || endsInBackslash(text);
}

/** The line with the next one joined to it; a backslash that only joins them is taken out. */
export function joinedLines(text: string, next: string): string {
  return !hasOpenQuote(text) && endsInBackslash(text) ? `${text.slice(0, -1)}\n${next}` : `${text}\n${next}`;
}

function hasOpenQuote(text: string): boolean {
  return scanLine(text).values.at(-1)?.isOpen === true;
}

function endsInBackslash(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

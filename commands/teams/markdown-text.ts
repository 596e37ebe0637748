import { escapedApart, shownPlain } from './shown-text.js';

/** The lines of a text. */
export const linesOf = (text: string): readonly string[] => text.split('\n');

/** What is no text in running Markdown; an ampersand at the end too, because what comes behind it is not known here. */
const MARKUP = /[\\<[\]*~`|]|&(?=#?\w*(?:;|$))|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/**
 * Text that shows as the characters it is made of, wherever it stands in a line of Markdown.
 * @param text Its line breaks stay.
 */
export function escaped(text: string): string {
  return escapedApart(text, MARKUP);
}

/** An address that another piece of text follows would swallow the backslash that keeps its bracket from being a tag. */
const BRACKET_BEHIND_ADDRESS = /((?:(?:https?|ftp):\/\/|www\.)[^\s<]*)\\</gi;

/** Lines that run together: none is empty, and none begins with what would make it a heading, a list, a quote or a rule. */
export function paragraphOf(text: string): string {
  return linesOf(text)
    .map((line) => line.replaceAll(BRACKET_BEHIND_ADDRESS, '$1 \\<').replaceAll(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/^[#>+=-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2'))
    .join('  \n');
}

/** Text as a piece of code on one line. */
export function code(text: string): string {
  const line = shownPlain(text).trim();
  if (line === '') return '';
  const ticks = '`'.repeat(longestRun(line) + 1);
  return /^`|`$/.test(line) ? `${ticks} ${line} ${ticks}` : ticks + line + ticks;
}

/** Text as a block of code. */
export function fenced(text: string): string {
  const lines = linesOf(text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')).map((line) => shownPlain(line));
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [fence, ...withoutEmptyEnds(lines), fence].join('\n');
}

function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

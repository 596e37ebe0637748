/** Signs that steer what reads the text, or turn the direction of writing. Line breaks are not among them. */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What would begin an element, an escape, a link, an entity or emphasis. */
const MARKUP = /[\\<[*~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What readers of Markdown take for an address wherever it stands (GitHub Flavored Markdown, extended autolinks). */
const ADDRESS = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]+/gi;

/** What in an address would be an escape, a bracket, a cell's end, code, or the end of an entity. */
const STEERS_ADDRESS = /[\\[\]`|]|(?<=&#?\w+);/g;

/**
 * Text from outside, for a Markdown cell: it shows as the characters it is made of, and makes no markup, and no link under
 * other words. Pipes, backticks and line breaks are left to the table, which escapes them. Signs that turn the direction of
 * writing show as nothing.
 */
export function shownText(text: string): string {
  return escapedApart(text, MARKUP);
}

/** The same for a title or a sentence, which a line break or a backtick of theirs would end. */
export function shownLine(text: string): string {
  return shownText(text).replaceAll('\n', ' ').replaceAll('`', '\\`');
}

/** Text from outside on one line of an error, which is no Markdown. */
export function shownPlain(text: string): string {
  return text.replaceAll(/[\n\u2028\u2029]/g, ' ').replaceAll(STEERING, ' ');
}

/**
 * Escapes signs by a backslash, and those in addresses by their code: there a backslash is part of the address, so that it
 * would lead astray, and would not escape a bracket behind it.
 */
export function escapedApart(text: string, signs: RegExp): string {
  const tame = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(STEERING, ' ');
  let written = '';
  let behind = 0;
  for (const { 0: address, index } of tame.matchAll(ADDRESS)) {
    written += tame.slice(behind, index).replaceAll(signs, '\\$&');
    written += address.replaceAll(STEERS_ADDRESS, encodeURIComponent);
    behind = index + address.length;
    if (tame.charAt(behind) === '<') written += ' ';
  }
  return written + tame.slice(behind).replaceAll(signs, '\\$&');
}

/**
 * Text from outside, for a Markdown cell: it shows as the characters it is made of, and makes no markup and no link. Pipes
 * and backticks are left to the table, which escapes them. Signs that turn the direction of writing show as nothing.
 */
export function shownText(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replaceAll(/[\\<[]|&(?=#?\w+;)/g, '\\$&');
}

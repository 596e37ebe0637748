import { type FindDeclaration, secretSpans } from './secret-spans.js';

/** In the place of a password: make one. */
const GENERATE = 'generate';

/**
 * An example as people are shown it. In the place of a secret stands `?`, which is asked for: whoever types the line as
 * it stands leaves no password in the history of a shell.
 * @param line One of a command's examples.
 */
export function shownExample(line: string, find: FindDeclaration): string {
  return secretSpans(line, find)
    .filter(({ start, end }) => line.slice(start, end) !== GENERATE)
    .reduceRight((shown, { start, end }) => `${shown.slice(0, start)}?${shown.slice(end)}`, line);
}

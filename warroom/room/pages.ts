import { stripVTControlCharacters } from 'node:util';
import { textWidth } from '../terminal/width.js';

/**
 * Cuts a text into pages that a screen can show, with one row left for the question whether to go on.
 * @param rows Rows of the screen. @param columns Its columns; a longer line takes several rows.
 * @returns At least one page.
 */
export function pagesOf(text: string, rows: number, columns: number): readonly string[] {
  const room = Math.max(rows - 1, 1);
  const pages: string[][] = [[]];
  let used = 0;
  for (const line of text.split('\n')) {
    const height = Math.max(1, Math.ceil(textWidth(stripVTControlCharacters(line)) / Math.max(columns, 1)));
    if (used > 0 && used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages.map((lines) => lines.join('\n'));
}

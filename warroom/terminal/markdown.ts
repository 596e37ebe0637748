import { Lexer } from 'marked';
import { blockLines } from './blocks.js';
import { type Canvas, lineOf, paintLine } from './styled-line.js';
import { visibleText } from './visible-text.js';

/**
 * Paints the markdown of an entry. A text that marked gives up on, such as thousands of nested quotes, is painted as it
 * stands: an entry must never take the terminal down.
 */
export function markdownLines(markdown: string, canvas: Canvas): string[] {
  const text = visibleText(markdown);
  try {
    return blockLines(new Lexer({ gfm: true }).lex(withWholeCells(text)), canvas);
  } catch {
    return text.split('\n').map((line) => paintLine(lineOf(line), canvas));
  }
}

/**
 * The platform's tables put one backslash before a pipe, whatever stands before it. marked would read two backslashes
 * and a pipe as a cell's end, so that a name could push its row one column to the right.
 */
function withWholeCells(text: string): string {
  return text.replace(/^\|.*$/gm, (row) => row.replace(/(?<!\\)((?:\\\\)+)\|/g, '$1\\|'));
}

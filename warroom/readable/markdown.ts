import { Lexer } from 'marked';
import { visibleText } from '../terminal/visible-text.js';
import { blocksOf } from './blocks.js';
import { type Block } from './model.js';

/**
 * The blocks of the markdown of an entry. A text that marked gives up on, such as thousands of nested quotes, is shown as
 * it stands: an entry must never take down whoever shows it.
 */
export function markdownBlocks(markdown: string): readonly Block[] {
  const text = visibleText(markdown);
  try {
    return blocksOf(new Lexer({ gfm: true }).lex(withWholeCells(text)));
  } catch {
    return [{ kind: 'preformatted', lines: text.split('\n') }];
  }
}

/**
 * The platform's tables put one backslash before a pipe, whatever stands before it. marked would read two backslashes
 * and a pipe as a cell's end, so that a name could push its row one column to the right.
 */
function withWholeCells(text: string): string {
  return text.replace(/^\|.*$/gm, (row) => row.replace(/(?<!\\)((?:\\\\)+)\|/g, '$1\\|'));
}

import { type MarkedToken, type Token, type Tokens } from 'marked';
import { visibleText } from '../terminal/visible-text.js';
import { inlineLines } from './inline.js';
import { isMarkedToken } from './marked-token.js';
import { type Block, type Item } from './model.js';

/** Deeper than anybody writes; whoever paints the blocks goes as deep as they do. */
const DEEPEST = 40;

/** The blocks of a markdown text. @throws RangeError where they are nested too deep to be shown. */
export function blocksOf(tokens: readonly Token[], depth = 0): Block[] {
  if (depth > DEEPEST) throw new RangeError('Nested too deep.');
  return tokens.flatMap((token) => (isMarkedToken(token) ? (blockOf(token, depth) ?? []) : []));
}

function blockOf(token: MarkedToken, depth: number): Block | undefined {
  switch (token.type) {
    case 'space':
      return undefined;
    case 'heading':
      return { kind: 'heading', lines: inlineLines(token.tokens, 'bold') };
    case 'paragraph':
      return { kind: 'paragraph', lines: inlineLines(token.tokens) };
    case 'code':
      return { kind: 'code', lines: textLines(token.text) };
    case 'blockquote':
      return { kind: 'quote', blocks: blocksOf(token.tokens, depth + 1) };
    case 'list':
      return {
        kind: 'list',
        items: token.items.map((item, index) => itemOf(item, markerOf(token, index), depth)),
      };
    case 'hr':
      return { kind: 'rule' };
    case 'table':
      return {
        kind: 'table',
        header: token.header.map((cell) => inlineLines(cell.tokens, 'bold')),
        rows: token.rows.map((row) => row.map((cell) => inlineLines(cell.tokens))),
      };
    case 'html':
    case 'def':
      return { kind: 'plain', lines: textLines(token.raw.trimEnd()) };
    default:
      return { kind: 'paragraph', lines: inlineLines([token]) };
  }
}

function markerOf(list: Tokens.List, index: number): string {
  return list.ordered ? `${(list.start === '' ? 1 : list.start) + index}. ` : '- ';
}

/** What stands directly in an item (text, checkbox) runs together; blocks in it follow on lines of their own. */
function itemOf(item: Tokens.ListItem, marker: string, depth: number): Item {
  const split = item.tokens.findIndex(({ type }) => type !== 'text' && type !== 'checkbox');
  const end = split === -1 ? item.tokens.length : split;
  return {
    marker,
    lines: end === 0 ? [] : inlineLines(item.tokens.slice(0, end)),
    blocks: blocksOf(item.tokens.slice(end), depth + 1),
  };
}

/** The lines of a text that is no markdown, made safe to show. */
export function textLines(text: string): string[] {
  return visibleText(text).split('\n');
}

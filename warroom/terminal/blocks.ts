import { type MarkedToken, type Token, type Tokens } from 'marked';
import { inlineLines } from './inline.js';
import { isMarkedToken } from './marked-token.js';
import { type Canvas, type Line, lineOf, paintLine } from './styled-line.js';
import { tableLines } from './table.js';
import { visibleText } from './visible-text.js';
import { wrapLine } from './wrap.js';

const RULE_WIDTH = 40;

/** Paints the blocks of a markdown text, with an empty line between two blocks except below a heading. */
export function blockLines(tokens: readonly Token[], canvas: Canvas): string[] {
  let isBelowHeading = true;
  return tokens.flatMap((token) => {
    const block = isMarkedToken(token) ? linesOf(token, canvas) : [];
    if (block.length === 0) return [];
    const lines = isBelowHeading ? block : ['', ...block];
    isBelowHeading = token.type === 'heading';
    return lines;
  });
}

function linesOf(token: MarkedToken, canvas: Canvas): string[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return wrapped(inlineLines(token.tokens, 'bold'), canvas);
    case 'paragraph':
      return wrapped(inlineLines(token.tokens), canvas);
    case 'code':
      return textLines(token.text).map((text) => paintLine(lineOf(`  ${text}`, 'code'), canvas));
    case 'blockquote':
      return indented(token.tokens, '│ ', '│ ', canvas);
    case 'list':
      return token.items.flatMap((item, index) => itemLines(item, markerOf(token, index), canvas));
    case 'hr':
      return [paintLine(lineOf('─'.repeat(RULE_WIDTH), 'border'), canvas)];
    case 'table':
      return tableLines(
        token.header.map((cell) => inlineLines(cell.tokens, 'bold')),
        token.rows.map((row) => row.map((cell) => inlineLines(cell.tokens))),
        canvas,
      );
    case 'html':
    case 'def':
      return wrapped(
        textLines(token.raw.trimEnd()).map((text) => lineOf(text)),
        canvas,
      );
    default:
      return wrapped(inlineLines([token]), canvas);
  }
}

function markerOf(list: Tokens.List, index: number): string {
  return list.ordered ? `${(list.start === '' ? 1 : list.start) + index}. ` : '- ';
}

/** What stands directly in an item (text, checkbox) runs together; blocks in it follow on lines of their own. */
function itemLines(item: Tokens.ListItem, marker: string, canvas: Canvas): string[] {
  const split = item.tokens.findIndex(({ type }) => type !== 'text' && type !== 'checkbox');
  const end = split === -1 ? item.tokens.length : split;
  const inner = narrowed(canvas, marker.length);
  const own = end === 0 ? [] : wrapped(inlineLines(item.tokens.slice(0, end)), inner);
  const lines = [...own, ...blockLines(item.tokens.slice(end), inner)];
  return prefixed(lines.length === 0 ? [''] : lines, marker, ' '.repeat(marker.length), canvas);
}

function indented(tokens: readonly Token[], first: string, rest: string, canvas: Canvas): string[] {
  return prefixed(blockLines(tokens, narrowed(canvas, first.length)), first, rest, canvas);
}

function prefixed(lines: readonly string[], first: string, rest: string, canvas: Canvas): string[] {
  return lines.map((line, index) => paintLine(lineOf(index === 0 ? first : rest), canvas) + line);
}

function narrowed(canvas: Canvas, by: number): Canvas {
  return canvas.columns === undefined ? canvas : { ...canvas, columns: Math.max(canvas.columns - by, 1) };
}

function wrapped(lines: readonly Line[], canvas: Canvas): string[] {
  return lines
    .flatMap((line) => wrapLine(line, canvas.columns, 'keep'))
    .map((line) => paintLine(line, canvas));
}

function textLines(text: string): string[] {
  return visibleText(text).split('\n');
}

import { type Block, type Item } from '../readable/model.js';
import { type Canvas, type Line, lineOf, paintLine } from './styled-line.js';
import { tableLines } from './table.js';
import { wrapLine } from './wrap.js';

const RULE_WIDTH = 40;

/** Paints blocks, with an empty line between two of them except below a heading. */
export function blockLines(blocks: readonly Block[], canvas: Canvas): string[] {
  let isBelowHeading = true;
  return blocks.flatMap((block) => {
    const painted = linesOf(block, canvas);
    if (painted.length === 0) return [];
    const lines = isBelowHeading ? painted : ['', ...painted];
    isBelowHeading = block.kind === 'heading';
    return lines;
  });
}

function linesOf(block: Block, canvas: Canvas): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wrapped(block.lines, canvas);
    case 'plain':
      return wrapped(
        block.lines.map((text) => lineOf(text)),
        canvas,
      );
    case 'preformatted':
      return block.lines.map((text) => paintLine(lineOf(text), canvas));
    case 'code':
      return block.lines.map((text) => paintLine(lineOf(`  ${text}`, 'code'), canvas));
    case 'quote':
      return prefixed(blockLines(block.blocks, narrowed(canvas, 2)), '│ ', '│ ', canvas);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, canvas));
    case 'rule':
      return [paintLine(lineOf('─'.repeat(RULE_WIDTH), 'border'), canvas)];
    case 'table':
      return tableLines(block.header, block.rows, canvas);
  }
}

function itemLines({ marker, lines: own, blocks }: Item, canvas: Canvas): string[] {
  const inner = narrowed(canvas, marker.length);
  const lines = [...wrapped(own, inner), ...blockLines(blocks, inner)];
  return prefixed(lines.length === 0 ? [''] : lines, marker, ' '.repeat(marker.length), canvas);
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

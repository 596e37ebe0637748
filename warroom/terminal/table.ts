import { columnWidths } from './column-widths.js';
import { type Canvas, type Line, lineOf, lineWidth, paintLine } from './styled-line.js';
import { wrapLine } from './wrap.js';

/** The lines of one cell. */
export type Cell = readonly Line[];

/**
 * Paints a table that stays within the canvas: a box with wrapped cells or, where its columns would be too narrow to
 * read, one block of `name  value` lines per row.
 *
 * @param header One cell per column.
 * @param rows As many cells each.
 */
export function tableLines(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  canvas: Canvas,
): string[] {
  const wanted = header.map((cell, column) => widest([cell, ...rows.map((row) => row[column] ?? [])]));
  const widths = columnWidths(wanted, canvas.columns);
  return widths ? boxed(header, rows, widths, canvas) : records(header, rows, canvas);
}

function boxed(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  canvas: Canvas,
): string[] {
  const border = (left: string, middle: string, right: string): string => {
    const text = left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
    return paintLine(lineOf(text, 'border'), canvas);
  };
  const side = (text: string): Line => lineOf(text, 'border');
  const painted = (row: readonly Cell[]): string[] =>
    zipped(row, widths).map((parts) => {
      const middle = parts.flatMap((part, index) => [...(index > 0 ? [side(' │ ')] : []), part]);
      return paintLine([side('│ '), ...middle, side(' │')].flat(), canvas);
    });
  const body = rows.map(painted);
  // Rows of several lines run into each other without a line between them.
  const isTall = body.some((lines) => lines.length > 1);
  const between = border('├', '┼', '┤');
  return [
    border('┌', '┬', '┐'),
    ...painted(header),
    between,
    ...body.flatMap((lines, index) => (isTall && index > 0 ? [between, ...lines] : lines)),
    border('└', '┴', '┘'),
  ];
}

function records(header: readonly Cell[], rows: readonly (readonly Cell[])[], canvas: Canvas): string[] {
  const columns = canvas.columns ?? 0;
  const labels = Math.min(widest(header), Math.floor(columns / 3));
  const widths = [labels, columns - labels - 2];
  return rows.flatMap((row, index) => {
    const lines = header.flatMap((label, column) => {
      const cell = row[column] ?? [];
      if (!cell.some((line) => lineWidth(line) > 0)) return [];
      return zipped([label, cell], widths).map(([left = [], right = []]) =>
        paintLine([...left, ...lineOf('  '), ...right], canvas).trimEnd(),
      );
    });
    return index > 0 ? ['', ...lines] : lines;
  });
}

function widest(cells: readonly Cell[]): number {
  return cells.flat().reduce((most, line) => Math.max(most, lineWidth(line)), 1);
}

/** Wraps the cells of one row and gives its lines, every part filled up to its width. */
function zipped(cells: readonly Cell[], widths: readonly number[]): Line[][] {
  const wrapped = widths.map((width, column) =>
    (cells[column] ?? []).flatMap((line) => wrapLine(line, width, 'break')),
  );
  const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, index) =>
    widths.map((width, column) => filled(wrapped[column]?.[index] ?? [], width)),
  );
}

function filled(line: Line, width: number): Line {
  return [...line, ...lineOf(' '.repeat(Math.max(0, width - lineWidth(line))))];
}

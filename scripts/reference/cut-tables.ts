/** Rows of a longer table that are shown; a table with one row more is shown whole. */
const ROWS = 3;

/** Characters of a longer cell that are shown. */
const CELL_LENGTH = 120;

/** Heading and rule above the rows. */
const HEAD_LINES = 2;

const TABLE = /^\|.*(?:\n\|.*)+/gm;
const BORDER = /(?<!\\)\|/;

/** Cuts the tables in a markdown text after some rows, and their cells after some words, with "..." in place of the rest. */
export function cutTables(markdown: string): string {
  return markdown.replaceAll(TABLE, (table) => {
    const lines = table.split('\n');
    const head = lines.slice(0, HEAD_LINES);
    const rows = lines.slice(HEAD_LINES).map(shortRow);
    const isLong = rows.length > ROWS + 1;
    return [...head, ...(isLong ? [...rows.slice(0, ROWS), cutMark(lines[0] ?? '')] : rows)].join('\n');
  });
}

/** A row of a table with this heading that stands for all that are left out. */
function cutMark(heading: string): string {
  return `|${heading.split(BORDER).slice(1, -1).fill(' ... ').join('|')}|`;
}

function shortRow(row: string): string {
  return row.split(BORDER).map(shortCell).join('|');
}

function shortCell(cell: string): string {
  if (cell.length <= CELL_LENGTH) return cell;
  const lastSpace = cell.lastIndexOf(' ', CELL_LENGTH);
  return `${cell.slice(0, lastSpace > 0 ? lastSpace : CELL_LENGTH)} ... `;
}

import {
  type Block,
  type Cell,
  type Item,
  type Line,
  type ReadableEntry,
  type Span,
} from '../../readable/model.js';
import { button, type Child, element } from './dom.js';

/** From this many columns on, a table of one row is easier to read downwards. */
const MANY_COLUMNS = 4;

/** More rows are shown only when somebody asks for them. */
const MANY_ROWS = 500;

/** Paints what an entry shows: the same blocks that the terminal paints. */
export function paintEntry({ label, blocks }: ReadableEntry): Node[] {
  const painted = blocks.map(paintBlock);
  return label === undefined ? painted : [element('p', { class: 'label' }, label), ...painted];
}

function paintBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element('h3', {}, ...paintLines(block.lines));
    case 'paragraph':
      return element('p', {}, ...paintLines(block.lines));
    case 'plain':
      return element('p', { class: 'plain' }, block.lines.join('\n'));
    case 'preformatted':
    case 'code':
      return preformatted(block.lines.join('\n'));
    case 'quote':
      return element('blockquote', {}, ...block.blocks.map(paintBlock));
    case 'list':
      return element('ul', {}, ...block.items.map(paintItem));
    case 'rule':
      return element('hr');
    case 'table':
      return paintTable(block.header, block.rows);
  }
}

/** Text whose lines stay as they are; what is too wide can be scrolled, with keys too. */
export function preformatted(text: string): HTMLElement {
  return element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Text' }, text);
}

function paintItem({ marker, lines, blocks }: Item): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'marker' }, marker),
    element('div', {}, ...paintLines(lines), ...blocks.map(paintBlock)),
  );
}

function paintTable(header: readonly Cell[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const [only] = rows;
  const table =
    only && rows.length === 1 && header.length > MANY_COLUMNS
      ? downwards(header, only)
      : across(header, rows);
  return element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Table' }, table);
}

function across(header: readonly Cell[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const names = header.map((cell) => element('th', { scope: 'col' }, ...paintLines(cell)));
  const body = element('tbody', {}, ...rows.slice(0, MANY_ROWS).map(paintRow));
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...names)), body);
  if (rows.length <= MANY_ROWS) return table;
  const more = button(`Show all ${rows.length} rows`, { class: 'more' }, () => {
    body.append(...rows.slice(MANY_ROWS).map(paintRow));
    more.remove();
  });
  return element('div', {}, table, more);
}

function downwards(header: readonly Cell[], row: readonly Cell[]): HTMLElement {
  const lines = header.map((name, column) =>
    element('tr', {}, element('th', { scope: 'row' }, ...paintLines(name)), paintCell(row[column] ?? [])),
  );
  return element('table', { class: 'record' }, element('tbody', {}, ...lines));
}

function paintRow(row: readonly Cell[]): HTMLElement {
  return element('tr', {}, ...row.map(paintCell));
}

function paintCell(cell: Cell): HTMLElement {
  return element('td', {}, ...paintLines(cell));
}

function paintLines(lines: readonly Line[]): Child[] {
  return lines.flatMap((line, index) => [...(index > 0 ? [element('br')] : []), ...line.map(paintSpan)]);
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function paintSpan({ text, styles, href }: Span): Child {
  const styled = styles.reduceRight<Child>(
    (inner, style) => (style === 'link' ? inner : element(TAGS[style], {}, inner)),
    text,
  );
  return href !== undefined && leadsOut(href)
    ? element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, styled)
    : styled;
}

/** Whether an address is one of the web; any other scheme may run something. */
export function leadsOut(href: string): boolean {
  return URL.canParse(href) && ['http:', 'https:'].includes(new URL(href).protocol);
}

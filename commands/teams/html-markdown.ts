import { decodeEntities } from './html-tokens.js';
import { attributeOf, type HtmlElement, type HtmlNode, htmlTree } from './html-tree.js';
import { code, escaped, fenced, linesOf, paragraphOf } from './markdown-text.js';

const BLOCKS = new Set(
  'address article aside blockquote codeblock div dl dt dd figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  strike: '~~',
  del: '~~',
};

/** Links that are worth showing. */
const SHOWN_LINK = /^(?:https?|mailto):[^\s<>]+$/i;

/**
 * A message as Markdown, for a report or a ticket: what is bold, a list, a quote, code or a heading stays so. It holds no HTML
 * and no image, and each link stands as its own address behind the words it was under, so that none is disguised.
 */
export function htmlToMarkdown(html: string): string {
  return blocksOf(htmlTree(html)).join('\n\n');
}

/** The blocks of what stands in one element; what runs together is one paragraph. */
function blocksOf(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = [];
  let running: HtmlNode[] = [];
  const flush = (): void => {
    const paragraph = paragraphOf(inline(running));
    if (paragraph !== '') blocks.push(paragraph);
    running = [];
  };
  for (const node of nodes) {
    if (node.kind === 'element' && (BLOCKS.has(node.name) || holdsBlock(node))) {
      flush();
      blocks.push(...blockOf(node));
    } else running.push(node);
  }
  flush();
  return blocks;
}

function holdsBlock({ children }: HtmlElement): boolean {
  return children.some((child) => child.kind === 'element' && (BLOCKS.has(child.name) || holdsBlock(child)));
}

function blockOf(element: HtmlElement): readonly string[] {
  const { name, children } = element;
  switch (name) {
    case 'hr':
      return ['---'];
    case 'pre':
    case 'codeblock':
      return [fenced(plain(children))];
    case 'blockquote':
      return quoted(blocksOf(children));
    case 'ul':
    case 'ol':
      return list(element);
    case 'tr':
      return row(element);
    default:
      return /^h[1-6]$/.test(name) ? heading(element) : blocksOf(children);
  }
}

function heading({ name, children }: HtmlElement): readonly string[] {
  const words = linesOf(paragraphOf(inline(children))).join(' ');
  return words === '' ? [] : [`${'#'.repeat(Number(name.slice(1)))} ${words}`];
}

function quoted(blocks: readonly string[]): readonly string[] {
  if (blocks.length === 0) return [];
  return [
    linesOf(blocks.join('\n\n'))
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
  ];
}

function list({ name, children }: HtmlElement): readonly string[] {
  const items = children.flatMap((child) => {
    const blocks = blocksOf(child.kind === 'element' && child.name === 'li' ? child.children : [child]);
    return blocks.length > 0 ? [blocks.join('\n\n')] : [];
  });
  const written = items.map((item, index) => {
    const marker = name === 'ol' ? `${index + 1}. ` : '- ';
    const [first = '', ...more] = linesOf(item);
    const indent = ' '.repeat(marker.length);
    return [marker + first, ...more.map((line) => (line === '' ? '' : indent + line))].join('\n');
  });
  return written.length > 0 ? [written.join('\n')] : [];
}

/** A row of a table is a line: cells of any content would not fit into a table of Markdown. */
function row({ children }: HtmlElement): readonly string[] {
  const cells = children
    .filter((child) => child.kind === 'element')
    .map((cell) =>
      linesOf(paragraphOf(inline(cell.children)))
        .join(' ')
        .trim(),
    );
  return cells.some((cell) => cell !== '') ? [cells.join(' \\| ')] : [];
}

function inline(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? words(node.raw) : inlineElement(node))).join('');
}

const words = (raw: string): string => escaped(decodeEntities(raw.replaceAll(/\s+/g, ' ')));

function inlineElement(element: HtmlElement): string {
  const { name, children } = element;
  const mark = MARKS[name];
  if (mark !== undefined) return marked(mark, inline(children));
  switch (name) {
    case 'br':
      return '\n';
    case 'code':
      return code(plain(children));
    case 'a':
      return inline(children) + linkBehind(element);
    case 'at':
      return `@${inline(children)}`;
    case 'img':
      return escaped(attributeOf(element, 'alt') ?? '[image]');
    case 'emoji':
    case 'customemoji':
      return escaped(attributeOf(element, 'alt') ?? '');
    default:
      return inline(children);
  }
}

/** Blanks and line breaks stand outside the marks, where they would otherwise end what the marks mean. */
function marked(mark: string, content: string): string {
  const [, before = '', middle = '', behind = ''] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  // Marks in marks, and marks over lines, read differently from one reader to the next.
  return middle === '' || /[*~\n]/.test(middle.replaceAll(/\\./g, ''))
    ? content
    : before + mark + middle + mark + behind;
}

function linkBehind(element: HtmlElement): string {
  const href = attributeOf(element, 'href')?.trim() ?? '';
  if (!SHOWN_LINK.test(href) || plain(element.children).trim() === href) return '';
  return ` (<${href}>)`;
}

/** The text in elements, as it is. */
function plain(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return decodeEntities(node.raw);
      return node.name === 'br' ? '\n' : plain(node.children) + (BLOCKS.has(node.name) ? '\n' : '');
    })
    .join('');
}

import { type HtmlAttribute, decodeEntities, htmlTokens, type HtmlToken } from './html-tokens.js';

const BLOCKS = new Set(
  'address article aside blockquote codeblock div dl dt dd figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Elements whose link is worth showing, and what it may begin with. */
const SHOWN_LINK = /^(?:https?|mailto):/i;

/**
 * What a message says, as plain text: paragraphs and items on lines of their own, web addresses behind the words they stand
 * under, names of emoji and images, and nothing of scripts, styles and other links.
 */
export function htmlToText(html: string): string {
  return textIn(htmlTokens(html));
}

/**
 * The words that the writer of a message added: not those of the messages they quote, and no names of pictures and emoji,
 * which are somebody else's words too. A quote that is never closed reaches to the end.
 */
export function htmlToOwnWords(html: string): string {
  return textIn(ownTokens(html));
}

/** IDs of the messages that HTML quotes as what it replies to (Teams: a quote of itemtype Reply). */
export function quotedIds(html: string): readonly string[] {
  const ids: string[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'open' || token.name !== 'blockquote') continue;
    const id = valueOf(token.attributes, 'itemid');
    if (id !== undefined && /\/Reply$/i.test(valueOf(token.attributes, 'itemtype') ?? '')) ids.push(id);
  }
  return ids;
}

const PICTURES = new Set(['img', 'emoji', 'customemoji']);

function* ownTokens(html: string): Generator<HtmlToken, void> {
  let depth = 0;
  for (const token of htmlTokens(html)) {
    const isQuote = token.kind !== 'text' && token.kind !== 'comment' && token.name === 'blockquote';
    if (isQuote) depth = Math.max(0, depth + (token.kind === 'open' ? 1 : -1));
    const isPicture = token.kind === 'open' && PICTURES.has(token.name);
    if (depth === 0 && !isPicture) yield token;
  }
}

function textIn(tokens: Iterable<HtmlToken>): string {
  let text = '';
  const links: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'text') text += decodeEntities(token.raw.replaceAll(/\s+/g, ' '));
    else if (token.kind === 'open') text += opened(token, links);
    else if (token.kind === 'close') text += closed(token.name, text, links);
  }
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function opened({ name, attributes }: Extract<HtmlToken, { kind: 'open' }>, links: string[]): string {
  switch (name) {
    case 'br':
      return '\n';
    case 'li':
      return '\n- ';
    case 'td':
    case 'th':
      return ' ';
    case 'img':
      return valueOf(attributes, 'alt') ?? '[image]';
    case 'emoji':
    case 'customemoji':
      return valueOf(attributes, 'alt') ?? '';
    case 'a':
      links.push(valueOf(attributes, 'href') ?? '');
      return '';
    default:
      return BLOCKS.has(name) ? '\n' : '';
  }
}

function closed(name: string, before: string, links: string[]): string {
  if (name !== 'a') return BLOCKS.has(name) ? '\n' : '';
  const link = links.pop()?.trim() ?? '';
  return SHOWN_LINK.test(link) && !before.endsWith(link) ? ` (${link})` : '';
}

function valueOf(attributes: readonly HtmlAttribute[], name: string): string | undefined {
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return value === '' ? undefined : value;
}

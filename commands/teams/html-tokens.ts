/** A part of a piece of HTML. */
export type HtmlToken =
  | { readonly kind: 'text'; /** As written, entities and all. */ readonly raw: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly HtmlAttribute[];
      /** The tag as written. */
      readonly raw: string;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'comment' };

/** An attribute: its name in lower case, and its value with entities resolved; empty where it has none. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
}

/** Elements whose content is no markup (HTML: raw text elements). What is in them is not for readers. */
const RAW_TEXT = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'title']);

const TAG_NAME = /<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])/iy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=`]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?(?=[\s/>])/y;
const TAG_END = /[\s/]*>/y;

/**
 * Cuts HTML into tokens, in one pass and whatever it holds. It is strict: what is not a whole tag is text. Whoever shows or
 * sends the tokens writes them anew, so that no reader of theirs can see a tag here that this one did not.
 */
export function* htmlTokens(html: string): Generator<HtmlToken, void> {
  let position = 0;
  let text = '';
  while (position < html.length) {
    const bracket = html.indexOf('<', position);
    text += html.slice(position, bracket < 0 ? undefined : bracket);
    if (bracket < 0) break;
    const found = markupAt(html, bracket);
    if (!found) {
      text += '<';
      position = bracket + 1;
      continue;
    }
    if (text !== '') yield { kind: 'text', raw: text };
    text = '';
    yield found.token;
    position = found.end;
  }
  if (text !== '') yield { kind: 'text', raw: text };
}

interface Found {
  readonly token: HtmlToken;
  /** Index behind it. */
  readonly end: number;
}

function markupAt(html: string, start: number): Found | undefined {
  if (/[!?]/.test(html.charAt(start + 1)))
    return { token: { kind: 'comment' }, end: endOfComment(html, start) };
  TAG_NAME.lastIndex = start;
  const [head = '', slash = '', given = ''] = TAG_NAME.exec(html) ?? [];
  if (head === '') return undefined;
  const name = given.toLowerCase();
  const attributes: HtmlAttribute[] = [];
  let position = start + head.length;
  for (;;) {
    TAG_END.lastIndex = position;
    if (TAG_END.test(html)) break;
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(html);
    if (!match) return undefined;
    const [, attribute = '', double, single, bare] = match;
    attributes.push({ name: attribute.toLowerCase(), value: decodeEntities(double ?? single ?? bare ?? '') });
    position = ATTRIBUTE.lastIndex;
  }
  const end = TAG_END.lastIndex;
  if (slash !== '') return { token: { kind: 'close', name }, end };
  const token: HtmlToken = { kind: 'open', name, attributes, raw: html.slice(start, end) };
  return { token, end: RAW_TEXT.has(name) ? endOfRawText(html, name, end) : end };
}

function endOfComment(html: string, start: number): number {
  const mark = html.startsWith('<!--', start) ? '-->' : '>';
  const end = html.indexOf(mark, start + 2);
  return end < 0 ? html.length : end + mark.length;
}

/** Up to its closing tag, which is read as a token of its own; the rest where there is none. */
function endOfRawText(html: string, name: string, start: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = start;
  return closing.exec(html)?.index ?? html.length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  euro: '€',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  shy: '',
  times: '×',
  trade: '™',
};

const LAST_CODE_POINT = 0x10ffff;

/** Resolves entities: all numbered ones, and the named ones that Teams writes. Others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    const isCharacter = code > 0 && code <= LAST_CODE_POINT && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Text as HTML: it shows as the characters it is made of, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

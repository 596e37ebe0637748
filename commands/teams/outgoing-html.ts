import { ArgumentError } from '../../integration/errors.js';
import { escapeHtml, type HtmlAttribute, htmlTokens, type HtmlToken } from './html-tokens.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What Teams shows in a message. */
const ALLOWED = words(
  'a at attachment b blockquote br caption code codeblock col colgroup del div em emoji h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s span strike strong sub sup table tbody td tfoot th thead tr u ul',
);

/** Elements that run, load, ask or change the page around them. Any other unknown name is no markup, but text in brackets. */
const UNSAFE = words(
  'applet audio base body button canvas details dialog embed fieldset form frame frameset head html iframe input link marquee math meta noembed noframes noscript object option param picture plaintext portal script select slot source style svg template textarea title track video xmp',
);

const ALLOWED_ATTRIBUTES = words(
  'align alt border cellpadding cellspacing class colspan dir height href id itemid itemscope itemtype lang rel role rowspan scope span src start style target title valign width',
);

const LINK_SCHEMES = words('http https mailto tel');

/**
 * HTML to send, written anew from its tokens: what is not a tag that Teams shows is escaped and arrives as it was typed
 * (`if a<b & c`, `<Alex>`), so that text from an incident cannot become markup by accident.
 * @throws ArgumentError for what would run, load or deceive: scripts, event attributes, frames, forms, odd links.
 */
export function outgoingHtml(html: string): string {
  let written = '';
  for (const token of htmlTokens(html)) written += rewritten(token);
  return written;
}

function rewritten(token: HtmlToken): string {
  switch (token.kind) {
    case 'text':
      return token.raw.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    case 'comment':
      return '';
    case 'close':
      if (ALLOWED.has(token.name)) return `</${token.name}>`;
      return UNSAFE.has(token.name) ? '' : escapeHtml(`</${token.name}>`);
    case 'open':
      return openTag(token);
  }
}

function openTag({ name, attributes, raw }: Extract<HtmlToken, { kind: 'open' }>): string {
  if (UNSAFE.has(name)) throw unsafe(`the element <${name}>`);
  if (!ALLOWED.has(name)) return escapeHtml(raw);
  const parts = attributes.map((attribute) => {
    checkAttribute(name, attribute);
    return ` ${attribute.name}="${escapeHtml(attribute.value)}"`;
  });
  return `<${name}${parts.join('')}>`;
}

function checkAttribute(element: string, { name, value }: HtmlAttribute): void {
  const isAllowed = ALLOWED_ATTRIBUTES.has(name) || /^(?:data|aria)-[a-z0-9-]+$/.test(name);
  if (!isAllowed) throw unsafe(`the attribute ${name} of <${element}>`);
  if (name === 'style' && /url\s*\(|expression|@import|behavior|\\/i.test(value)) {
    throw unsafe(`the style of <${element}>, which loads something`);
  }
  if (name !== 'href' && name !== 'src') return;
  // A browser overlooks blanks and control characters in a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replaceAll(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[1];
  if (scheme !== undefined && !LINK_SCHEMES.has(scheme.toLowerCase())) {
    throw unsafe(`a link to ${scheme}: in <${element}>`);
  }
}

function unsafe(what: string): ArgumentError {
  return new ArgumentError(
    `The body holds ${what}, which a message may not.`,
    'Nothing was sent. Take it out, send content_type=text, or give allow_html=true if it is meant.',
  );
}

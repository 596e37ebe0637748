import { type Token } from 'marked';
import { visibleText } from '../terminal/visible-text.js';
import { isMarkedToken } from './marked-token.js';
import { type Line, type Span, type TextStyle } from './model.js';

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
]);

type Look = Omit<Span, 'text'>;

/**
 * Turns the tokens of one piece of running text into lines. `<br>` is a line break; other HTML is shown as it stands,
 * because it is data here. A link shows its address unless that is its text.
 */
export function inlineLines(tokens: readonly Token[], ...styles: readonly TextStyle[]): Line[] {
  const lines: Span[][] = [[]];
  for (const { text, ...look } of tokens.flatMap((token) => spansOf(token, { styles }))) {
    const [first = '', ...rest] = text.split('\n');
    lines.at(-1)?.push({ text: first, ...look });
    for (const part of rest) lines.push([{ text: part, ...look }]);
  }
  return lines;
}

function spansOf(token: Token, look: Look): Span[] {
  if (!isMarkedToken(token)) return [span(token.raw, look)];
  switch (token.type) {
    case 'strong':
      return inside(token.tokens, styled(look, 'bold'));
    case 'em':
      return inside(token.tokens, styled(look, 'italic'));
    case 'del':
      return inside(token.tokens, styled(look, 'strike'));
    case 'codespan':
      return [span(token.text, styled(look, 'code'))];
    case 'br':
      return [span('\n', look)];
    case 'html':
      return [span(/^<br\s*\/?>$/i.test(token.text.trim()) ? '\n' : token.text, look)];
    case 'link': {
      const shown = inside(token.tokens, linked(styled(look, 'link'), token.href));
      const isItsText = token.autolink === true || token.text === token.href;
      return isItsText ? shown : [...shown, span(` (${token.href})`, look)];
    }
    case 'image':
      return [span(`${token.text} (${token.href})`, look)];
    case 'text':
      return token.tokens ? inside(token.tokens, look) : [span(decoded(token.text), look)];
    case 'escape':
      return [span(token.text, look)];
    case 'checkbox':
      return [span(token.checked ? '[x] ' : '[ ] ', look)];
    default:
      return [span(token.raw, look)];
  }
}

function inside(tokens: readonly Token[], look: Look): Span[] {
  return tokens.flatMap((token) => spansOf(token, look));
}

function styled(look: Look, style: TextStyle): Look {
  return { ...look, styles: [...look.styles, style] };
}

/** Any other scheme may run something, or reach into the machine of whoever reads. */
function linked(look: Look, href: string): Look {
  if (visibleText(href) !== href || !URL.canParse(href)) return look;
  const { protocol, username, password } = new URL(href);
  // `https://login.microsoftonline.com@fabrikam.example` leads to the second name and looks like the first.
  const isClear = username === '' && password === '';
  return isClear && (protocol === 'https:' || protocol === 'http:') ? { ...look, href } : look;
}

/** The gate to whoever paints: marked itself may decode a reference such as `&#27;` in an address. */
function span(text: string, look: Look): Span {
  return { text: visibleText(text), ...look };
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

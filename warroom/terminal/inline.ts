import { type Token } from 'marked';
import { isMarkedToken } from './marked-token.js';
import { type Line, type Span, type Style } from './styled-line.js';
import { visibleText } from './visible-text.js';

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
]);

/**
 * Turns the tokens of one piece of running text into lines. `<br>` is a line break; other HTML is shown as it stands,
 * because it is data here and a terminal has no use for it. A link shows its address unless that is its text.
 */
export function inlineLines(tokens: readonly Token[], ...styles: readonly Style[]): Line[] {
  const lines: Span[][] = [[]];
  for (const { text, styles: own } of tokens.flatMap((token) => spansOf(token, styles))) {
    const [first = '', ...rest] = text.split('\n');
    lines.at(-1)?.push({ text: first, styles: own });
    for (const part of rest) lines.push([{ text: part, styles: own }]);
  }
  return lines;
}

function spansOf(token: Token, styles: readonly Style[]): Span[] {
  if (!isMarkedToken(token)) return [span(token.raw, styles)];
  switch (token.type) {
    case 'strong':
      return inside(token.tokens, [...styles, 'bold']);
    case 'em':
      return inside(token.tokens, [...styles, 'italic']);
    case 'del':
      return inside(token.tokens, [...styles, 'strike']);
    case 'codespan':
      return [span(token.text, [...styles, 'code'])];
    case 'br':
      return [span('\n', styles)];
    case 'html':
      return [span(/^<br\s*\/?>$/i.test(token.text.trim()) ? '\n' : token.text, styles)];
    case 'link': {
      const shown = inside(token.tokens, [...styles, 'link']);
      const isItsText = token.autolink === true || token.text === token.href;
      return isItsText ? shown : [...shown, span(` (${token.href})`, styles)];
    }
    case 'image':
      return [span(`${token.text} (${token.href})`, styles)];
    case 'text':
      return token.tokens ? inside(token.tokens, styles) : [span(decoded(token.text), styles)];
    case 'escape':
      return [span(token.text, styles)];
    case 'checkbox':
      return [span(token.checked ? '[x] ' : '[ ] ', styles)];
    default:
      return [span(token.raw, styles)];
  }
}

function inside(tokens: readonly Token[], styles: readonly Style[]): Span[] {
  return tokens.flatMap((token) => spansOf(token, styles));
}

/** The gate to the screen: marked itself may decode a reference such as `&#27;` in an address. */
function span(text: string, styles: readonly Style[]): Span {
  return { text: visibleText(text), styles };
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|apos|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

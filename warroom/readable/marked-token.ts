import { type MarkedToken, type Token } from 'marked';

const KINDS: ReadonlySet<string> = new Set<MarkedToken['type']>([
  'blockquote',
  'br',
  'checkbox',
  'code',
  'codespan',
  'def',
  'del',
  'em',
  'escape',
  'heading',
  'hr',
  'html',
  'image',
  'link',
  'list',
  'list_item',
  'paragraph',
  'space',
  'strong',
  'table',
  'text',
]);

/** Whether a token is of marked's own kinds, whose members are known; its types allow for those of extensions too. */
export function isMarkedToken(token: Token): token is MarkedToken {
  return KINDS.has(token.type);
}

import { type HtmlAttribute, htmlTokens } from './html-tokens.js';

/** A piece of HTML as elements in each other. */
export type HtmlNode =
  HtmlElement | { readonly kind: 'text'; /** As written, entities and all. */ readonly raw: string };

/** An element with what is in it. */
export interface HtmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly children: HtmlNode[];
}

/** Elements that hold nothing, and that nobody needs to close. */
const EMPTY = new Set(['br', 'col', 'customemoji', 'emoji', 'hr', 'img']);

/** Deeper than anybody writes: elements below count as none, so that reading the tree cannot run out of stack. */
const DEEPEST = 40;

/** Reads HTML into elements. What is closed without being open is overlooked; what stays open ends with what it is in. */
export function htmlTree(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: HtmlElement[] = [];
  for (const token of htmlTokens(html)) {
    const inside = open.at(-1)?.children ?? root;
    if (token.kind === 'text') inside.push({ kind: 'text', raw: token.raw });
    else if (token.kind === 'open') {
      const { name, attributes } = token;
      const element: HtmlElement = { kind: 'element', name, attributes, children: [] };
      if (EMPTY.has(name)) inside.push(element);
      else if (open.length < DEEPEST) {
        inside.push(element);
        open.push(element);
      }
    } else if (token.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === token.name);
      if (at >= 0) open.length = at;
    }
  }
  return root;
}

/** The value of an attribute; undefined where it is missing or empty. */
export function attributeOf({ attributes }: HtmlElement, name: string): string | undefined {
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return value === '' ? undefined : value;
}

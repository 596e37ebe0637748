/** How a piece of text stands out. */
export type TextStyle = 'bold' | 'italic' | 'strike' | 'code' | 'link';

/** A piece of text of one style. The text is safe to show as text and holds no line break. */
export interface Span {
  readonly text: string;
  readonly styles: readonly TextStyle[];
  /** An address of `http` or `https` that it leads to. */
  readonly href?: string;
}

/** One line. */
export type Line = readonly Span[];

/** The lines of one cell. */
export type Cell = readonly Line[];

/** An item of a list: what stands beside its marker, and the blocks below that. */
export interface Item {
  /** `- `, or the number with a dot and a space. */
  readonly marker: string;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
}

/** A part of what an entry shows. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly Line[] }
  /** Text that is no markdown: `preformatted` keeps its lines as they are, `plain` may be wrapped. */
  | { readonly kind: 'plain' | 'preformatted' | 'code'; readonly lines: readonly string[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'rule' }
  /** Each row has as many cells as the header. */
  | { readonly kind: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] };

/** What one entry shows. */
export interface ReadableEntry {
  readonly tone: 'note' | 'warning' | 'error';
  /** A line above the blocks. */
  readonly label?: string;
  readonly blocks: readonly Block[];
}

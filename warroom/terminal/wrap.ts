import { type Line, type Span } from './styled-line.js';
import { graphemes, graphemeWidth } from './width.js';

interface Glyph {
  readonly text: string;
  readonly width: number;
  readonly span: Span;
}

/**
 * Breaks a line at spaces so that no part is wider than `width`.
 *
 * @param width Columns; undefined for no limit.
 * @param longWords What becomes of a word that is wider: `break` it, or `keep` it whole, which lets a terminal break
 *   it and an address still be copied.
 * @returns At least one line.
 */
export function wrapLine(line: Line, width: number | undefined, longWords: 'break' | 'keep'): Line[] {
  if (width === undefined) return [line];
  const glyphs = line.flatMap((span) =>
    graphemes(span.text).map((text): Glyph => ({ text, width: graphemeWidth(text), span })),
  );
  const lines: Line[] = [];
  let start = 0;
  do {
    const { end, next } = nextBreak(glyphs, start, width, longWords);
    lines.push(spansOf(glyphs.slice(start, end)));
    start = next;
  } while (start < glyphs.length);
  return lines;
}

/** Where the line that begins at `start` ends, and where the next one begins. */
function nextBreak(
  glyphs: readonly Glyph[],
  start: number,
  width: number,
  longWords: 'break' | 'keep',
): { end: number; next: number } {
  let used = 0;
  let space: number | undefined;
  let inWord = false;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index];
    if (glyph === undefined) break;
    const isSpace = glyph.text === ' ';
    if (isSpace && inWord && glyphs[index - 1]?.text !== ' ') space = index;
    used += glyph.width;
    if (used > width) {
      if (space !== undefined) return { end: space, next: afterSpaces(glyphs, space) };
      if (longWords === 'break') return splitAt(Math.max(index, start + 1));
    }
    inWord ||= !isSpace;
  }
  return splitAt(glyphs.length);
}

function splitAt(index: number): { end: number; next: number } {
  return { end: index, next: index };
}

function afterSpaces(glyphs: readonly Glyph[], index: number): number {
  let next = index;
  while (glyphs[next]?.text === ' ') next++;
  return next;
}

function spansOf(glyphs: readonly Glyph[]): Line {
  const spans: { text: string; span: Span }[] = [];
  for (const { text, span } of glyphs) {
    const last = spans.at(-1);
    if (last?.span === span) last.text += text;
    else spans.push({ text, span });
  }
  return spans.map(({ text, span }) => ({ text, styles: span.styles }));
}

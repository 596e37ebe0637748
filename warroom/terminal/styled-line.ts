import { type TextStyle } from '../readable/model.js';
import { textWidth } from './width.js';

/** How a piece of text stands out, the lines of a table included. */
export type Style = TextStyle | 'border';

/** The color of a whole entry: red for an error, yellow for a warning. */
export type Tone = 'red' | 'yellow';

/** A piece of text of one style. The text is safe to print and holds no line break. */
export interface Span {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** One line before it is painted. */
export type Line = readonly Span[];

/** How lines are to be painted. */
export interface Canvas {
  /** Columns to stay within; undefined for no limit. */
  readonly columns: number | undefined;
  readonly color: boolean;
  readonly tone?: Tone;
}

const CODES: Readonly<Record<Style | Tone, number>> = {
  bold: 1,
  border: 2,
  italic: 3,
  link: 4,
  strike: 9,
  red: 31,
  yellow: 33,
  code: 36,
};

/** A line of one style. */
export function lineOf(text: string, ...styles: readonly Style[]): Line {
  return [{ text, styles }];
}

/** Columns that a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** Paints a line; without color it is its bare text. */
export function paintLine(line: Line, { color, tone }: Canvas): string {
  if (!color) return line.map(({ text }) => text).join('');
  return line.map(({ text, styles }) => paintSpan(text, codesOf(styles, tone))).join('');
}

/** In a toned entry code keeps the tone: a color of its own would end it. */
function codesOf(styles: readonly Style[], tone: Tone | undefined): number[] {
  const shown = tone === undefined ? styles : [tone, ...styles.filter((style) => style !== 'code')];
  return shown.map((style) => CODES[style]);
}

function paintSpan(text: string, codes: readonly number[]): string {
  return text === '' || codes.length === 0 ? text : `\x1b[${codes.join(';')}m${text}\x1b[0m`;
}

import { type Entry } from '../../integration/results/entry.js';
import { readableEntry } from '../readable/entry.js';
import { type ReadableEntry } from '../readable/model.js';
import { blockLines } from './blocks.js';
import { type Canvas, lineOf, paintLine, type Tone } from './styled-line.js';
import { type TerminalSettings } from './terminal-settings.js';

/** Below this a terminal breaks the lines itself; nothing readable could be laid out. */
const NARROWEST = 40;

const TONES: Readonly<Record<ReadableEntry['tone'], Tone | undefined>> = {
  note: undefined,
  warning: 'yellow',
  error: 'red',
};

/** Paints entries one below the other, with an empty line between them and no line break at the end. */
export function paintEntries(entries: readonly Entry[], settings: TerminalSettings): string {
  return entries.map((entry) => paintEntry(entry, settings)).join('\n\n');
}

/**
 * Paints one War Room entry as text for a terminal: an error is red, a warning is yellow. Whatever the entry holds, the
 * only control characters in the result are line breaks and, where `settings.color` allows, our own styles.
 */
export function paintEntry(entry: Entry, settings: TerminalSettings): string {
  const { tone, label, blocks } = readableEntry(entry);
  const color = TONES[tone];
  const canvas: Canvas = {
    color: settings.color,
    columns: settings.columns === undefined ? undefined : Math.max(settings.columns, NARROWEST),
    ...(color && { tone: color }),
  };
  const heading = label === undefined ? [] : [paintLine(lineOf(label), canvas)];
  return [...heading, ...blockLines(blocks, canvas)].join('\n');
}

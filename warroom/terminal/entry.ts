import { type Entry, EntryFormat, EntryType } from '../../integration/results/entry.js';
import { markdownLines } from './markdown.js';
import { type Canvas, lineOf, paintLine } from './styled-line.js';
import { type TerminalSettings } from './terminal-settings.js';
import { visibleText } from './visible-text.js';
import { wrapLine } from './wrap.js';

/** Below this a terminal breaks the lines itself; nothing readable could be laid out. */
const NARROWEST = 40;

/** Paints entries one below the other, with an empty line between them and no line break at the end. */
export function paintEntries(entries: readonly Entry[], settings: TerminalSettings): string {
  return entries.map((entry) => paintEntry(entry, settings)).join('\n\n');
}

/**
 * Paints one War Room entry as text for a terminal: its readable text as markdown or, without one, its contents. An
 * error is red and begins with `Error:`, a warning is yellow and begins with `Warning:`. Whatever the entry holds, the
 * only control characters in the result are line breaks and, where `settings.color` allows, our own styles.
 */
export function paintEntry(entry: Entry, settings: TerminalSettings): string {
  const canvas = {
    color: settings.color,
    columns: settings.columns === undefined ? undefined : Math.max(settings.columns, NARROWEST),
  };
  return linesOf(entry, canvas).join('\n');
}

function linesOf(entry: Entry, canvas: Canvas): string[] {
  const readable = entry.HumanReadable ?? '';
  if (entry.Type === EntryType.ERROR) {
    const text = contentsText(entry.Contents) || readable;
    return plainLines(labeled('Error: ', text), { ...canvas, tone: 'red' });
  }
  if (entry.Type === EntryType.WARNING) {
    const toned: Canvas = { ...canvas, tone: 'yellow' };
    if (readable === '') return plainLines(labeled('Warning: ', contentsText(entry.Contents)), toned);
    return [...plainLines('Warning:', toned), ...markdownLines(readable, toned)];
  }
  if (entry.File !== undefined) return plainLines(entry.HumanReadable ?? `File: ${entry.File}`, canvas);
  if (readable !== '') return markdownLines(readable, canvas);
  return contentsLines(entry, canvas);
}

function contentsLines({ Contents: contents, ContentsFormat: format }: Entry, canvas: Canvas): string[] {
  const text = contentsText(contents);
  if (text === '') return plainLines('(no output)', canvas);
  if (typeof contents === 'string' && format === EntryFormat.MARKDOWN) return markdownLines(text, canvas);
  return plainLines(text, { ...canvas, columns: undefined });
}

function contentsText(contents: unknown): string {
  if (contents === null || contents === undefined) return '';
  return typeof contents === 'string' ? contents : JSON.stringify(contents, null, 2);
}

function labeled(label: string, text: string): string {
  return text.toLowerCase().startsWith(label.trimEnd().toLowerCase()) ? text : label + text;
}

function plainLines(text: string, canvas: Canvas): string[] {
  return visibleText(text)
    .split('\n')
    .flatMap((line) => wrapLine(lineOf(line), canvas.columns, 'keep'))
    .map((line) => paintLine(line, canvas));
}

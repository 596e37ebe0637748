import { type Entry, EntryFormat, EntryType } from '../../integration/results/entry.js';
import { textLines } from './blocks.js';
import { markdownBlocks } from './markdown.js';
import { type Block, type ReadableEntry } from './model.js';

/**
 * What one War Room entry shows: its readable text as markdown or, without one, its contents. An error begins with
 * `Error:`, a warning with `Warning:`.
 */
export function readableEntry(entry: Entry): ReadableEntry {
  const readable = entry.HumanReadable ?? '';
  if (entry.Type === EntryType.ERROR) {
    const text = contentsText(entry.Contents) || readable;
    return { tone: 'error', blocks: [plain(labeled('Error: ', text))] };
  }
  if (entry.Type === EntryType.WARNING) {
    return readable === ''
      ? { tone: 'warning', blocks: [plain(labeled('Warning: ', contentsText(entry.Contents)))] }
      : { tone: 'warning', label: 'Warning:', blocks: markdownBlocks(readable) };
  }
  return { tone: 'note', blocks: noteBlocks(entry, readable) };
}

function noteBlocks(entry: Entry, readable: string): readonly Block[] {
  if (entry.File !== undefined) return [plain(entry.HumanReadable ?? `File: ${entry.File}`)];
  return readable === '' ? contentsBlocks(entry) : markdownBlocks(readable);
}

function contentsBlocks({ Contents: contents, ContentsFormat: format }: Entry): readonly Block[] {
  const text = contentsText(contents);
  if (text === '') return [plain('(no output)')];
  if (typeof contents === 'string' && format === EntryFormat.MARKDOWN) return markdownBlocks(text);
  return [{ kind: 'preformatted', lines: textLines(text) }];
}

/** The contents of an entry as text; empty where there is nothing. */
export function contentsText(contents: unknown): string {
  if (contents === null || contents === undefined) return '';
  return typeof contents === 'string' ? contents : JSON.stringify(contents, null, 2);
}

function labeled(label: string, text: string): string {
  return text.toLowerCase().startsWith(label.trimEnd().toLowerCase()) ? text : label + text;
}

function plain(text: string): Block {
  return { kind: 'plain', lines: textLines(text) };
}

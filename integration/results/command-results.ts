import { contextKey } from './context-key.js';
import { type Entry, type EntryContext, EntryFormat, EntryType } from './entry.js';
import { isPlainList, isPlainObject, type Plain, toPlain } from './plain.js';
import { tableToMarkdown } from './table.js';

/** What the platform library's `CommandResults` takes; each may be left out. */
export interface CommandResultsOptions {
  /** Markdown for people; empty counts as not given. */
  readonly readableOutput?: string;
  /** For the context. Without a prefix its keys are the paths. */
  readonly outputs?: unknown;
  readonly outputsPrefix?: string;
  /** Property, or properties, that identify an element of the outputs. */
  readonly outputsKeyField?: string | readonly string[];
  /** Becomes `Contents`; null or missing, the outputs do. */
  readonly rawResponse?: unknown;
  readonly contentFormat?: EntryFormat;
  /** Writes into the object that is there: the prefix's last name becomes a key under `parent(true)`. */
  readonly replaceExisting?: boolean;
}

/**
 * The entry that the platform library's `CommandResults` turns into, in its newer behavior.
 *
 * @throws TypeError where the outputs cannot be stored: no object and no prefix, the prefix `.`, or a prefix without
 *   a dot together with `replaceExisting`; also where plain values are to be shown without a readable text.
 */
export function commandResultsEntry(options: CommandResultsOptions): Entry {
  const outputs = toPlain(options.outputs);
  if (options.outputsPrefix === '.') throw new TypeError('outputs_prefix cannot be "."');
  if (outputs !== null && !isPlainObject(outputs) && !options.outputsPrefix) {
    throw new TypeError('outputs_prefix is missing');
  }
  const raw = toPlain(options.rawResponse) ?? outputs;
  const hasOutputs = outputs !== null && !(isPlainList(outputs) && outputs.length === 0);
  const readable = options.readableOutput || (hasOutputs ? readableOf(outputs) : null);
  return {
    ...resultEntry(raw, readable, hasOutputs ? contextOf(outputs, options) : {}),
    ...(options.contentFormat && { ContentsFormat: options.contentFormat }),
  };
}

/**
 * The nine keys that every result entry has.
 *
 * @param contents Its format is `text` for a string, a boolean or a whole number, otherwise `json`.
 */
export function resultEntry(
  contents: Plain,
  humanReadable: string | null,
  entryContext: EntryContext,
): Entry {
  return {
    Type: EntryType.NOTE,
    ContentsFormat: isScalarText(contents) ? EntryFormat.TEXT : EntryFormat.JSON,
    Contents: contents,
    HumanReadable: humanReadable,
    EntryContext: entryContext,
    IndicatorTimeline: [],
    IgnoreAutoExtract: false,
    Note: false,
    Relationships: [],
  };
}

function isScalarText(contents: Plain): boolean {
  return typeof contents === 'string' || typeof contents === 'boolean' || Number.isInteger(contents);
}

function readableOf(outputs: Plain): string {
  if (typeof outputs === 'object' && outputs !== null) return tableToMarkdown('Results', outputs);
  return String(outputs);
}

function contextOf(outputs: Plain, options: CommandResultsOptions): EntryContext {
  const { outputsPrefix: prefix, outputsKeyField: key } = options;
  if (!prefix) return isPlainObject(outputs) ? outputs : {};
  if (key !== undefined && key.length > 0) return { [contextKey(prefix, key)]: outputs };
  if (!options.replaceExisting) return { [prefix]: outputs };
  const dot = prefix.lastIndexOf('.');
  if (dot < 1) throw new TypeError('outputs_prefix must be a nested path to replace an existing key.');
  return { [`${prefix.slice(0, dot)}(true)`]: { [prefix.slice(dot + 1)]: outputs } };
}

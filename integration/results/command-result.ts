import { resultEntry } from './command-results.js';
import { contextKey } from './context-key.js';
import { type Entry } from './entry.js';
import { isPlainList, type Plain, toPlain } from './plain.js';
import { errorEntry, noticeEntry } from './raw-entry.js';
import { byCodePoint, tableToMarkdown } from './table.js';

/** A table for people. */
export interface ResultTable {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** A line between title and table. */
  readonly metadata?: string;
  /** Columns that come first, in this order; the others follow, sorted. */
  readonly columns?: readonly string[];
}

/** What goes to one place of the context. */
export interface ContextOutput {
  /** Dotted context path. */
  readonly prefix: string;
  /** Property, or properties, that identify an element (rule R6). */
  readonly key?: string | readonly string[];
  /** Null, undefined and an empty list write nothing. */
  readonly value: unknown;
  /** Expression in the place of the one derived from `key`, without parentheses. */
  readonly selector?: string;
}

/** A file for the person who ran the command. Each surface keeps it in its own way. */
export interface ResultFile {
  /** Display name, without a folder. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** A result that is not final: what to run next, and when. */
export interface NextRun {
  readonly command: string;
  /** Arguments of that run, all declared in the manifest. No secrets: they are stored until then. */
  readonly args: Readonly<Record<string, string>>;
  readonly inSeconds: number;
  /** Seconds after which nobody waits any longer. */
  readonly timeoutSeconds: number;
}

/** What went wrong. */
export interface ResultFailure {
  /** `Contents` of the error entry. */
  readonly text: string;
  /** Whether nobody can tell if the effect happened, for the audit. */
  readonly isUnknown?: true;
}

/** What a command hands back; the dispatcher turns it into entries. */
export interface CommandResult {
  /** Text shown to people, when there is no table. */
  readonly text?: string;
  /**
   * Set where the command did its part and what came of it is a failure. The main entry is then an error entry, and
   * still carries the context, so that a playbook can tell one failure from another.
   */
  readonly failure?: ResultFailure;
  /** Table shown to people. */
  readonly table?: ResultTable;
  /** Context, one item per path. */
  readonly outputs?: readonly ContextOutput[];
  /** Graph's answer; becomes `Contents` (rule R20). Null where playbooks know `Contents` as empty. */
  readonly raw?: unknown;
  /** What the known sentence leaves unsaid; becomes one warning entry of its own (rule R25). */
  readonly warnings?: readonly string[];
  /** Extra entries after the main one. */
  readonly also?: readonly Entry[];
  /** Files; each becomes an entry before the main one. */
  readonly files?: readonly ResultFile[];
  /** Set where the outcome is still open. */
  readonly next?: NextRun;
}

/**
 * Turns a result into War Room entries, the main one first; its files are {@link ResultFile}s to store before. Without a raw answer `Contents` is the value of the only
 * output, or the list of values of several. Secrets show as `***` everywhere.
 */
export function toEntries(result: CommandResult): Entry[] {
  const { outputs = [], failure, table, next, warnings = [], also = [] } = result;
  const values: Plain[] = [];
  const context: Record<string, Plain> = {};
  for (const output of outputs) {
    const value = toPlain(output.value);
    values.push(value);
    if (value !== null && !(isPlainList(value) && value.length === 0)) context[pathOf(output)] = value;
  }
  const contents = result.raw === undefined ? valuesOf(values) : toPlain(result.raw);
  const readable = table ? tableText(table) : (result.text ?? '');
  const main =
    failure === undefined
      ? resultEntry(contents, readable === '' ? null : readable, context)
      : { ...errorEntry(failure.text), EntryContext: context };
  const entries: Entry[] = [next ? { ...main, ...schedule(next) } : main];
  for (const entry of also) entries.push(withoutSecrets(entry));
  if (warnings.length > 0) entries.push(noticeEntry(warnings.join('\n')));
  return entries;
}

/** A table over the columns of all rows, not of the first one only (rule R7); columns empty everywhere are left out. */
function tableText({ title, rows, metadata, columns = [] }: ResultTable): string {
  const filled = new Set(columns);
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) if (value !== null) filled.add(column);
  }
  const rest = [...filled].slice(columns.length).sort(byCodePoint);
  return tableToMarkdown(title, rows, {
    headers: [...columns, ...rest],
    removeNull: true,
    ...(metadata !== undefined && { metadata }),
  });
}

function pathOf({ prefix, key, selector }: ContextOutput): string {
  if (selector !== undefined) return `${prefix}(${selector})`;
  return key === undefined ? prefix : contextKey(prefix, key);
}

function valuesOf(values: readonly Plain[]): Plain {
  return values.length > 1 ? values : (values[0] ?? null);
}

/** The platform runs the next command no sooner than after ten seconds. */
const SHORTEST_PAUSE_SECONDS = 10;

function schedule({ command, args, inSeconds, timeoutSeconds }: NextRun): Partial<Entry> {
  return {
    PollingCommand: command,
    NextRun: String(Math.max(SHORTEST_PAUSE_SECONDS, Math.ceil(inSeconds))),
    PollingArgs: args,
    Timeout: String(Math.ceil(timeoutSeconds)),
  };
}

function withoutSecrets(entry: Entry): Entry {
  return {
    ...entry,
    Contents: toPlain(entry.Contents),
    ...(entry.EntryContext && {
      EntryContext: Object.fromEntries(
        Object.entries(entry.EntryContext).map(([path, value]) => [path, toPlain(value)]),
      ),
    }),
  };
}

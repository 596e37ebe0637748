import { type Execution } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { type TerminalSettings } from './terminal/terminal-settings.js';
import { visibleText } from './terminal/visible-text.js';

/** Formats whose text is made when the result is whole. */
export const wholeFormats = ['terminal', 'markdown', 'json', 'context', 'raw'] as const;

/** One of {@link wholeFormats}. */
export type WholeFormat = (typeof wholeFormats)[number];

/** How a result can be printed; JSON lines are printed as they come. */
export const outputFormats = [...wholeFormats, 'ndjson'] as const;

/** One of {@link outputFormats}. */
export type OutputFormat = (typeof outputFormats)[number];

/** The line above everything that came from the embedded tenant. */
export const SANDBOX_LINE = 'SANDBOX: nothing was done on a real tenant';

/**
 * Prints a result. What a person will see on a terminal holds no control characters, whatever the format.
 * @param format `terminal` paints it, `markdown` is the War Room text itself, `json` the entries with their target,
 * `context` what goes to the context by path, `raw` Graph's answer.
 */
export async function render(
  execution: Execution,
  format: WholeFormat,
  terminal: TerminalSettings,
): Promise<string> {
  if (format === 'terminal') return painted(execution, terminal);
  const text = unpainted(execution, format);
  return terminal.columns === undefined ? text : visibleText(text);
}

function headingOf({ target }: Execution): readonly string[] {
  return target.kind === 'sandbox' ? [SANDBOX_LINE] : [];
}

async function painted(execution: Execution, terminal: TerminalSettings): Promise<string> {
  // The Markdown parser takes a tenth of a command's time to load, and no other format needs it.
  const { paintEntries } = await import('./terminal/entry.js');
  return [...headingOf(execution), paintEntries(execution.entries, terminal)].join('\n\n');
}

function unpainted(execution: Execution, format: Exclude<WholeFormat, 'terminal'>): string {
  const { entries, target, metrics } = execution;
  switch (format) {
    case 'markdown':
      return [...headingOf(execution), ...entries.map(readable)].join('\n\n');
    case 'json':
      return JSON.stringify({ results: entries, target, metrics }, null, 2);
    case 'context':
      return JSON.stringify(contextOf(entries), null, 2);
    case 'raw':
      return rawText(entries);
  }
}

/** Whether a format shows the sandbox line itself; the others leave it to the caller's error output. */
export function showsSandboxLine(format: OutputFormat): boolean {
  return format === 'terminal' || format === 'markdown' || format === 'json';
}

/** What all entries put into the context; where several write to one path, the list of what they write. */
function contextOf(entries: readonly Entry[]): Readonly<Record<string, unknown>> {
  const context = new Map<string, unknown>();
  for (const [path, value] of entries.flatMap(({ EntryContext }) => Object.entries(EntryContext ?? {}))) {
    context.set(path, context.has(path) ? [context.get(path), value].flat() : value);
  }
  return Object.fromEntries(context);
}

function readable({ HumanReadable, Contents }: Entry): string {
  if (HumanReadable) return HumanReadable;
  return typeof Contents === 'string' ? Contents : JSON.stringify(Contents, null, 2);
}

function rawText(entries: readonly Entry[]): string {
  const contents = entries
    .map(({ Contents }) => Contents)
    .filter((content) => content !== null && content !== '');
  const value = contents.length === 1 ? contents[0] : contents;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

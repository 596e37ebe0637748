import { type Execution } from '../integration/dispatcher/invocation.js';
import { type Entry } from '../integration/results/entry.js';
import { paintEntries } from './terminal/entry.js';
import { type TerminalSettings } from './terminal/terminal-settings.js';

/** How a result can be printed. */
export const outputFormats = ['terminal', 'markdown', 'json', 'context', 'raw'] as const;

/** One of {@link outputFormats}. */
export type OutputFormat = (typeof outputFormats)[number];

/** The line above everything that came from the embedded tenant. */
export const SANDBOX_LINE = 'SANDBOX: nothing was done on a real tenant';

/**
 * Prints a result.
 * @param format `terminal` paints it, `markdown` is the War Room text itself, `json` the entries with their target,
 * `context` what goes to the context by path, `raw` Graph's answer.
 */
export function render(execution: Execution, format: OutputFormat, terminal: TerminalSettings): string {
  const { entries, target, metrics } = execution;
  const heading = target.kind === 'sandbox' ? [SANDBOX_LINE] : [];
  switch (format) {
    case 'terminal':
      return [...heading, paintEntries(entries, terminal)].join('\n\n');
    case 'markdown':
      return [...heading, ...entries.map(readable)].join('\n\n');
    case 'json':
      return JSON.stringify({ results: entries, target, metrics }, null, 2);
    case 'context':
      return JSON.stringify(
        Object.assign({}, ...entries.map(({ EntryContext }) => EntryContext ?? {})),
        null,
        2,
      );
    case 'raw':
      return rawText(entries);
  }
}

/** Whether a format shows the sandbox line itself; the others leave it to the caller's error output. */
export function showsSandboxLine(format: OutputFormat): boolean {
  return format === 'terminal' || format === 'markdown' || format === 'json';
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

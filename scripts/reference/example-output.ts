import { type CommandDeclaration } from '../../integration/manifest/types.js';
import { type Entry, EntryFormat } from '../../integration/results/entry.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { openExampleTenant } from '../../test_data/example-runs.js';
import { paintEntries } from '../../warroom/terminal/entry.js';
import { cutTables } from './cut-tables.js';
import { type Comparison, stableText } from './stable-text.js';

/** What an example does on the sandbox, the same at every run. */
export interface ExampleOutput {
  /** What a terminal War Room shows, without colors. */
  readonly shown: string;
  /** Context paths that it writes to, with their selectors. */
  readonly contextPaths: readonly string[];
}

/** Columns of the terminal. */
const WIDTH = 130;

/** When every example runs, by the clocks of the tenant and of the product. */
const START = Date.parse('2026-03-02T08:00:00Z');

/**
 * Runs an example on two fresh tenants, and tells what they agree on.
 * @throws Error when a run ends in an error entry.
 */
export async function exampleOutput(declaration: CommandDeclaration, line: string): Promise<ExampleOutput> {
  const [entries, others] = await Promise.all([freshRun(declaration, line), freshRun(declaration, line)]);
  const comparison = { again: others.map(readable).join('\n'), start: START };
  const shown = paintEntries(
    entries.map((entry) => shownEntry(entry, comparison)),
    { columns: WIDTH, color: false },
  );
  return {
    shown: shown.replaceAll(/ +$/gm, ''),
    contextPaths: [...new Set(entries.flatMap(({ EntryContext }) => Object.keys(EntryContext ?? {})))],
  };
}

async function freshRun(declaration: CommandDeclaration, line: string): Promise<readonly Entry[]> {
  const tenant = await openExampleTenant(START);
  try {
    const entries = await tenant.run(declaration, line);
    const failure = entries.find(isErrorEntry);
    if (failure) throw new Error(`The example ${line} fails:\n${readable(failure)}`);
    return entries;
  } finally {
    await tenant.close();
  }
}

function readable({ HumanReadable, Contents }: Entry): string {
  if (HumanReadable) return HumanReadable;
  return typeof Contents === 'string' ? Contents : JSON.stringify(Contents, null, 2);
}

/** The entry as far as it is shown: a file has its name alone. */
function shownEntry(entry: Entry, comparison: Comparison): Entry {
  if (entry.File !== undefined) return entry;
  const text = cutTables(stableText(readable(entry), comparison));
  if (entry.HumanReadable) return { ...entry, HumanReadable: text };
  const format = typeof entry.Contents === 'string' ? entry.ContentsFormat : EntryFormat.TEXT;
  return { ...entry, ContentsFormat: format, Contents: text };
}

/** A difference from the known integrations, as docs/compatibility.md tells it. */
export interface Difference {
  readonly text: string;
  readonly reason: string;
}

/** The differences that concern a command. */
export type Differences = ReadonlyMap<string, readonly Difference[]>;

/** What only adds something cannot change what a playbook does today. */
const ADDED_REASON = /^additions?$/;
const ADDED_TEXT = /^(new|optional)\b/i;

/**
 * Reads the table of commands in docs/compatibility.md: rows of command names, what differs, and why. A row without a
 * name belongs to the command above it; a name that begins with a dash shares its beginning with the one before it.
 * @param markdown The document.
 * @param commands Names of all commands there are.
 */
export function differencesIn(markdown: string, commands: readonly string[]): Differences {
  const [, section = ''] = markdown.split(/^## Commands\n/m);
  const found = new Map<string, Difference[]>();
  let named: readonly string[] = [];
  for (const line of (section.split(/^## /m)[0] ?? '').split('\n')) {
    const cells = cellsOf(line);
    const [names, text, reason] = cells;
    if (cells.length !== 3 || names === undefined || !text || !reason) continue;
    if (names !== '') named = namesIn(names, commands);
    if (ADDED_REASON.test(reason) || ADDED_TEXT.test(text)) continue;
    for (const command of named) {
      const all = found.get(command) ?? [];
      all.push({ text, reason });
      found.set(command, all);
    }
  }
  return found;
}

/** The cells of a table row; none for a line that is something else. */
function cellsOf(line: string): readonly string[] {
  if (!/^\|.*\|$/.test(line)) return [];
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Full names as they are; `-unblock` behind `msgraph-user-account-disable` is `msgraph-user-unblock`. */
function namesIn(cell: string, commands: readonly string[]): readonly string[] {
  let last = '';
  return [...cell.matchAll(/`([\w-]+)`/g)].flatMap(([, written = '']) => {
    if (!written.startsWith('-')) {
      last = written;
      return commands.includes(written) ? [written] : [];
    }
    const full = beginningsOf(last)
      .map((beginning) => beginning + written)
      .find((name) => commands.includes(name));
    return full === undefined ? [] : [full];
  });
}

/** `a-b-c` begins with `a-b` and with `a`. */
function beginningsOf(name: string): readonly string[] {
  const words = name.split('-');
  return words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index).join('-'));
}

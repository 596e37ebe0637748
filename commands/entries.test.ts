import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { type CommandMetadata } from '../integration/command.js';
import { declarations } from '../integration/dispatcher/declarations.js';
import { parseJson } from '../integration/json.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { openExampleTenant } from '../test_data/example-runs.js';

const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;

/** Examples that show as much as the first one, and are shorter to read. */
const shorter = new Map([
  ['msgraph-user-list', 4],
  ['msgraph-user-get-delta', 2],
]);

/** Tells of every command there is, so that its entry changes with each; its own test looks at it. */
const ofAllCommands = 'msgraph-user-permissions-check';

const commands = declarations.filter(({ name }) => !name.includes('teams') && name !== ofAllCommands);

const START = Date.parse('2026-03-02T08:00:00Z');

/** The entries of an example, as text, in a tenant of its own. */
async function example(declaration: CommandDeclaration, line: string): Promise<string> {
  const tenant = await openExampleTenant(START);
  try {
    const entries = await tenant.run(declaration, line);
    expect(entries.filter(isErrorEntry)).toEqual([]);
    const { host } = new URL(tenant.sandbox.url);
    return JSON.stringify(entries, null, 2)
      .replaceAll(host, 'sandbox.example')
      .replaceAll(encodeURIComponent(host), 'sandbox.example');
  } finally {
    await tenant.close();
  }
}

/** The ends of tokens, which live a random time by the clock of the machine, or of the tenant. */
const tokenEnd = /(?<=client_credentials \|.*)\d{4}-\d{2}-\d{2}T[\d:.]+Z|(?<="ValidUntil": ")\d{10}(?=")/g;

const word = /[\w.~:-]{6,}/g;

/** What two runs agree on; `<new>` stands for whatever only one of them has. */
function agreed(one: string, other: string): string {
  const known = new Set(other.match(word));
  return one.replaceAll(tokenEnd, '<new>').replaceAll(word, (text) => (known.has(text) ? text : '<new>'));
}

function kept(file: URL): unknown {
  try {
    return parseJson(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file.pathname} is missing. Its README says how it is written.`);
  }
}

test('nothing is kept of a command that there is not', () => {
  const names = readdirSync(new URL('../test_data/entries/', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));
  expect(names.sort()).toEqual(commands.map(({ name }) => name).sort());
});

test.each(commands)('$name gives the whole entry that is kept of it', async (declaration) => {
  const { name } = declaration;
  const line = metadata[name]?.examples[shorter.get(name) ?? 0] ?? '';
  const [one, other] = [await example(declaration, line), await example(declaration, line)];
  const given = { line, entries: parseJson(agreed(one, other)) };
  const file = new URL(`../test_data/entries/${name}.json`, import.meta.url);
  if (env['ENTRIES'] === 'write') writeFileSync(file, `${JSON.stringify(given, null, 2)}\n`);
  expect(given).toEqual(kept(file));
});

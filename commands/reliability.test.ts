import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { isJsonObject, textAt } from '../integration/json.js';
import { type CommandDeclaration } from '../integration/manifest/types.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { type FaultRule, type SandboxRequest } from '../sandbox/index.js';
import { type ExampleTenant, openExampleTenant } from '../test_data/example-runs.js';

/** A row of the table of changes in docs/reliability.md. */
interface Row {
  readonly command: string;
  readonly change: string;
  readonly what: string;
}

const rows = readFileSync(new URL('../docs/reliability.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => /^\| `(m[\w-]+-[\w-]+)` +\| `([A-Z]+ [^`]+)`( \(\w+\))? +\| (.+?) +\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, command = '', request = '', kind = '', what = '']): Row => ({
    command,
    change: request + kind,
    what,
  }));

/** Commands that change something; a sign-in is no change. */
const commands = Object.entries(commandMetadata)
  .filter(([, { effects }]) => effects === 'write')
  .map(([name, { examples }]) => ({ name, examples }));

/** Identifiers in a path: of objects, chats, members, messages and channels. */
const identifier = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+%3A.*|\d{10,}|[\w-]{40,}(%3D)*)$/i;

/**
 * The path of a request as the table has it: without version and query, with `{id}` for each identifier, and
 * `{kind}` for a kind of authentication method.
 */
function shapeOf(path: string): string {
  const [plain = ''] = path.split('?');
  const [, shown = plain] =
    /^\/(?:v1\.0|beta|StrongAuthenticationService\.svc\/Connector)\/+(.*)$/.exec(plain) ?? [];
  return shown
    .split('/')
    .map((segment) => (identifier.test(segment) ? '{id}' : segment))
    .join('/')
    .replace(/\w+Methods\/\{id\}$/, '{kind}/{id}');
}

/** Whether a request changes something: reads, sign-ins and the look at an MFA request do not. */
function isChange({ method, path }: SandboxRequest): boolean {
  return method !== 'GET' && !/\/oauth2\/|EndTwoWayAuthentication/.test(path);
}

function changeOf({ method, path, body }: SandboxRequest): string {
  const chatType = isJsonObject(body) ? textAt(body, 'chatType') : undefined;
  return `${method} ${shapeOf(path)}${chatType === undefined ? '' : ` (${chatType})`}`;
}

const declarationOf = (name: string): CommandDeclaration => {
  const declaration = findDeclaration(name);
  if (!declaration) throw new Error(`${name} is not declared.`);
  return declaration;
};

/** Runs an example in a tenant of its own. @param faults What befalls it, its instance being made before. */
async function run(name: string, line: string, faults: readonly FaultRule[] = []) {
  const tenant: ExampleTenant = await openExampleTenant(Date.parse('2026-03-02T08:00:00Z'));
  try {
    const instance = await tenant.instanceFor(name);
    const before = tenant.sandbox.log.length;
    tenant.sandbox.faults = [...faults];
    const entries = await tenant.run(declarationOf(name), line, instance);
    const changes = tenant.sandbox.log
      .slice(before)
      .flatMap((request) => request.items ?? [request])
      .filter(isChange);
    return { entries, changes };
  } finally {
    await tenant.close();
  }
}

test.each(commands)(
  'the table of changes in docs/reliability.md has a row for each change of $name',
  async ({ name, examples }) => {
    const changes = new Set<string>();
    for (const line of examples) {
      for (const change of (await run(name, line)).changes) changes.add(changeOf(change));
    }
    expect(changes.size).toBeGreaterThan(0);
    expect(
      rows
        .filter(({ command }) => command === name)
        .map(({ change }) => change)
        .sort(),
    ).toEqual([...changes].sort());
  },
);

test('the table has no row for anything else', () => {
  const names = commands.map(({ name }) => name);
  expect(rows.filter(({ command }) => !names.includes(command))).toEqual([]);
});

/** The example of a command that makes a change, and how many such changes it makes. */
async function exampleWith({
  command,
  change,
}: Row): Promise<{ readonly line: string; readonly count: number }> {
  for (const line of commandMetadata[command as keyof typeof commandMetadata].examples) {
    const { changes } = await run(command, line);
    const count = changes.filter((request) => changeOf(request) === change).length;
    if (count > 0) return { line, count };
  }
  throw new Error(`No example of ${command} makes the change ${change}.`);
}

/** Requests that have a shape. */
function pathOf(shape: string): RegExp {
  const pattern = shape.replaceAll('$', '\\$').replaceAll(/\{(id|kind)\}/g, '[^/?]+');
  return new RegExp(`/${pattern}(\\?.*)?$`);
}

test.each(rows)('$command: $change $what', async (row) => {
  const [method = '', shape = ''] = row.change.split(' ');
  const { line, count } = await exampleWith(row);
  const fault: FaultRule = { kind: '500', match: { method, path: pathOf(shape) } };
  const { entries, changes } = await run(row.command, line, [fault]);
  const tries = changes.filter((request) => request.method === method && shapeOf(request.path) === shape);
  expect(entries.some(isErrorEntry)).toBe(true);
  expect(tries).toHaveLength(row.what === 'may be done twice' ? 5 * count : count);
});

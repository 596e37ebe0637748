import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { type FaultRule, type SandboxRequest, startSandbox } from '../sandbox/index.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { signedInInstance } from '../test_data/signed-in-instance.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';
import { registry } from './index.js';

const rows = readFileSync(new URL('../docs/reliability.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => /^\| `(msgraph-[\w-]+)` +\| (.+?) +\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, command = '', what = '']) => ({ command, what }));

/** Families that docs/reliability.md tells of below the table, and whose own tests show it. */
const families = /-teams-|-mfa-|request-mfa|-method-delete|-purge/;

/** Commands that change something in Graph; a sign-in is no change. */
const effects = Object.entries(commandMetadata).filter(
  ([name, { effects: kind }]) => kind === 'write' && !families.test(name),
);

test('the table of changes in docs/reliability.md has a row for every command that changes something', () => {
  expect(rows.map(({ command }) => command).sort()).toEqual(effects.map(([name]) => name).sort());
});

test.each(rows)('$command: its change $what', async ({ command, what }) => {
  const { examples, permissions } = Object.fromEntries(effects)[command] ?? {
    examples: [],
    permissions: undefined,
  };
  const sandbox = await startSandbox();
  const isForPersons = permissions?.application.length === 0;
  const instance = await (isForPersons ? signedInInstance(sandbox) : sandboxInstance(sandbox));
  const line = parseLine(examples[0] ?? '');
  const isChange = ({ method, path }: SandboxRequest): boolean =>
    method !== 'GET' && !path.includes('/oauth2/');
  const rules: readonly FaultRule[] = ['PATCH', 'POST', 'PUT', 'DELETE'].map((method) => ({
    kind: '500',
    match: { method, path: /\/v1\.0\// },
  }));
  sandbox.faults = [...rules];
  const { entries } = await createDispatcher({ registry, clock: createFakeClock() }).execute({
    command,
    args: lineArguments(line, findDeclaration(command)),
    instance,
  });
  const sent = sandbox.log.filter(isChange).length;
  await sandbox.close();
  expect(entries.some(isErrorEntry)).toBe(true);
  expect(sent).toBe(what === 'may be done twice' ? 5 : 1);
});

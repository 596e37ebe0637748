import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandMetadata } from '../generated/commands.js';
import { findDeclaration } from '../integration/dispatcher/declarations.js';
import { isErrorEntry } from '../integration/results/raw-entry.js';
import { type CommandBench, openCommandBench } from '../test_data/command-bench.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { lineArguments } from '../warroom/line/arguments.js';
import { parseLine } from '../warroom/line/parse.js';

/** Commands on users that Graph in China cannot do: its v1.0 schema lacks what they need (rule R21). */
const absent = [
  'msgraph-user-auth-methods-list',
  'msgraph-user-auth-methods-purge',
  'msgraph-user-change-password-on-premise',
  ...['email', 'external', 'fido2', 'software-oath', 'temp-access-pass', 'windows-hello'].flatMap((kind) => [
    `msgraph-user-${kind}-method-delete`,
    `msgraph-user-${kind}-method-list`,
  ]),
  'msgraph-user-get-auth-methods',
  'msgraph-user-get-user-default-auth-method',
  'msgraph-user-tap-policy-create',
  'msgraph-user-tap-policy-delete',
  'msgraph-user-tap-policy-list',
].sort();

let bench: CommandBench;
beforeAll(async () => {
  bench = await openCommandBench();
});
afterAll(() => bench.close());

test('no other command on users is kept from China', () => {
  const kept = Object.entries(commandMetadata).filter(
    ([name, { notInClouds }]) => !name.includes('teams') && notInClouds?.includes('China'),
  );
  expect(kept.map(([name]) => name).sort()).toEqual(absent);
});

test.each(absent)('%s is refused there before any request, in clear words', async (name) => {
  const declaration = findDeclaration(name);
  const [line = ''] = commandMetadata[name as keyof typeof commandMetadata].examples;
  const china = { azure_cloud: 'China', url: '', azure_ad_endpoint: '' };
  const instance = sandboxInstance(bench.sandbox, undefined, china);
  const { execution, requests } = await bench.run(
    name,
    lineArguments(parseLine(line), declaration),
    instance,
  );
  expect(requests).toEqual([]);
  expect(execution.entries.map(isErrorEntry)).toEqual([true]);
  expect(execution.entries[0]?.Contents).toContain('does not exist in the cloud China');
});

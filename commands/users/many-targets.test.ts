import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { commandMetadata } from '../../generated/commands.js';
import { type CommandMetadata } from '../../integration/command.js';
import { declarations } from '../../integration/dispatcher/declarations.js';
import { isErrorEntry } from '../../integration/results/raw-entry.js';
import { type Person } from '../../sandbox/index.js';
import {
  type CommandBench,
  contextUnder,
  objectsOf,
  openCommandBench,
} from '../../test_data/command-bench.js';
import { createFakeClock } from '../../test_data/fake-clock.js';

/** Commands that take several users at once: those of rule R29, and no other. */
const commands = [
  'msgraph-user-account-disable',
  'msgraph-user-assign-manager',
  'msgraph-user-delete',
  'msgraph-user-force-reset-password',
  'msgraph-user-session-revoke',
  'msgraph-user-terminate-session',
  'msgraph-user-unblock',
];

const FIRST = 'beatriz@contoso.example';
const BROKEN = 'george@contoso.example';
const NOBODY = 'nobody@contoso.example';
const LAST = 'temp42@contoso.example';

/** What a command needs besides the users. */
const more: Readonly<Record<string, Record<string, string>>> = {
  'msgraph-user-assign-manager': { manager: 'noor@contoso.example' },
};

let bench: CommandBench;
beforeEach(async () => {
  bench = await openCommandBench({}, createFakeClock(Date.now()));
});
afterEach(() => bench.close());

const person = (name: string): Person => {
  const found = bench.sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name);
  if (!found) throw new Error(`${name} is gone.`);
  return found;
};

/** Object IDs of those who were acted on. */
const acted = (): readonly string[] =>
  bench.sandbox.log
    .flatMap((request) => request.items ?? [request])
    .filter(({ acted: isDone, path }) => isDone && path.includes('/users/'))
    .map(({ path }) => path.split('/')[3]?.replace(/\?.*/, '') ?? '');

test('the manifest takes a list of users there and nowhere else', () => {
  const metadata: Readonly<Record<string, CommandMetadata>> = commandMetadata;
  const lists = declarations.filter(({ name, arguments: args = [] }) => {
    const target = metadata[name]?.actsOn;
    return args.some((argument) => argument.name === target && argument.isArray === true);
  });
  expect(lists.map(({ name }) => name).sort()).toEqual(commands);
});

describe.each(commands)('%s', (command) => {
  test('one target that fails, and one that does not exist, stop none of the others', async () => {
    const ids = [FIRST, LAST].map((name) => person(name).id);
    const { id } = person(BROKEN);
    bench.sandbox.faults = ['PATCH', 'POST', 'PUT', 'DELETE'].map((method) => ({
      kind: '500',
      match: { method, path: new RegExp(`/users/${id}`) },
    }));
    const user = [FIRST, BROKEN, NOBODY, LAST];
    const { execution, entry } = await bench.run(command, { user, ...more[command] });

    expect([...new Set(acted())].sort()).toEqual([...ids].sort());
    expect(execution.entries.map(({ Type }) => Type)).toEqual([1, 4]);
    expect(entry.HumanReadable).toContain(`${command}: 2 of 4 done`);
    expect(objectsOf(contextUnder(entry, 'MSGraphUserAction'))).toMatchObject([
      { User: FIRST },
      { User: LAST },
    ]);
    const contents = entry.Contents;
    if (!Array.isArray(contents)) throw new Error('No list of contents.');
    expect(contents).toHaveLength(4);
    expect(contents[1]).toContain('500');
    const error = String(execution.entries[1]?.Contents);
    // Repeated until it was no use, the change may have been made; that is said.
    expect(error).toMatch(new RegExp(`^${BROKEN}: unknown, check\\. `, 'm'));
    // To force-reset-password nobody is suppressed (rule R27).
    const isError = command === 'msgraph-user-force-reset-password';
    expect(entry.HumanReadable).toMatch(
      new RegExp(`${NOBODY} \\|.*\\| ${isError ? 'Failed' : 'Does not exist'} \\|`),
    );
    expect(error.includes(NOBODY)).toBe(isError);
  });

  test('a name that cannot be asked for is refused before anybody is acted on', async () => {
    const { requests, entry } = await bench.run(command, { user: [FIRST, 'a/b', LAST], ...more[command] });
    expect(requests).toEqual([]);
    expect(isErrorEntry(entry)).toBe(true);
  });
});

describe('a list for an argument that takes one value runs once for each', () => {
  test.each([
    ['msgraph-user-get', { properties: 'displayName' }],
    ['msgraph-user-change-password', { password: 'Kettle-Moss-47' }],
    ['msgraph-user-update', { updated_fields: 'city=Bergen' }],
    ['msgraph-user-get-manager', {}],
  ])('%s: one that fails stops no other, and each has its own entry', async (command, args) => {
    const user = [FIRST, BROKEN, LAST];
    bench.sandbox.faults = [
      { kind: '500', match: { path: /\/users\/george%40contoso\.example/ } },
      { kind: '500', match: { path: new RegExp(`/users/${person(BROKEN).id}`) } },
    ];
    const { execution } = await bench.run(command, { user, ...args });
    const [first, ...rest] = execution.entries.filter(({ Type }) => Type !== 11);
    expect([first, ...rest].map((one) => one && isErrorEntry(one))).toEqual([false, true, false]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { registry } from '../commands/index.js';
import { createDispatcher } from '../integration/dispatcher/dispatcher.js';
import { startSandbox } from '../sandbox/index.js';
import { objectOf } from '../test_data/command-bench.js';
import { runExecutable } from '../test_data/executable.js';
import { createFakeClock } from '../test_data/fake-clock.js';
import { sandboxInstance } from '../test_data/sandbox-instance.js';
import { createNdjsonOutput } from './ndjson.js';

jest.setTimeout(60_000);

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-ndjson-'));
});
afterAll(() => rm(home, { recursive: true }));

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => objectOf(JSON.parse(line)));

describe('--output ndjson', () => {
  test('prints every user of a whole list on a line of its own, and nothing else', async () => {
    const { code, stdout, stderr } = await runExecutable(
      ['!msgraph-user-list all_results=true properties=userPrincipalName page_size=5', '-o', 'ndjson'],
      home,
    );
    const users = linesOf(stdout).map(({ userPrincipalName }) => userPrincipalName);
    expect({ code, distinct: new Set(users).size }).toEqual({ code: 0, distinct: users.length });
    expect(users).toContain('adele@contoso.example');
    expect(stderr).toContain(`${users.length} items.`);
  });

  test('prints the items of a part, and a single object, in the same way', async () => {
    const list = await runExecutable(['!msgraph-user-list limit=3', '-o', 'ndjson'], home);
    expect(linesOf(list.stdout)).toHaveLength(3);
    const one = await runExecutable(['!msgraph-user-get user=adele@contoso.example', '-o', 'ndjson'], home);
    expect(linesOf(one.stdout)).toMatchObject([{ userPrincipalName: 'adele@contoso.example' }]);
  });

  test('leaves errors to the error output', async () => {
    const { code, stdout, stderr } = await runExecutable(
      ['!msgraph-user-list limit=many', '-o', 'ndjson'],
      home,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('limit');
  });
});

/** Lists 60 users five at a time into an output. @returns What people are told. */
async function stream(output: PassThrough, everyFault: number) {
  const sandbox = await startSandbox({
    users: 60,
    faults: [{ kind: 'expired-token', match: { path: /skiptoken/ }, every: everyFault }],
  });
  const told: string[] = [];
  const ndjson = createNdjsonOutput(output, (text) => told.push(text));
  const execution = await createDispatcher({ registry, clock: createFakeClock() }).execute({
    command: 'msgraph-user-list',
    args: { all_results: 'true', page_size: '5' },
    instance: sandboxInstance(sandbox),
    take: ndjson.take,
  });
  await ndjson.finish(execution);
  await sandbox.close();
  return told;
}

test('a list that breaks off says so, and after how many items', async () => {
  const output = new PassThrough();
  const told = await stream(output, 1);
  expect(linesOf(String(output.read()))).toHaveLength(5);
  expect(told.at(-1)).toBe('The list is not complete: it broke off after 5 items.');
});

test('the next page is read when the last one was taken', async () => {
  const sandbox = await startSandbox({ users: 60 });
  const asked: number[] = [];
  await createDispatcher({ registry }).execute({
    command: 'msgraph-user-list',
    args: { all_results: 'true', page_size: '20' },
    instance: sandboxInstance(sandbox),
    async take() {
      await new Promise((resolve) => setImmediate(resolve));
      asked.push(sandbox.log.filter(({ path }) => path.includes('/users')).length);
    },
  });
  await sandbox.close();
  expect(asked).toEqual([1, 2, 3]);
});

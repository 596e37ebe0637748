import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type JsonObject, parseJson } from '../integration/json.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { objectOf } from '../test_data/command-bench.js';
import { runExecutable, startExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

let home: string;
let sandbox: Sandbox;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-exec-'));
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.close();
  await rm(home, { recursive: true });
});

const lines = (requests: readonly object[]): string =>
  requests.map((each) => `${JSON.stringify(each)}\n`).join('');
const answersIn = (stdout: string): readonly JsonObject[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => objectOf(parseJson(line)));

test('lines are answered on the standard output and nothing else is there, also with --debug', async () => {
  const params = { ...sandbox.params(), insecure: true };
  const requests = [
    { id: 1, command: 'test-module', params },
    { id: 2, command: 'no-such-command', params },
    { id: 3, command: 'msgraph-user-get', args: { user: 'tomas@contoso.example' }, params },
  ];
  const { code, stdout, stderr } = await runExecutable(['exec', '--debug'], home, {
    input: `\n{broken\r\n${lines(requests)}`,
  });
  expect(code).toBe(0);
  const answers = answersIn(stdout);
  expect(answers.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, null]);
  expect(stdout).toContain('Tomáš Dvořák');
  for (const secret of Object.values(sandbox.apps[0] ?? {}).filter((value) =>
    String(value).includes('secret'),
  ))
    expect(stdout + stderr).not.toContain(secret);
  expect(stderr.match(/insecure is on/g)).toHaveLength(1);
});

describe('without parameters and without any instance', () => {
  test('it is the sandbox, and every answer says so', async () => {
    const input = lines([
      { id: 1, command: 'test-module' },
      { id: 2, command: 'msgraph-user-gte' },
    ]);
    const { code, stdout } = await runExecutable(['exec'], home, { input });
    expect(code).toBe(0);
    const answers = answersIn(stdout);
    expect(answers).toHaveLength(2);
    for (const answer of answers)
      expect(answer).toMatchObject({
        results: [{ Tags: ['sandbox'] }],
        target: { kind: 'sandbox', instance: 'sandbox-app' },
      });
  });

  test('it is an error where the sandbox is switched off', async () => {
    const { stdout } = await runExecutable(['exec'], home, {
      input: lines([{ id: 1, command: 'test-module' }]),
      environment: { MSGRAPH_SOAR_SANDBOX: 'off' },
    });
    expect(answersIn(stdout)).toMatchObject([
      { id: 1, results: [{ Type: 4, Contents: expect.stringMatching(/switched off/) }], target: null },
    ]);
  });

  test('an instance that does not exist is an error, not the sandbox', async () => {
    const { stdout } = await runExecutable(['exec', '--sandbox'], home, {
      input: lines([{ id: 1, command: 'test-module', instance: 'prod' }]),
    });
    expect(answersIn(stdout)).toMatchObject([
      { results: [{ Type: 4, Contents: expect.stringMatching(/no instance "prod"/) }] },
    ]);
  });
});

test('an answer comes at once, while the input stays open, and the end of the input ends it', async () => {
  const running = startExecutable(['exec'], home);
  running.process.stdin.write(lines([{ id: 'first', command: 'test-module', params: sandbox.params() }]));
  await running.printed('"id":"first"');
  running.process.stdin.write(lines([{ id: 'second', command: 'test-module', params: sandbox.params() }]));
  await running.printed('"id":"second"');
  running.process.stdin.end();
  expect(await running.finished).toMatchObject({ code: 0, stderr: '' });
});

test('no input at all is no failure', async () => {
  expect(await runExecutable(['exec'], home)).toEqual({ code: 0, stdout: '', stderr: '' });
});

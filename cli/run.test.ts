import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { objectOf, objectsOf } from '../test_data/command-bench.js';
import { type Finished, runExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(60_000);

const SANDBOX_LINE = 'SANDBOX: nothing was done on a real tenant';
const GET = '!msgraph-user-get user=adele@contoso.example properties=displayName';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-run-'));
});
afterAll(() => rm(home, { recursive: true }));

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> =>
  runExecutable(args, home, { environment });
const parsed = ({ stdout }: Finished): unknown => JSON.parse(stdout);

describe('a command on the sandbox, which is the default where there is no instance', () => {
  test('terminal: painted, under the sandbox line', async () => {
    const { code, stdout, stderr } = await run([GET]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe(SANDBOX_LINE);
    expect(stdout).toMatch(/^│ Adele Winterbourne +│ [0-9a-f-]{36} │ adele@contoso\.example │$/m);
  });

  test('markdown: the War Room text, under the sandbox line', async () => {
    const { code, stdout, stderr } = await run([GET, '--output', 'markdown']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^SANDBOX: nothing was done on a real tenant\n\n### adele@contoso\.example data\n\|Display Name\|ID\|User Principal Name\|\n/,
    );
  });

  test('json: entries with their tag, target and metrics', async () => {
    const finished = await run([GET, '-o', 'json']);
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(parsed(finished)).toEqual({
      results: [expect.objectContaining({ Type: 1, Tags: ['sandbox'] })],
      target: { kind: 'sandbox', instance: 'sandbox-app', cloud: 'Custom', tenant: expect.any(String) },
      metrics: { requests: 2, retries: 0, durationMs: expect.any(Number) },
    });
  });

  test('context: what goes to the context, the sandbox line apart', async () => {
    const finished = await run([GET, '-o', 'context']);
    expect(finished).toMatchObject({ code: 0, stderr: `${SANDBOX_LINE}\n` });
    expect(Object.keys(objectOf(parsed(finished)))).toEqual([
      'MSGraphUser(val.ID && val.ID == obj.ID)',
      'Account(val.ID && val.ID == obj.ID)',
    ]);
  });

  test('raw: Graph’s answer, the sandbox line apart', async () => {
    const finished = await run([GET, '-o', 'raw']);
    expect(finished).toMatchObject({ code: 0, stderr: `${SANDBOX_LINE}\n` });
    expect(parsed(finished)).toMatchObject({ displayName: 'Adele Winterbourne' });
  });

  test('in words of the shell: the same', async () => {
    const words = ['msgraph-user-get', 'user=adele@contoso.example', 'properties=displayName', '-o', 'raw'];
    expect((await run(words)).stdout).toBe((await run([GET, '-o', 'raw'])).stdout);
    expect((await run(['run', ...words])).stdout).toBe((await run([GET, '-o', 'raw'])).stdout);
  });

  test('the test button: ok', async () => {
    expect(await run(['!test-module', '-o', 'raw'])).toEqual({
      code: 0,
      stdout: 'ok\n',
      stderr: `${SANDBOX_LINE}\n`,
    });
  });
});

describe('a failure', () => {
  test.each<[readonly string[], RegExp]>([
    [['!msgraph-user-gte user=a'], /^Error: There is no command "msgraph-user-gte"\.\nDid you mean/m],
    [['!msgraph-user-get'], /^Error: user is required\./m],
    [['!msgraph-user-get user="a'], /^Error: Position \d+/m],
    [['msgraph-user-get', 'user=a', 'user=b'], /^Error: The argument "user" is given twice\./m],
    [['!msgraph-user-list filter=nonsense'], /^Error: Microsoft Graph answered 400/m],
  ])('is exit code 1 and says so on the standard output: %j', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(message);
  });

  test('is one error entry in json', async () => {
    const finished = await run(['!msgraph-user-get', '-o', 'json']);
    expect(finished.code).toBe(1);
    expect(objectsOf(objectOf(parsed(finished))['results'])).toMatchObject([{ Type: 4, Tags: ['sandbox'] }]);
  });

  test('to be found is not: the entry is a normal one', async () => {
    expect((await run(['!msgraph-user-get user=nobody@contoso.example'])).code).toBe(0);
  });
});

describe('colors', () => {
  test.each([
    {},
    { NO_COLOR: '1' },
    { FORCE_COLOR: '1' },
    { TERM: 'xterm-256color', COLORTERM: 'truecolor' },
  ])('are not written into a pipe, with %j', async (environment) => {
    const { stdout } = await run(['!msgraph-user-test'], environment);
    expect(stdout).toContain('Success!');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('the log of --debug', () => {
  test('goes to the error output and holds neither secret nor token', async () => {
    const { code, stdout, stderr } = await run([GET, '-o', 'raw', '--debug']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ displayName: 'Adele Winterbourne' });
    const lines = stderr
      .trimEnd()
      .split('\n')
      .filter((line) => line !== SANDBOX_LINE);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(stderr).not.toMatch(/eyJ|secret\/for/);
  });
});

describe('which instance', () => {
  let own: string;
  beforeAll(async () => {
    own = await mkdtemp(join(tmpdir(), 'msgraph-soar-own-'));
  });
  afterAll(() => rm(own, { recursive: true }));
  const keep = (text: string) => writeFile(join(own, 'instances.json'), text);

  test('a broken instance file is an error, and nothing is run', async () => {
    await keep('{');
    const { code, stdout, stderr } = await runExecutable([GET], own);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/instances\.json is not JSON\.\n.*nothing was run/);
  });

  test('a name that is missing is an error with the nearest one', async () => {
    await keep('{"version":1,"instances":{"prod":{}}}');
    const { code, stdout, stderr } = await runExecutable([GET, '--instance', 'prdo'], own);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe('There is no instance "prdo".\nDid you mean "prod"?\n');
  });

  test('an only instance is taken, and what is wrong with it is told; the sandbox is not', async () => {
    await keep('{"version":1,"instances":{"prod":{}}}');
    const finished = await runExecutable([GET, '-o', 'json'], own);
    expect(finished.code).toBe(1);
    expect(parsed(finished)).toMatchObject({
      results: [{ Type: 4, Contents: expect.stringContaining('creds_tenant_id') }],
      target: { kind: 'tenant', instance: 'prod' },
    });
  });

  test('--sandbox is the sandbox all the same, unless it is switched off', async () => {
    await keep('{"version":1,"instances":{"prod":{}}}');
    expect((await runExecutable([GET, '--sandbox', '-o', 'json'], own)).stdout).toContain(
      '"kind": "sandbox"',
    );
    const off = await runExecutable([GET, '--sandbox'], own, {
      environment: { MSGRAPH_SOAR_SANDBOX: 'off' },
    });
    expect(off).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/switched off/) });
    expect(await run([GET], { MSGRAPH_SOAR_SANDBOX: 'off' })).toMatchObject({ code: 1, stdout: '' });
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { isJsonObject, parseJson } from '../integration/json.js';
import { objectOf } from '../test_data/command-bench.js';
import { runExecutable, startExecutable } from '../test_data/executable.js';

// Each test starts processes, and the whole suite keeps all cores busy.
jest.setTimeout(90_000);

const TEMP = 'temp42@contoso.example';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'msgraph-soar-embedded-'));
});
afterEach(() => rm(home, { recursive: true }));

const isEnabled = async (user: string): Promise<unknown> => {
  const { stdout } = await runExecutable(
    ['-o', 'raw', 'msgraph-user-get', `user=${user}`, 'properties=accountEnabled'],
    home,
  );
  return objectOf(parseJson(stdout))['accountEnabled'];
};

test('an effect without a terminal is refused where nobody asked for the sandbox, and changes nothing', async () => {
  const { code, stdout } = await runExecutable(['msgraph-user-account-disable', `user=${TEMP}`], home);
  expect(code).toBe(1);
  expect(stdout).toContain('No instance is configured');
  expect(stdout).toContain('--sandbox');
  expect(await isEnabled(TEMP)).toBe(true);
});

test('exec refuses the same effect, and does it with --sandbox', async () => {
  const input = `${JSON.stringify({ id: 1, command: 'msgraph-user-account-disable', args: { user: TEMP } })}\n`;
  const refused = await runExecutable(['exec'], home, { input });
  expect(refused.stdout).toContain('No instance is configured');
  expect(await isEnabled(TEMP)).toBe(true);
  const done = await runExecutable(['exec', '--sandbox'], home, { input });
  expect(done.stdout).toContain('account has been disabled successfully');
  expect(await isEnabled(TEMP)).toBe(false);
});

test('a sandbox named in one line of exec does not open the way for a line that names none', async () => {
  const line = { command: 'msgraph-user-account-disable', args: { user: TEMP } };
  const input = [
    { id: 1, command: 'msgraph-user-test', instance: 'sandbox-app' },
    { id: 2, ...line },
  ].map((request) => `${JSON.stringify(request)}\n`);
  const { stdout } = await runExecutable(['exec', '--concurrency', '1'], home, { input: input.join('') });
  expect(stdout).toContain('No instance is configured');
  expect(await isEnabled(TEMP)).toBe(true);
});

test('what was done to the sandbox is still so in the next command, until it is reset', async () => {
  await runExecutable(['--sandbox', 'msgraph-user-account-disable', `user=${TEMP}`], home);
  expect(await isEnabled(TEMP)).toBe(false);
  const { stdout, code } = await runExecutable(['sandbox', 'reset'], home);
  expect([stdout, code]).toEqual(['The sandbox is as new.\n', 0]);
  expect(await isEnabled(TEMP)).toBe(true);
});

test('eight commands at once on one sandbox file and one audit file lose nothing', async () => {
  const { stdout } = await runExecutable(['-o', 'raw', 'msgraph-user-list', 'properties=id'], home);
  const listed = parseJson(stdout);
  const ids = (Array.isArray(listed) ? listed : []).filter(isJsonObject).map((user) => String(user['id']));
  const chosen = ids.slice(2, 10);
  const results = await Promise.all(
    chosen.map((id) => runExecutable(['--sandbox', 'msgraph-user-account-disable', `user=${id}`], home)),
  );
  expect(results.map(({ code }) => code)).toEqual(chosen.map(() => 0));
  for (const id of chosen) expect(await isEnabled(id)).toBe(false);
  const audit = await runExecutable(['audit', 'verify'], home);
  expect(audit.stdout).toContain('records 16, problems 0, unfinished effects 0');
});

test('an effect is written down before and after, with who, whom, why and what came of it', async () => {
  await runExecutable(
    ['--sandbox', 'msgraph-user-session-revoke', `user=${TEMP}`, 'reason=Reported phishing'],
    home,
  );
  const lines = (await readFile(join(home, 'audit.jsonl'), 'utf8')).trim().split('\n');
  const [before, after] = lines.map((line) => objectOf(parseJson(line)));
  expect(lines).toHaveLength(2);
  expect(before).toMatchObject({
    phase: 'before',
    surface: 'cli',
    actor: { kind: 'os-user' },
    on: { kind: 'sandbox', instance: 'sandbox-app' },
    command: 'msgraph-user-session-revoke',
    typed: TEMP,
    resolved: { userPrincipalName: TEMP },
    prior: { accountEnabled: true },
    reason: 'Reported phishing',
  });
  expect(after).toMatchObject({ phase: 'after', outcome: 'done', status: 200, error: null });
  expect(after?.['id']).toBe(before?.['id']);
});

test('a command that only reads writes nothing down', async () => {
  await runExecutable(['msgraph-user-get', `user=${TEMP}`], home);
  await expect(readFile(join(home, 'audit.jsonl'), 'utf8')).rejects.toThrow('ENOENT');
});

test('the built-in instance of a user is signed in as somebody of the tenant', async () => {
  const { code, stdout } = await runExecutable(['--instance', 'sandbox', 'msgraph-user-test'], home);
  expect(code).toBe(0);
  expect(stdout).toContain('✅ Success!');
  expect(stdout).toContain('user_auth_flow');
  const read = await runExecutable(['-i', 'sandbox', '-o', 'json', 'msgraph-user-get', `user=${TEMP}`], home);
  expect(objectOf(parseJson(read.stdout))['target']).toMatchObject({ kind: 'sandbox', instance: 'sandbox' });
});

test.each(['sandbox', 'sandbox-app'])(
  'the login address of the built-in instance %s leads to a sign-in page, and from there to a code',
  async (instance) => {
    const running = startExecutable(['exec'], home);
    const request = { id: 1, command: 'msgraph-user-generate-login-url', instance };
    running.process.stdin.write(`${JSON.stringify(request)}\n`);
    const stdout = await running.printed('\n');
    const address = /\((http:[^)]+\/authorize\?[^)]+)\)/.exec(stdout)?.[1] ?? '';
    const body = new URLSearchParams({ user: 'adele@contoso.example', decision: 'accept' });
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:4711\/callback\?code=.+&state=/);
    running.process.stdin.end();
    const { stderr } = await running.finished;
    expect(stderr).not.toContain('redirect_uri');
  },
);

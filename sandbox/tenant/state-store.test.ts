import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resetSandboxState, startSandbox } from '../index.js';
import { signIn, write } from '../raw-client.js';

let folder: string;
let stateFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rm(folder, { recursive: true }));

/** Changes a job title through a sandbox that is started and stopped for it. */
async function setJobTitle(name: string, jobTitle: string): Promise<number> {
  const sandbox = await startSandbox({ stateFile });
  const token = await signIn(sandbox);
  const { status } = await write(sandbox, token, 'PATCH', `/v1.0/users/${name}@contoso.example`, {
    jobTitle,
  });
  await sandbox.close();
  return status;
}

async function jobTitles(): Promise<(string | null)[]> {
  const sandbox = await startSandbox({ stateFile });
  const titles = sandbox.people().map(({ jobTitle }) => jobTitle);
  await sandbox.close();
  return titles;
}

describe('the state file', () => {
  test('keeps changes for the next process, and nothing but changes, for its owner only', async () => {
    expect(await setJobTitle('adele', 'Lead')).toBe(204);
    expect((await jobTitles())[2]).toBe('Lead');
    const stored: unknown = JSON.parse(await readFile(stateFile, 'utf8'));
    const id = '6b040b31-c824-42aa-a299-50169bd05fc5';
    expect(stored).toEqual({
      people: { [id]: { jobTitle: 'Lead' } },
      history: [{ number: 1, id, at: expect.any(Number), kind: 'changed', names: ['jobTitle'] }],
    });
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  test('is not made by reading', async () => {
    await jobTitles();
    expect(await readdir(folder)).toEqual([]);
  });

  test('shows a running sandbox what another one changed', async () => {
    const sandbox = await startSandbox({ stateFile });
    await setJobTitle('adele', 'Lead');
    const first = sandbox.people()[2]?.jobTitle;
    await setJobTitle('adele', 'Boss');
    const second = sandbox.people()[2]?.jobTitle;
    await sandbox.close();
    expect([first, second]).toEqual(['Lead', 'Boss']);
  });

  test('can be reset, also when it is damaged or absent', async () => {
    await resetSandboxState(stateFile);
    await setJobTitle('adele', 'Lead');
    await resetSandboxState(stateFile);
    expect((await jobTitles())[2]).toBe('Security Analyst');
    await writeFile(stateFile, '{"people":');
    await expect(startSandbox({ stateFile })).rejects.toThrow(`${stateFile} is not a state of the sandbox`);
    for (const damaged of [
      '{"people":{"6b040b31-c824-42aa-a299-50169bd05fc5":{"accountEnabled":"no"}}}',
      '{"people":{},"grants":{"x":{"kind":"refresh","clientId":"y"}}}',
      '{"people":{},"consents":{"x":"User.Read"}}',
    ]) {
      await writeFile(stateFile, damaged);
      await expect(startSandbox({ stateFile })).rejects.toThrow('resetting the sandbox');
    }
    await resetSandboxState(stateFile);
    expect((await jobTitles())[2]).toBe('Security Analyst');
  });

  test('outlives a process that died with the lock in its hand', async () => {
    await writeFile(`${stateFile}.lock`, '999999999');
    expect(await setJobTitle('adele', 'Lead')).toBe(204);
    await writeFile(`${stateFile}.lock`, '');
    await utimes(`${stateFile}.lock`, new Date(0), new Date(0));
    expect(await setJobTitle('adele', 'Boss')).toBe(204);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  test('obeys a clock that was loaded before anything else', async () => {
    const sandbox = await startSandbox({ stateFile });
    const { refreshToken = '' } = await sandbox.signIn({ user: 'adele@contoso.example' });
    await sandbox.close();
    const clock = 'const now = Date.now; Date.now = () => now() + 91 * 24 * 60 * 60 * 1000;';
    const script = `
      import { startSandbox } from './sandbox/index.ts';
      import { redeem, signIn, write } from './sandbox/raw-client.ts';
      const [stateFile, refresh_token] = process.argv.slice(1);
      const sandbox = await startSandbox({ stateFile });
      const token = await signIn(sandbox);
      const { status } = await write(sandbox, token, 'PATCH', '/v1.0/users/adele@contoso.example', { jobTitle: 'Lead' });
      const answer = await redeem(sandbox, { grant_type: 'refresh_token', refresh_token });
      console.log(status, answer.text);
      await sandbox.close();`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--import', `data:text/javascript,${encodeURIComponent(clock)}`],
      ...['--import', 'tsx', '--input-type=module', '--eval', script, '--', stateFile, refreshToken],
    ]);
    expect(stdout).toMatch(/^204 .*AADSTS700082/);
  }, 60_000);

  test('loses nothing when eight processes write at once', async () => {
    const script = `
      import { startSandbox } from './sandbox/index.ts';
      import { signIn, write } from './sandbox/raw-client.ts';
      const [stateFile, first] = process.argv.slice(1);
      const sandbox = await startSandbox({ stateFile, users: 200 });
      const token = await signIn(sandbox);
      const mine = sandbox.people().slice(Number(first), Number(first) + 20);
      await Promise.all(mine.map(({ id }) =>
        write(sandbox, token, 'PATCH', '/v1.0/users/' + id, { employeeType: 'Touched by ' + first })));
      await sandbox.close();`;
    const run = promisify(execFile);
    const starts = [40, 60, 80, 100, 120, 140, 160, 180];
    await Promise.all(
      starts.map((first) =>
        run(process.execPath, [
          ...['--import', 'tsx', '--input-type=module', '--eval', script],
          ...['--', stateFile, String(first)],
        ]),
      ),
    );
    const sandbox = await startSandbox({ stateFile, users: 200 });
    const touched = sandbox.people().map(({ employeeType }) => employeeType);
    await sandbox.close();
    const expected = Array.from(
      { length: 160 },
      (_, index) => `Touched by ${40 + Math.floor(index / 20) * 20}`,
    );
    expect(touched.slice(40)).toEqual(expected);
    expect(await readdir(folder)).toEqual(['state.json']);
  }, 60_000);
});

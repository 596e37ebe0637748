import { cp, readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeHome } from '../../../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import {
  type Finished,
  runExecutable,
  type RunningExecutable,
  startExecutable,
} from '../../../test_data/executable.js';
import { killedAt } from '../../../test_data/kill-at-step.js';
import { createFileStore } from '../../state/file.js';
import { sealingKey } from '../../state/key.js';

const ADELE = 'adele@contoso.example';
const SYLVIE = 'sylvie@contoso.example';

/** Processes that run side by side. */
const AT_ONCE = 4;

let home: string;
let sandbox: Sandbox;

beforeEach(async () => {
  home = await makeHome();
  sandbox = await startSandbox();
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
});

afterEach(async () => {
  await sandbox.close();
  await rm(home, { recursive: true });
});

const login = (of: string, environment = {}): RunningExecutable =>
  startExecutable(['login', '--instance', 'own'], of, environment);

/** A person signs in, as far as the executable lives. */
async function signIn(running: RunningExecutable, user: string): Promise<Finished> {
  const stdout = await running.printed('\n\n').catch(() => '');
  const address = /^http\S+$/m.exec(stdout)?.[0];
  if (address !== undefined) {
    const body = new URLSearchParams({ user, decision: 'accept' });
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    await fetch(answer.headers.get('location') ?? '').catch(() => undefined);
  }
  return running.finished;
}

/** Signs in anew by the refresh token, which is given in for a newer one. */
const renew = (of: string, environment = {}): Promise<Finished> =>
  runExecutable(['--instance', 'own', '!msgraph-user-test'], of, { environment });

/** Makes the locks that a killed process left look old, instead of waiting until they are. */
async function age(of: string): Promise<void> {
  const long = new Date(Date.now() - 60_000);
  const names = await readdir(join(of, 'state')).catch(() => []);
  const locks = names.filter((name) => name.endsWith('.lock'));
  for (const name of locks) await utimes(join(of, 'state', name), long, long);
}

/** What the state file keeps; fails where it cannot be opened, or holds no sign-in. */
async function kept(of: string): Promise<string> {
  const store = createFileStore(join(of, 'state', 'own.json'), await sealingKey(of, {}));
  return JSON.stringify((await store.read()).value);
}

/** How many steps a run has that nobody kills. */
function stepsIn({ code, stderr }: Finished): number {
  expect(code).toBe(0);
  return Number(/^steps: (\d+)$/m.exec(stderr)?.[1]);
}

/** Does something for each step, each with a copy of the folder of its own. */
async function atEachStep(steps: number, work: (of: string, step: number) => Promise<void>): Promise<void> {
  const numbers = Array.from({ length: steps }, (_, index) => index + 1);
  const next = numbers.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const step of next) {
        const copy = `${home}-${step}`;
        await cp(home, copy, { recursive: true });
        await work(copy, step).finally(() => rm(copy, { recursive: true }));
      }
    }),
  );
}

test('a process killed at any step of a renewal leaves a sign-in with which the next one goes on unaided', async () => {
  await signIn(login(home), ADELE);
  const steps = stepsIn(await renew(home, killedAt(0)));
  expect(steps).toBeGreaterThan(10);
  await atEachStep(steps, async (of, step) => {
    expect(await renew(of, killedAt(step))).toMatchObject({ code: null });
    expect(await kept(of)).toContain('refreshToken');
    await age(of);
    const { code, stdout } = await renew(of);
    expect({ step, code, stdout }).toEqual({ step, code: 0, stdout: expect.stringContaining(ADELE) });
  });
}, 240_000);

test('a login killed at any step leaves the former sign-in or the new one, and another login works', async () => {
  await signIn(login(home), SYLVIE);
  const whole = `${home}-whole`;
  await cp(home, whole, { recursive: true });
  const steps = stepsIn(await signIn(login(whole, killedAt(0)), ADELE));
  await rm(whole, { recursive: true });
  expect(steps).toBeGreaterThan(10);

  const signedIn: string[] = [];
  await atEachStep(steps, async (of, step) => {
    expect(await signIn(login(of, killedAt(step)), ADELE)).toMatchObject({ code: null });
    expect(await kept(of)).toContain('refreshToken');
    await age(of);
    const { code, stdout } = await renew(of);
    expect({ step, code }).toEqual({ step, code: 0 });
    signedIn[step - 1] = stdout.includes(ADELE) ? ADELE : stdout.includes(SYLVIE) ? SYLVIE : stdout;
    // The renewal has shown for every step that nothing is in the way; some logins show that for them.
    if (step % 4 === 1) expect(await signIn(login(of), ADELE)).toMatchObject({ code: 0 });
  });
  const first = signedIn.indexOf(ADELE);
  expect(signedIn).toEqual(signedIn.map((_, index) => (index < first ? SYLVIE : ADELE)));
  expect(first).toBeGreaterThan(0);
}, 240_000);

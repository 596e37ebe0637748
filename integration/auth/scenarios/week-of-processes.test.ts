import { readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeHome } from '../../../platform/instances/sample-home.js';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { objectOf } from '../../../test_data/command-bench.js';
import { runExecutable, startExecutable } from '../../../test_data/executable.js';
import { createPreloadedClock, type PreloadedClock } from '../../../test_data/preloaded-clock.js';
import { type JsonObject, parseJson } from '../../json.js';

const PERSON = 'adele@contoso.example';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const PAUSE_MS = 20 * MINUTE_MS;

/** The shortest life of an access token, less the time before its end in which it is not begun with any more. */
const SHORTEST_USE_MS = 55 * MINUTE_MS;

let home: string;
let clock: PreloadedClock;
let sandbox: Sandbox;
const workers: Worker[] = [];

beforeEach(async () => {
  home = await makeHome();
  // In the past: a lock in the file system must not look older than it is.
  clock = createPreloadedClock(join(home, 'clock'), Date.now() - 30 * DAY_MS);
  sandbox = await startSandbox({ now: () => clock.now() });
  const params = { ...sandbox.params(), auth_type: 'user_auth_flow' };
  const words = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  expect(await runExecutable(['instance', 'add', 'own', ...words], home)).toMatchObject({ code: 0 });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end()));
  await sandbox.close();
  await rm(home, { recursive: true });
});

/** A process that answers commands one after the other, as an engine of a platform keeps it. */
interface Worker {
  /** Reads a user. @returns What it came to: undefined, or what the error entry says. */
  command(): Promise<string | undefined>;
  end(): Promise<void>;
}

function startWorker(): Worker {
  const { process: child, finished } = startExecutable(['exec'], home, clock.environment);
  const lines = createInterface({ input: child.stdout });
  const worker: Worker = {
    async command() {
      const answered = new Promise<string>((resolve) => lines.once('line', resolve));
      const request = { id: 1, command: 'msgraph-user-get', args: { user: PERSON }, instance: 'own' };
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { results } = objectOf(parseJson(await answered));
      const [entry]: readonly JsonObject[] = Array.isArray(results) ? results.map(objectOf) : [];
      return entry?.['Type'] === 4 ? String(entry['Contents']) : undefined;
    },
    async end() {
      child.stdin.end();
      await finished;
    },
  };
  workers.push(worker);
  return worker;
}

/** Lets both workers run a command at the same moment, again and again. @returns What failed. */
async function workFor(milliseconds: number, both: readonly Worker[]): Promise<string[]> {
  const failures: string[] = [];
  for (let passed = 0; passed < milliseconds; passed += PAUSE_MS) {
    const outcomes = await Promise.all(both.map((worker) => worker.command()));
    failures.push(...outcomes.filter((outcome) => outcome !== undefined));
    clock.advance(PAUSE_MS);
  }
  return failures;
}

/** A person signs in from the terminal, in a third process. */
async function signIn(): Promise<void> {
  const running = startExecutable(['login', '--instance', 'own'], home, clock.environment);
  const address = /^http\S+$/m.exec(await running.printed('\n\n'))?.[0] ?? '';
  const body = new URLSearchParams({ user: PERSON, decision: 'accept' });
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  await fetch(answer.headers.get('location') ?? '');
  expect(await running.finished).toMatchObject({ code: 0 });
}

const tokenRequests = () =>
  sandbox.log
    .filter(({ path }) => path.includes('/oauth2/v2.0/token'))
    .map(({ at, status }) => ({ at: Date.parse(at), status }));

/** Each request after the first renewed a token that was near its end, and nobody else did. */
function expectOncePerExpiry(requests: ReturnType<typeof tokenRequests>, milliseconds: number): void {
  expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([200]));
  expect(requests.length).toBeGreaterThanOrEqual(milliseconds / (90 * MINUTE_MS));
  requests.slice(1).forEach(({ at }, index) => {
    expect(at - (requests[index]?.at ?? 0)).toBeGreaterThanOrEqual(SHORTEST_USE_MS);
  });
}

test('two processes work for seven days on one sealed file, and ask for a person only when Microsoft does', async () => {
  await signIn();
  const both = [startWorker(), startWorker()];

  expect(await workFor(5 * DAY_MS, both)).toEqual([]);
  const first = tokenRequests();
  expectOncePerExpiry(first, 5 * DAY_MS);

  // The fifth day: the tenant wants to see the person again.
  sandbox.faults = [{ kind: 'aadsts', code: 70043, match: { path: /\/oauth2\/v2\.0\/token/ } }];
  clock.advance(2 * HOUR_MS);
  const refused = await workFor(6 * HOUR_MS, both);
  expect(refused).toHaveLength((2 * 6 * HOUR_MS) / PAUSE_MS);
  expect(new Set(refused).size).toBe(1);
  expect(refused[0]).toMatch(/asks people to sign in more often[\s\S]*AADSTS70043[\s\S]*generate-login-url/);
  expect(tokenRequests()).toHaveLength(first.length + 1);
  sandbox.faults = [];
  await signIn();
  expect(await workFor(DAY_MS, both)).toEqual([]);
  expectOncePerExpiry(tokenRequests().slice(first.length + 1), DAY_MS);

  // The sixth day: somebody's backup cuts the file off. Its copy stands in, and nobody notices.
  const file = join(home, 'state', 'own.json');
  const sealed = await readFile(file, 'utf8');
  await truncate(file, Math.floor(sealed.length / 2));
  const before = tokenRequests().length;
  expect(await workFor(DAY_MS, both)).toEqual([]);
  expectOncePerExpiry(tokenRequests().slice(before), DAY_MS);
}, 240_000);

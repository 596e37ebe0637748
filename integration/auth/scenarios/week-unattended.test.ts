import { createSecretKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../../sandbox/index.js';
import { createRun } from '../../../test_data/run.js';
import { createGraphClient } from '../../graph/client.js';
import { path } from '../../graph/path.js';
import { createHttpClient, type HttpAnswer } from '../../http/client.js';
import { isJsonObject, parseJson } from '../../json.js';
import { parseSettings } from '../../settings/parse.js';
import { createFileStore } from '../../state/file.js';
import { createTokenProvider } from '../provider.js';
import { type SignInProvider } from '../token.js';
import { type MovedClock, startMovedClock } from './moved-clock.js';
import { recordNetwork, type RecordedNetwork } from './recorded-network.js';

const PERSON = 'adele@contoso.example';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A token is not begun with when it ends within this time. */
const MARGIN_MS = 5 * MINUTE_MS;

const key = createSecretKey(Buffer.alloc(32, 7));
const http = createHttpClient({ proxy: false, insecure: false });

let folder: string;
let file: string;
let sandbox: Sandbox;
let clock: MovedClock;
let network: RecordedNetwork;
let code: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-week-'));
  file = join(folder, 'prod.json');
  // In the past: a lock in the file system must not look older than it is.
  clock = startMovedClock(Date.now() - 30 * DAY_MS);
  sandbox = await startSandbox({ now: () => Date.now() });
  network = recordNetwork(http);
  code = await newCode();
});

afterEach(async () => {
  clock.stop();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const newCode = async (): Promise<string> => (await sandbox.authorize({ user: PERSON })).code;

/** The instance as one process sees it: parameters and file are shared, nothing else is. */
function startProcess(over: RecordedNetwork = network): SignInProvider {
  return createTokenProvider(settings(), over, createFileStore(file, key));
}

const settings = () =>
  parseSettings({
    ...sandbox.params(),
    auth_type: 'user_auth_flow',
    redirect_uri: 'http://localhost:4711/callback',
    creds_auth_code: code,
  });

/** One command: reads a user. */
async function command(tokens: SignInProvider, over: RecordedNetwork = network): Promise<void> {
  const access = { graphUrl: sandbox.url, http: over, tokens };
  await createGraphClient(access, createRun(clock)).get(path`users/${PERSON}`);
}

/** Two workers side by side: one runs all the time, the other is a new process for each command. */
function twoWorkers(): () => Promise<readonly PromiseSettledResult<void>[]> {
  const lasting = startProcess();
  return () => Promise.allSettled([command(lasting), command(startProcess())]);
}

const failuresIn = (outcomes: readonly PromiseSettledResult<void>[]): unknown[] =>
  outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));

/** Lets both workers run a command every 20 minutes. @returns What failed. */
async function workFor(milliseconds: number, both: () => Promise<readonly PromiseSettledResult<void>[]>) {
  const failures: unknown[] = [];
  for (let passed = 0; passed < milliseconds; passed += 20 * MINUTE_MS) {
    failures.push(...failuresIn(await both()));
    clock.advance(20 * MINUTE_MS);
  }
  return failures;
}

/** What each token request sent, and what it brought. */
const exchanges = (over: RecordedNetwork = network) =>
  over.tokenRequests().map(({ at, form, status, answer }) => ({
    at,
    status,
    sent: form['refresh_token'],
    brought: answer['refresh_token'],
    endsAt: at + Number(answer['expires_in']) * 1000,
  }));

/** What the file keeps, opened by another process. */
async function kept(): Promise<string> {
  return JSON.stringify((await createFileStore(file, key).read()).value);
}

const SIGN_IN_AGAIN = expect.stringContaining('!msgraph-user-generate-login-url');

describe('a week unattended', () => {
  test('fails never, renews once per expiry, and keeps the newest refresh token', async () => {
    expect(await workFor(7 * DAY_MS, twoWorkers())).toEqual([]);

    const graph = sandbox.log.filter(({ path: asked }) => asked.startsWith('/v1.0/users/'));
    expect(graph).toHaveLength(2 * 7 * 24 * 3);
    expect(new Set(graph.map(({ status }) => status))).toEqual(new Set([200]));

    const renewals = exchanges();
    // A token lives 90 minutes at most.
    expect(renewals.length).toBeGreaterThanOrEqual((7 * DAY_MS) / (90 * MINUTE_MS));
    renewals.slice(1).forEach(({ at, sent }, index) => {
      const former = renewals[index];
      expect(sent).toBe(former?.brought);
      expect(at).toBeGreaterThanOrEqual((former?.endsAt ?? Infinity) - MARGIN_MS - 1000);
    });
    expect(await kept()).toContain(renewals.at(-1)?.brought);
    expect(await readFile(file, 'utf8')).not.toContain(renewals.at(-1)?.brought);
  }, 120_000);

  test('goes on with the refresh token at hand where answers bring none', async () => {
    const withoutNew = ({ body, ...answer }: HttpAnswer): HttpAnswer => {
      const parsed = parseJson(body);
      if (!isJsonObject(parsed) || parsed['refresh_token'] === undefined) return { ...answer, body };
      const { refresh_token: _dropped, ...rest } = parsed;
      return { ...answer, body: JSON.stringify(rest) };
    };
    await command(startProcess());
    const [first] = exchanges();
    const sparing = recordNetwork(http, withoutNew);
    for (let hour = 0; hour < 24; hour += 2) {
      clock.advance(2 * HOUR_MS);
      await command(startProcess(sparing), sparing);
    }
    expect(exchanges(sparing).map(({ sent }) => sent)).toEqual(
      Array.from({ length: 12 }, () => first?.brought),
    );
    expect(await kept()).toContain(first?.brought);
  });

  test('renews once for two workers to whom Teams says at once that the token has ended', async () => {
    const both = twoWorkers();
    await both();
    sandbox.faults = [{ kind: 'no-authorization', times: 2 }];
    expect(failuresIn(await both())).toEqual([]);
    expect(sandbox.log.filter(({ fault }) => fault === 'no-authorization')).toHaveLength(2);
    expect(exchanges().map(({ sent }) => sent)).toEqual([undefined, exchanges()[0]?.brought]);
  });
});

describe('an outage of the sign-in host', () => {
  const outage = { match: { path: /\/oauth2\/v2\.0\/token/ }, kind: '503' } as const;
  const endOfToken = () => exchanges().findLast(({ status }) => status === 200)?.endsAt ?? NaN;

  test('while the token is still valid is not noticed by any command, and it is renewed afterwards', async () => {
    const both = twoWorkers();
    await both();
    const first = endOfToken();
    clock.advance(first - clock.now() - 4 * MINUTE_MS);
    sandbox.faults = [outage];
    expect(failuresIn(await both())).toEqual([]);
    expect(sandbox.log.some(({ fault }) => fault === '503')).toBe(true);
    expect(clock.now()).toBeLessThan(first);

    sandbox.faults = [];
    expect(failuresIn(await both())).toEqual([]);
    expect(endOfToken()).toBeGreaterThan(first);
  });

  test('that outlasts the token fails as passing, and the next command needs nobody', async () => {
    const both = twoWorkers();
    await both();
    clock.advance(2 * HOUR_MS);
    sandbox.faults = [outage];
    const failures = failuresIn(await both());
    expect(failures).toHaveLength(2);
    for (const failure of failures) expect(failure).not.toMatchObject({ nextStep: SIGN_IN_AGAIN });

    sandbox.faults = [];
    expect(failuresIn(await both())).toEqual([]);
  });
});

describe('a sign-in that ends one day', () => {
  test('is asked about once, then every command says how to sign in again, until there is a new code', async () => {
    const both = twoWorkers();
    expect(await workFor(DAY_MS, both)).toEqual([]);
    clock.advance(2 * HOUR_MS);

    sandbox.faults = [{ match: { path: /\/oauth2\/v2\.0\/token/ }, kind: 'aadsts', code: 70043 }];
    const before = exchanges().length;
    const failures = await workFor(2 * DAY_MS, both);
    expect(failures).toHaveLength(2 * 2 * 24 * 3);
    for (const failure of failures) {
      expect(failure).toMatchObject({
        message: expect.stringContaining('AADSTS70043'),
        nextStep: SIGN_IN_AGAIN,
      });
    }
    expect(exchanges()).toHaveLength(before + 1);

    sandbox.faults = [];
    await expect(command(startProcess())).rejects.toMatchObject({ nextStep: SIGN_IN_AGAIN });
    expect(exchanges()).toHaveLength(before + 1);

    code = await newCode();
    expect(await workFor(DAY_MS, twoWorkers())).toEqual([]);
  }, 60_000);

  test('because the sessions were revoked ends with the number of that, after one request', async () => {
    await command(startProcess());
    clock.advance(2 * HOUR_MS);
    sandbox.faults = [{ match: { path: /\/oauth2\/v2\.0\/token/ }, kind: 'aadsts', code: 50173 }];
    const both = twoWorkers();
    const failures = [...failuresIn(await both()), ...failuresIn(await both())];
    expect(failures).toHaveLength(4);
    for (const failure of failures) {
      expect(failure).toMatchObject({ details: { aadsts: 50173 }, nextStep: SIGN_IN_AGAIN });
    }
    expect(exchanges()).toHaveLength(2);
  });
});

test('a state file that was cut off with its copy costs one request, and is cured by a new code', async () => {
  await command(startProcess());
  const sealed = await readFile(file, 'utf8');
  for (const name of [file, `${file}.copy`]) await writeFile(name, sealed.slice(0, sealed.length / 2));

  const failures = await workFor(DAY_MS, twoWorkers());
  expect(failures).toHaveLength(2 * 24 * 3);
  for (const failure of failures) {
    expect(failure).toMatchObject({
      message: expect.stringContaining('AADSTS54005'),
      nextStep: SIGN_IN_AGAIN,
    });
  }
  expect(exchanges().map(({ status }) => status)).toEqual([200, 400]);

  code = await newCode();
  expect(await workFor(DAY_MS, twoWorkers())).toEqual([]);
});

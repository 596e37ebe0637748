import { afterEach, describe, expect, test } from '@jest/globals';
import { createDispatcher } from '../../integration/dispatcher/dispatcher.js';
import { type Entry } from '../../integration/results/entry.js';
import { type Sandbox, type SandboxRequest, startSandbox } from '../../sandbox/index.js';
import { createQuietClock } from '../../test_data/quiet-clock.js';
import { sandboxInstance } from '../../test_data/sandbox-instance.js';
import { registry } from '../index.js';

const COUNT = 500;

let sandbox: Sandbox;
afterEach(() => sandbox.close());

/** A tenant, and some of its people who are no administrators and come from no other directory. */
async function tenant(count = COUNT): Promise<readonly string[]> {
  sandbox = await startSandbox({ users: count + 100 });
  return sandbox
    .people()
    .slice(-count)
    .map(({ userPrincipalName }) => userPrincipalName);
}

interface Bulk {
  readonly entries: readonly Entry[];
  readonly metrics: { readonly requests: number; readonly retries: number };
  /** How long it took on the command's own clock, in seconds. */
  readonly seconds: number;
}

async function bulk(
  command: string,
  user: readonly string[],
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<Bulk> {
  const clock = createQuietClock();
  const started = clock.now();
  const dispatcher = createDispatcher({ registry, clock, ...(onProgress && { onProgress }) });
  const { entries, metrics } = await dispatcher.execute({
    command,
    args: { user },
    instance: sandboxInstance(sandbox),
    ...(signal && { signal }),
  });
  clock.stop();
  return { entries, metrics, seconds: (clock.now() - started) / 1000 };
}

/** Every part of every envelope, and the requests that went alone, tokens aside. */
const parts = (): readonly SandboxRequest[] =>
  sandbox.log
    .filter(({ path }) => !path.includes('/oauth2/'))
    .flatMap((request) => request.items ?? [request]);

const effects = () => parts().filter(({ acted }) => acted);

const enabled = (names: readonly string[]) => {
  const wanted = new Set(names);
  return sandbox
    .people()
    .filter(({ userPrincipalName, accountEnabled }) => wanted.has(userPrincipalName) && accountEnabled);
};

describe('500 users in one command', () => {
  test('are disabled in no more than 52 requests, each read before and each once', async () => {
    const people = await tenant();
    const { entries, metrics } = await bulk('msgraph-user-account-disable', people);
    expect(entries.map(({ Type }) => Type)).toEqual([1]);
    expect(entries[0]?.HumanReadable).toContain(`${COUNT} of ${COUNT} done`);
    expect(metrics.retries).toBe(0);
    expect(sandbox.log.length).toBeLessThanOrEqual(52);
    expect(metrics.requests).toBe(sandbox.log.length);
    expect(parts().filter(({ method }) => method === 'GET')).toHaveLength(COUNT);
    expect(effects()).toHaveLength(COUNT);
    expect(enabled(people)).toEqual([]);
  });

  test('are all done when a tenth of the requests is throttled, and the pause asked for is kept', async () => {
    const people = await tenant();
    sandbox.faults = [{ kind: 'throttle', every: 10, match: { path: /users\/[^$]/ }, retryAfterSeconds: 17 }];
    const { entries, seconds } = await bulk('msgraph-user-session-revoke', people);
    expect(entries[0]?.HumanReadable).toContain(`${COUNT} of ${COUNT} done`);
    expect(entries).toHaveLength(1);
    expect(effects()).toHaveLength(COUNT);
    expect(seconds).toBeGreaterThanOrEqual(17);
    // Nobody waits for anything but the pauses that Graph asks for.
    expect(seconds % 17).toBe(0);
    // A tenth is throttled again each time, and the pauses overlap.
    expect(seconds).toBeLessThan(120);
  });

  test.each(['reset-before', 'reset-after', 'truncated', '500', '503'] as const)(
    'are each done once, and said so, when envelopes meet %s',
    async (kind) => {
      const people = await tenant(200);
      sandbox.faults = [{ kind, every: 3, match: { path: /\$batch/ } }];
      const { entries } = await bulk('msgraph-user-account-disable', people);
      expect(entries[0]?.HumanReadable).toContain('200 of 200 done');
      expect(enabled(people)).toEqual([]);
    },
  );

  test('tell how far they are', async () => {
    const people = await tenant(60);
    const told: string[] = [];
    await bulk('msgraph-user-account-disable', people, {
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(told).toHaveLength(60);
    expect(told.at(-1)).toBe('60/60');
  });

  test('that are cancelled say what was not tried, ready to be pasted back', async () => {
    const people = await tenant();
    const controller = new AbortController();
    const timer = setInterval(() => {
      if (effects().length >= 20) controller.abort();
    }, 1);
    const { entries } = await bulk('msgraph-user-session-revoke', people, { signal: controller.signal });
    clearInterval(timer);
    const [note, error] = entries;
    const rows = (result: string) => (note?.HumanReadable ?? '').split(`| ${result} |`).length - 1;
    const { Remaining: names } = remainingIn(note);
    expect(names).toHaveLength(rows('Not tried'));
    expect(names.length).toBeGreaterThan(0);
    // What was under way when the cancel came may have been done: it is told as unknown, never as not tried.
    expect(rows('Done') + rows('Unknown, check')).toBe(people.length - names.length);
    const touched = new Set(effects().map(({ path }) => decodeURIComponent(path.split('/')[3] ?? '')));
    const untried = sandbox.people().filter(({ userPrincipalName }) => names.includes(userPrincipalName));
    expect(untried.filter(({ id }) => touched.has(id))).toEqual([]);
    expect(error?.Contents).toContain(`Not tried: ${names.join(',')}`);
  });
});

test('the same user under two names is acted on once', async () => {
  const [name = ''] = await tenant(3);
  const id = sandbox.people().find(({ userPrincipalName }) => userPrincipalName === name)?.id ?? '';
  const { entries } = await bulk('msgraph-user-session-revoke', [name, id]);
  expect(effects()).toHaveLength(1);
  expect(entries[0]?.HumanReadable).toContain('1 of 1 done');
  expect(entries[0]?.HumanReadable).toMatch(/Same as /);
});

function remainingIn(entry: Entry | undefined): { readonly Remaining: readonly string[] } {
  const found: unknown = Object.entries(entry?.EntryContext ?? {}).find(([key]) =>
    key.includes('val.Remaining'),
  )?.[1];
  return found as { readonly Remaining: readonly string[] };
}

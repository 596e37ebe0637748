import { expect, test } from '@jest/globals';
import { type Clock } from '../../integration/clock.js';
import { createMemoryStore } from '../../integration/state/memory.js';
import { type IntegrationContext, VersionConflictError } from '../../integration/state/store.js';
import { withLease } from './lease.js';

const START = Date.parse('2026-03-02T08:00:00Z');

/** Moves on by what anybody sleeps, a turn of the event loop later. */
function movingClock(): Clock {
  let now = START;
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        setImmediate(() => {
          now += milliseconds;
          if (signal?.aborted) reject(new Error('aborted'));
          else resolve();
        });
      }),
  };
}

const KEY = 'lease:sign-in';
const leaseOf = (owner: string, renewed: number): IntegrationContext => ({
  [KEY]: JSON.stringify({ owner, renewed }),
});

test('work of two containers under one name never overlaps', async () => {
  const store = createMemoryStore();
  const clock = movingClock();
  let inside = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    expect(inside).toBe(1);
    await clock.sleep(1);
    inside -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLease(store, 'sign-in', work, clock)));
  expect((await store.read()).value).not.toHaveProperty([KEY]);
});

test('a lease that its holder left behind is taken over half a minute later', async () => {
  const clock = movingClock();
  const store = createMemoryStore(leaseOf('killed', START - 5_000));
  const began = await withLease(store, 'sign-in', () => Promise.resolve(clock.now()), clock);
  expect(began - START).toBeGreaterThanOrEqual(30_000);
  expect(began - START).toBeLessThan(31_000);
});

test('one that is older than any sign-in takes is taken over at once', async () => {
  const clock = movingClock();
  const store = createMemoryStore(leaseOf('killed', START - 3_600_000));
  expect(await withLease(store, 'sign-in', () => Promise.resolve(clock.now()), clock)).toBe(START);
});

test('one that keeps being renewed is respected, and waiting for it has an end', async () => {
  const clock = movingClock();
  const store = createMemoryStore(leaseOf('alive', START));
  const renewing = {
    write: (value: IntegrationContext, version: number) => store.write(value, version),
    async read() {
      const { version } = await store.read();
      await store.write(leaseOf('alive', clock.now()), version);
      return store.read();
    },
  };
  await expect(withLease(renewing, 'sign-in', () => Promise.resolve(), clock)).rejects.toThrow(
    /signing in for minutes/,
  );
  expect(clock.now() - START).toBeGreaterThanOrEqual(120_000);
});

test('a context that refuses every write ends the waiting too', async () => {
  const clock = movingClock();
  const store = createMemoryStore();
  const refusing = {
    read: () => store.read(),
    write: () => Promise.reject(new VersionConflictError('DB Version 8 does not match')),
  };
  await expect(withLease(refusing, 'sign-in', () => Promise.resolve(), clock)).rejects.toThrow(
    /keeps being changed by others/,
  );
  expect(clock.now() - START).toBeGreaterThanOrEqual(120_000);
});

test('it is renewed while the work goes on, and given back when the work fails', async () => {
  const clock = movingClock();
  const store = createMemoryStore({ other: 'kept' });
  const seen = new Set<unknown>();
  const work = async (): Promise<never> => {
    const end = START + 100_000;
    while (clock.now() < end) {
      seen.add((await store.read()).value[KEY]);
      await clock.sleep(1_000);
    }
    throw new Error('refused');
  };
  await expect(withLease(store, 'sign-in', work, clock)).rejects.toThrow('refused');
  expect(seen.size).toBeGreaterThanOrEqual(3);
  expect((await store.read()).value).toMatchObject({ other: 'kept' });
  expect((await store.read()).value).not.toHaveProperty([KEY]);
});

test('whoever lost the lease to others gives back nothing of theirs', async () => {
  const clock = movingClock();
  const store = createMemoryStore();
  await withLease(
    store,
    'sign-in',
    async () => {
      const { version } = await store.read();
      await store.write(leaseOf('other', START), version);
    },
    clock,
  );
  expect((await store.read()).value).toMatchObject(leaseOf('other', START));
});

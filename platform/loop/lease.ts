import { randomInt, randomUUID } from 'node:crypto';
import { type Clock } from '../../integration/clock.js';
import { SoarError } from '../../integration/errors.js';
import { isJsonObject, parseJson } from '../../integration/json.js';
import { type IntegrationContextStore, VersionConflictError } from '../../integration/state/store.js';

/** What a lease needs of a store; reads must not repeat what was read before. */
type FreshStore = Pick<IntegrationContextStore, 'read' | 'write'>;

/** How long a lease counts that nobody renews, in milliseconds. */
const LEASE_MS = 30_000;

/** How often its holder renews it, in milliseconds. */
const RENEWAL_MS = 10_000;

/** A lease this old was left behind, whatever clocks are worth, in milliseconds. */
const FORGOTTEN_MS = 300_000;

/** How long others wait for it at most, in milliseconds. */
const PATIENCE_MS = 120_000;

/** Longest pause between two looks at a lease that somebody holds, and after a lost race, in milliseconds. */
const LONGEST_PAUSE_MS = 500;
const LONGEST_RACE_PAUSE_MS = 100;

/** How often giving a lease back is tried; a lease that stays ends by itself. */
const RELEASE_ATTEMPTS = 5;

/**
 * Does work while nobody else does work under the same name on the same context, in whichever container: a lease by
 * compare-and-set. Whoever loses waits and looks again. A lease counts as long as it keeps being renewed, measured by
 * the watcher's own clock, so that engines need not agree on the time.
 * @throws SoarError when others hold it, or keep changing the context, for two minutes.
 */
export async function withLease<T>(
  store: FreshStore,
  name: string,
  work: () => Promise<T>,
  clock: Clock,
): Promise<T> {
  const key = `lease:${name}`;
  const owner = randomUUID();
  await acquire(store, key, owner, clock);
  const end = new AbortController();
  const renewing = keepRenewing(store, key, owner, clock, end.signal);
  try {
    return await work();
  } finally {
    end.abort();
    await renewing;
    await release(store, key, owner);
  }
}

async function acquire(store: FreshStore, key: string, owner: string, clock: Clock): Promise<void> {
  const began = clock.now();
  let seen: unknown;
  let seenSince = began;
  for (;;) {
    const { value, version } = await store.read();
    const now = clock.now();
    const held = value[key];
    if (held !== seen) {
      seen = held;
      seenSince = now;
    }
    const isMine = isFree(held, now) || now - seenSince >= LEASE_MS;
    if (isMine && (await replaced(store, { ...value, [key]: leaseText(owner, now) }, version))) return;
    if (now - began >= PATIENCE_MS) throw waitedLongEnough(isMine);
    await clock.sleep(randomInt(1, isMine ? LONGEST_RACE_PAUSE_MS : LONGEST_PAUSE_MS));
  }
}

/** @param isFree Whether nobody holds the lease: then something else in the context kept changing. */
function waitedLongEnough(isFree: boolean): SoarError {
  return new SoarError(
    isFree
      ? 'The integration context keeps being changed by others, so that no sign-in could begin.'
      : 'Another command of this instance has been signing in for minutes.',
    'Try again.',
  );
}

async function keepRenewing(
  store: FreshStore,
  key: string,
  owner: string,
  clock: Clock,
  end: AbortSignal,
): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(RENEWAL_MS, end);
      const { value, version } = await store.read();
      if (ownerOf(value[key]) !== owner) return;
      // A write of the work itself may come between; the next round makes up for it.
      await replaced(store, { ...value, [key]: leaseText(owner, clock.now()) }, version);
    }
  } catch {
    // The work is over, or the platform gone. Without renewal the lease ends by itself.
  }
}

/** What the work came to counts, whether or not the lease can be given back. */
async function release(store: FreshStore, key: string, owner: string): Promise<void> {
  try {
    for (let attempt = 1; attempt <= RELEASE_ATTEMPTS; attempt += 1) {
      const { value, version } = await store.read();
      if (ownerOf(value[key]) !== owner) return;
      const { [key]: _mine, ...others } = value;
      if (await replaced(store, others, version)) return;
    }
  } catch {
    // It ends by itself.
  }
}

/** Whether a write went through; false where somebody else wrote first. */
async function replaced(
  store: FreshStore,
  value: Readonly<Record<string, unknown>>,
  version: number,
): Promise<boolean> {
  try {
    await store.write(value, version);
    return true;
  } catch (error) {
    if (error instanceof VersionConflictError) return false;
    throw error;
  }
}

function leaseText(owner: string, now: number): string {
  return JSON.stringify({ owner, renewed: now });
}

function ownerOf(held: unknown): unknown {
  const lease = typeof held === 'string' ? parseJson(held) : undefined;
  return isJsonObject(lease) ? lease['owner'] : undefined;
}

function isFree(held: unknown, now: number): boolean {
  const lease = typeof held === 'string' ? parseJson(held) : undefined;
  if (!isJsonObject(lease) || typeof lease['renewed'] !== 'number') return true;
  return Math.abs(now - lease['renewed']) > FORGOTTEN_MS;
}

import { type Clock } from '../../integration/clock.js';
import { isJsonObject } from '../../integration/json.js';
import {
  type IntegrationContextStore,
  type VersionedContext,
  VersionConflictError,
} from '../../integration/state/store.js';
import { type Channel, PlatformError } from './channel.js';
import { withLease } from './lease.js';

/** How a platform that gave no version is told not to compare any. */
const ANY_VERSION = { version: -1, sequenceNumber: -1, primaryTerm: -1 };

/** What a platform says of a stale version. */
const STALE = /DB Version/i;

/** How many of the last reads can still be written over; whoever is slower has to read again. */
const REMEMBERED_VERSIONS = 1_000;

/**
 * The integration context as the platform keeps it. Each read asks the platform, so that a run without an end sees what
 * the commands in other containers write.
 * @param clock What a wait for somebody else's lock is measured by.
 */
export function createLiveStore(channel: Channel, clock: Clock): IntegrationContextStore {
  /** A version is whatever the platform makes it; ours count the reads. */
  const versions = new Map<number, unknown>();
  let reads = 0;

  const read = async (): Promise<VersionedContext> => {
    const answer = await channel.ask({
      type: 'executeCommand',
      command: 'getIntegrationContext',
      args: { refresh: true },
    });
    if (!isJsonObject(answer)) throw new PlatformError('The platform gave no integration context.');
    // Null where nothing was ever kept.
    const value = isJsonObject(answer['context']) ? answer['context'] : {};
    const version = reads;
    reads += 1;
    versions.set(version, answer['version'] ?? ANY_VERSION);
    versions.delete(version - REMEMBERED_VERSIONS);
    return { value, version };
  };

  const write: IntegrationContextStore['write'] = async (value, read) => {
    const version = versions.get(read);
    if (version === undefined) throw changedMeanwhile();
    try {
      await channel.ask({
        type: 'executeCommand',
        command: 'setIntegrationContext',
        args: { value, version, sync: true },
      });
    } catch (error) {
      if (!(error instanceof PlatformError) || !STALE.test(error.message)) throw error;
      throw changedMeanwhile();
    }
  };

  return {
    read,
    write,
    withLock: (name, work) => withLease({ read, write }, name, work, clock),
  };
}

/**
 * The integration context of one run, kept by the platform. Reads repeat what was read before, until something was
 * written, a write was refused, or a lock was taken: a command asks for its token with every request.
 * @param clock What a wait for somebody else's lock is measured by.
 */
export function createPlatformStore(channel: Channel, clock: Clock): IntegrationContextStore {
  const live = createLiveStore(channel, clock);
  let cached: VersionedContext | undefined;

  const fetch = async (): Promise<VersionedContext> => {
    cached = await live.read();
    return cached;
  };
  const write: IntegrationContextStore['write'] = async (value, version) => {
    cached = undefined;
    await live.write(value, version);
  };

  return {
    read: async () => cached ?? (await fetch()),
    write,
    withLock: (name, work) => withLease({ read: fetch, write }, name, work, clock),
  };
}

function changedMeanwhile(): VersionConflictError {
  return new VersionConflictError('The integration context was changed by another command.');
}

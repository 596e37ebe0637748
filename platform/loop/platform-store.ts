import { type Clock, systemClock } from '../../integration/clock.js';
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

/**
 * The integration context of one run, kept by the platform. Reads repeat what was read before, until something was
 * written, a write was refused, or a lock was taken: a command asks for its token with every request.
 * @param clock What a wait for somebody else's lock is measured by.
 */
export function createPlatformStore(channel: Channel, clock: Clock = systemClock): IntegrationContextStore {
  /** A version is whatever the platform makes it; ours are numbers. */
  const versions: unknown[] = [];
  let cached: VersionedContext | undefined;

  const fetch = async (): Promise<VersionedContext> => {
    const answer = await channel.ask({
      type: 'executeCommand',
      command: 'getIntegrationContext',
      args: { refresh: true },
    });
    if (!isJsonObject(answer)) throw new PlatformError('The platform gave no integration context.');
    // Null where nothing was ever kept.
    const value = isJsonObject(answer['context']) ? answer['context'] : {};
    cached = { value, version: versions.push(answer['version'] ?? ANY_VERSION) - 1 };
    return cached;
  };

  const write: IntegrationContextStore['write'] = async (value, version) => {
    cached = undefined;
    try {
      await channel.ask({
        type: 'executeCommand',
        command: 'setIntegrationContext',
        args: { value, version: versions[version] ?? ANY_VERSION, sync: true },
      });
    } catch (error) {
      if (!(error instanceof PlatformError) || !STALE.test(error.message)) throw error;
      throw new VersionConflictError('The integration context was changed by another command.');
    }
  };

  return {
    read: async () => cached ?? (await fetch()),
    write,
    withLock: (name, work) => withLease({ read: fetch, write }, name, work, clock),
  };
}

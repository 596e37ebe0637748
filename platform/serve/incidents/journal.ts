import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock } from '../../../integration/clock.js';
import { makeFolderOf, notWritable } from '../../../integration/state/private-file.js';
import { withFileLock } from '../../../integration/state/file-lock.js';
import { type ChatIncident } from '../../chat-events/incident.js';
import { incidentIn, type KeptIncident, lineOf } from './journal-line.js';
import { createLineIndex } from './line-index.js';

/** The incidents of one instance, on disk. */
export interface IncidentJournal {
  /**
   * Keeps incidents, in this order; one that is kept already is not kept again. Resolves once they are on the disk.
   * @throws SettingsError when they cannot be written.
   */
  append(incidents: readonly ChatIncident[]): Promise<void>;
  /** Those after a sequence number, oldest first. */
  after(sequence: number, limit: number): Promise<readonly KeptIncident[]>;
  /** The number of the newest one; 0 where there is none. */
  last(): number;
  /** Calls `listener` when there are more. @returns What ends that. */
  listen(listener: () => void): () => void;
}

/** Where the incidents of an instance lie. */
export function journalFile(home: string, instance: string): string {
  return join(home, 'incidents', `${instance}.jsonl`);
}

/**
 * Opens a journal: a file of JSON lines for its owner only, to which lines are only ever added. It is itself what tells which
 * messages were dealt with, so that a process that is killed at any point, and two at once, keep each of them once.
 * @throws SettingsError when it cannot be made or read.
 */
export async function openJournal(file: string, clock: Clock): Promise<IncidentJournal> {
  const index = createLineIndex(file);
  const listeners = new Set<() => void>();
  await makeFolderOf(file);

  const locked = <T>(work: () => Promise<T>): Promise<T> => withFileLock(`${file}.lock`, work, clock);

  const write = async (lines: readonly string[]): Promise<void> => {
    const handle = await open(file, 'a', 0o600);
    try {
      await handle.appendFile(lines.join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
  };

  await locked(() => index.catchUp()).catch((cause: unknown) => {
    throw notWritable(file, cause);
  });

  return {
    async append(incidents) {
      const before = index.count();
      await locked(async () => {
        await index.catchUp();
        const fresh = new Map(
          incidents
            .filter(({ dbotMirrorId }) => !index.has(dbotMirrorId))
            .map((incident) => [incident.dbotMirrorId, incident]),
        );
        const first = index.count() + 1;
        const lines = [...fresh.values()].map((incident, position) =>
          lineOf({ sequence: first + position, ...incident }),
        );
        if (lines.length > 0) await write(lines);
        await index.catchUp();
      }).catch((cause: unknown) => {
        throw notWritable(file, cause);
      });
      if (index.count() > before) for (const listener of listeners) listener();
    },
    async after(sequence, limit) {
      const lines = await index.lines(sequence, limit);
      return lines.flatMap((line) => incidentIn(line) ?? []);
    },
    last: () => index.count(),
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

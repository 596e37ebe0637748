import { type FileHandle, open } from 'node:fs/promises';
import { hasCode } from '../../../integration/state/system-error.js';
import { incidentIn } from './journal-line.js';

/** Bytes that are read at a time. */
const CHUNK = 65_536;

const LINE_BREAK = 0x0a;

/** What is in a file of incidents, and where, so that it is not read as a whole again and again. */
export interface LineIndex {
  /** How many lines there are, as of the last catching up. */
  count(): number;
  /** Whether there is a line for the incident. */
  has(dbotMirrorId: string): boolean;
  /**
   * Reads what was added since. A last line without an end was not written to its end by a process that is gone, and is cut
   * off. Nobody else may write meanwhile.
   */
  catchUp(): Promise<void>;
  /** The lines behind the first `skip`, as many as `limit`. */
  lines(skip: number, limit: number): Promise<readonly string[]>;
}

/** An index that knows nothing yet. */
export function createLineIndex(file: string): LineIndex {
  const known = new Set<string>();
  /** Where each line ends, in bytes. */
  let ends: number[] = [];
  const size = (): number => ends.at(-1) ?? 0;

  const add = (line: Buffer): void => {
    const incident = incidentIn(line.toString('utf8'));
    if (incident) known.add(incident.dbotMirrorId);
    ends.push(size() + line.length + 1);
  };

  const readOn = async (handle: FileHandle): Promise<void> => {
    let rest = Buffer.alloc(0);
    for (let position = size(); ;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = rest.indexOf(LINE_BREAK); end >= 0; end = rest.indexOf(LINE_BREAK)) {
        add(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
      }
    }
    if (rest.length > 0) await handle.truncate(size());
  };

  return {
    count: () => ends.length,
    has: (dbotMirrorId) => known.has(dbotMirrorId),
    async catchUp() {
      const handle = await openIfThere(file);
      try {
        const actual = handle ? (await handle.stat()).size : 0;
        if (actual < size()) {
          // Somebody removed it, or a part of it: what is left counts.
          known.clear();
          ends = [];
        }
        if (handle) await readOn(handle);
      } finally {
        await handle?.close();
      }
    },
    async lines(skip, limit) {
      const from = skip > 0 ? ends[skip - 1] : 0;
      const to = ends[Math.min(skip + limit, ends.length) - 1];
      if (from === undefined || to === undefined || to <= from) return [];
      const handle = await openIfThere(file);
      try {
        const read = await handle?.read(Buffer.alloc(to - from), 0, to - from, from);
        const text = read?.buffer.subarray(0, read.bytesRead).toString('utf8') ?? '';
        return text.split('\n').filter((line) => line !== '');
      } finally {
        await handle?.close();
      }
    },
  };
}

/** For reading, and for cutting off what was not written to its end. */
async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r+');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

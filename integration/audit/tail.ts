import { type FileHandle } from 'node:fs/promises';
import { SoarError } from '../errors.js';
import { FIRST_PREVIOUS, readLine } from './record.js';

const LINE_BREAK = 0x0a;

/** How much is read first, in bytes: room for dozens of records. */
const FIRST_WINDOW = 64 * 1024;

/** How much is read at most, in bytes. A record is a few hundred bytes, or some kilobytes where many users are named. */
const LARGEST_WINDOW = 64 * 1024 * 1024;

/** Where the next record goes on. */
export interface TrailEnd {
  /** Hash of the last whole record; 64 zeros where there is none. */
  readonly previous: string;
  /** Whether the last line lacks its line break: somebody was killed while writing it. */
  readonly isOpen: boolean;
}

/**
 * Finds the last whole record by reading the end of the file only: a trail may be hundreds of megabytes long.
 * @param trail Open for reading.
 * @throws SoarError when it is not a file of records.
 */
export async function readTrailEnd(trail: FileHandle): Promise<TrailEnd> {
  const status = await trail.stat();
  if (!status.isFile()) throw new SoarError('It is not a plain file.');
  const { size } = status;
  for (let window = FIRST_WINDOW; ; window *= 2) {
    const start = Math.max(0, size - window);
    const bytes = await readBytes(trail, start, size);
    const isOpen = bytes.length > 0 && bytes.at(-1) !== LINE_BREAK;
    const previous = lastHash(bytes, start === 0) ?? (start === 0 ? FIRST_PREVIOUS : undefined);
    if (previous !== undefined) return { previous, isOpen };
    if (window >= LARGEST_WINDOW) {
      throw new SoarError('Its last 64 MB hold no audit record.');
    }
  }
}

async function readBytes(trail: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await trail.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** @param isWhole Whether the bytes begin where a line begins. */
function lastHash(bytes: Buffer, isWhole: boolean): string | undefined {
  let end = bytes.length;
  while (end > 0) {
    const lineBreak = bytes.lastIndexOf(LINE_BREAK, end - 1);
    if (lineBreak === -1 && !isWhole) return undefined;
    const reading = readLine(bytes.subarray(lineBreak + 1, end));
    if (reading.kind === 'record') return reading.hash;
    end = lineBreak;
  }
  return undefined;
}

import { constants } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Clock } from '../clock.js';
import { withFileLock } from '../state/file-lock.js';
import { sealRecord } from './record.js';
import { readTrailEnd } from './tail.js';

/**
 * Appends records to an audit file while nobody else does, and returns when the disk has them.
 * @param contents Records in order, without the members that chain them.
 * @throws Error of the file system, or of the lock when others hold it too long.
 */
export async function appendRecords(file: string, contents: readonly string[], clock: Clock): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await withFileLock(
    `${file}.lock`,
    async () => {
      const trail = await open(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600);
      try {
        await append(trail, contents);
      } finally {
        await trail.close();
      }
    },
    clock,
  );
}

async function append(trail: FileHandle, contents: readonly string[]): Promise<void> {
  const { previous: last, isOpen } = await readTrailEnd(trail);
  let previous = last;
  // What somebody did not finish writing stays as it is, on a line of its own.
  let text = isOpen ? '\n' : '';
  for (const content of contents) {
    const { line, hash } = sealRecord(content, previous);
    text += `${line}\n`;
    previous = hash;
  }
  await trail.appendFile(text);
  await trail.sync();
}

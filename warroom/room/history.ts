import { appendFile, readFile } from 'node:fs/promises';
import { replacePrivateFile } from '../../integration/state/private-file.js';
import { hasCode } from '../../integration/state/system-error.js';
import { formatLine } from '../line/format.js';
import { parseLine } from '../line/parse.js';
import { type FindDeclaration, withoutSecrets } from '../line/secret-spans.js';

/** Lines that the file keeps. */
export const KEPT_LINES = 1000;

/**
 * Reads the lines that were typed before, the last one first. The file is cut where it has grown long.
 * @throws SettingsError when it cannot be written.
 */
export async function readHistory(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  const kept = lines.slice(-KEPT_LINES);
  // Written anew in any case, so that it is for its owner only, whoever made it.
  if (lines.length > 0) await replacePrivateFile(file, kept.map((line) => `${line}\n`).join(''));
  return kept.reverse();
}

/** Adds a line; two rooms at once both add theirs. */
export async function addToHistory(file: string, line: string): Promise<void> {
  await appendFile(file, `${line}\n`, { mode: 0o600 });
}

/** A command as it is kept: on one line, each secret a `?` that is asked for when it is run again. */
export function lineToKeep(text: string, find: FindDeclaration): string {
  const line = withoutSecrets(text.trim(), find);
  if (!line.includes('\n')) return line;
  try {
    return formatLine(parseLine(line));
  } catch {
    return line.replaceAll(/\s*\n\s*/g, ' ');
  }
}

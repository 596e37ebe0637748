import { existsSync } from 'node:fs';
import { ArgumentError } from '../../integration/errors.js';
import { type Entry } from '../../integration/results/entry.js';
import { noteEntry } from '../../integration/results/note-entry.js';
import { replacePrivateFile } from '../../integration/state/private-file.js';
import { textOf } from '../context/argument-text.js';
import { exportFormats, exportIncident } from './export.js';
import { type Incident } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';

/** Keeps an exported text under the name that was typed. @returns The entry that says where it is. */
export type KeepExport = (path: string, text: string) => Promise<Entry>;

/**
 * Exports an incident.
 * @param keep Where to.
 * @throws ArgumentError where the format is unknown. @throws What `keep` throws.
 */
export function exportToFile(
  { file, format }: Readonly<Record<string, unknown>>,
  incident: Incident,
  secrets: KnownSecrets,
  keep: KeepExport,
): Promise<Entry> {
  const chosen = exportFormats.find((one) => one === (textOf(format) || 'markdown'));
  if (!chosen) {
    throw new ArgumentError(
      `format=${textOf(format)} is not allowed.`,
      `Allowed: ${exportFormats.join(', ')}.`,
    );
  }
  return keep(textOf(file), exportIncident(incident, chosen, secrets));
}

/**
 * Writes an export to a file for its owner only. An existing file is left alone: it may be evidence.
 * @throws ArgumentError where the file is there. @throws SettingsError when it cannot be written.
 */
export const writeExport: KeepExport = async (path, text) => {
  if (existsSync(path))
    throw new ArgumentError(`${path} is there already.`, 'Name a new file; nothing was written.');
  await replacePrivateFile(path, text);
  return noteEntry(`Wrote the incident to ${path}.`);
};

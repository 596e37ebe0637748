import { existsSync } from 'node:fs';
import { ArgumentError } from '../../integration/errors.js';
import { replacePrivateFile } from '../../integration/state/private-file.js';
import { textOf } from '../context/argument-text.js';
import { exportFormats, exportIncident } from './export.js';
import { type Incident } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';

/**
 * Writes an incident to a file for its owner only. An existing file is left alone: it may be evidence.
 * @returns What was done, in words.
 * @throws ArgumentError where the format is unknown or the file is there. @throws SettingsError when it cannot be written.
 */
export async function exportToFile(
  { file, format }: Readonly<Record<string, unknown>>,
  incident: Incident,
  secrets: KnownSecrets,
): Promise<string> {
  const path = textOf(file);
  const chosen = exportFormats.find((one) => one === (textOf(format) || 'markdown'));
  if (!chosen) {
    throw new ArgumentError(
      `format=${textOf(format)} is not allowed.`,
      `Allowed: ${exportFormats.join(', ')}.`,
    );
  }
  if (existsSync(path))
    throw new ArgumentError(`${path} is there already.`, 'Name a new file; nothing was written.');
  await replacePrivateFile(path, exportIncident(incident, chosen, secrets));
  return `Wrote ${incident.entries.length} entries to ${path}.`;
}

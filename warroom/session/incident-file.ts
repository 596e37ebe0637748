import { readFile } from 'node:fs/promises';
import { SettingsError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, parseJson, textAt } from '../../integration/json.js';
import { type Entry } from '../../integration/results/entry.js';
import { replacePrivateFile } from '../../integration/state/private-file.js';
import { hasCode } from '../../integration/state/system-error.js';
import { type Incident, type RecordedEntry } from './incident.js';
import { type KnownSecrets } from './known-secrets.js';

const VERSION = 1;

/**
 * Keeps an incident in a file that only its owner can read. The secrets of the session are not in it.
 * @throws SettingsError when it cannot be written.
 */
export async function saveIncident(file: string, incident: Incident, secrets: KnownSecrets): Promise<void> {
  const content = { version: VERSION, ...secrets.masked(incident) };
  await replacePrivateFile(file, `${JSON.stringify(content, null, 1)}\n`);
}

/**
 * Opens an incident that was kept.
 * @returns Undefined where there is no such file.
 * @throws SettingsError when it cannot be read, or holds something else.
 */
export async function openIncident(file: string): Promise<Incident | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined;
    throw new SettingsError(`The incident ${file} cannot be read.`, 'Name another file.', { cause });
  }
  const incident = asIncident(parseJson(text));
  if (incident) return incident;
  throw new SettingsError(
    `${file} holds no incident of version ${VERSION}.`,
    'Name another file; it was not changed.',
  );
}

function asIncident(content: unknown): Incident | undefined {
  if (!isJsonObject(content) || content['version'] !== VERSION) return undefined;
  const { context, entries } = content;
  const [id, created] = [textAt(content, 'id'), textAt(content, 'created')];
  if (id === undefined || created === undefined || !isJsonObject(context) || !Array.isArray(entries))
    return undefined;
  const recorded = entries.map(asRecorded).filter((entry) => entry !== undefined);
  if (recorded.length < entries.length) return undefined;
  return { id, created, context: { ...context }, entries: recorded };
}

function asRecorded(value: unknown): RecordedEntry | undefined {
  if (!isJsonObject(value) || !isJsonObject(value['entry'])) return undefined;
  const [id, time, user, line] = ['id', 'time', 'user', 'line'].map((name) => textAt(value, name));
  const entry = asEntry(value['entry']);
  if (id === undefined || time === undefined || user === undefined || line === undefined || !entry)
    return undefined;
  return { id, time, user, line, target: asTarget(value['target']), entry };
}

/** What is shown of an entry must be of its type; the rest is kept as it was. */
function asEntry(value: JsonObject): Entry | undefined {
  const { Type: type, HumanReadable: readable = null, EntryContext: context = null } = value;
  const format = textAt(value, 'ContentsFormat');
  if (typeof type !== 'number' || format === undefined) return undefined;
  if (readable !== null && typeof readable !== 'string') return undefined;
  if (context !== null && !isJsonObject(context)) return undefined;
  const file = textAt(value, 'File');
  return {
    ...value,
    Type: type,
    ContentsFormat: format,
    Contents: value['Contents'],
    HumanReadable: readable,
    EntryContext: context,
    ...(file !== undefined && { File: file }),
  };
}

function asTarget(value: unknown): RecordedEntry['target'] {
  if (!isJsonObject(value)) return null;
  const nullable = (name: string): string | null => textAt(value, name) ?? null;
  return {
    kind: value['kind'] === 'sandbox' ? 'sandbox' : 'tenant',
    instance: nullable('instance'),
    cloud: nullable('cloud'),
    tenant: nullable('tenant'),
  };
}

import { readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '../../integration/errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../../integration/json.js';
import { hasCode } from '../../integration/state/system-error.js';
import { isInstanceName } from './instance-name.js';

/** The instances of this machine by name, with their parameters as they are stored: secrets sealed, references unresolved. */
export type ConfiguredInstances = ReadonlyMap<string, JsonObject>;

/** Where the instances are kept. */
export function instanceFile(home: string): string {
  return join(home, 'instances.json');
}

/**
 * Reads the instances.
 * @returns Undefined where there is no file at all; that, and only that, makes the sandbox the default.
 * @throws SettingsError when the file is there and cannot be read: guessing could act on the wrong tenant.
 */
export async function readInstances(home: string): Promise<ConfiguredInstances | undefined> {
  const file = instanceFile(home);
  const broken = (why: string, cause?: unknown) =>
    new SettingsError(`The instance file ${file} ${why}.`, 'Repair it, or move it away; nothing was run.', {
      cause,
    });
  let text: string;
  try {
    // At once: for a small file at the start of every command, waiting for a thread costs more than reading.
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR') && !(await exists(file))) return undefined;
    throw broken('cannot be read', cause);
  }
  const content = parseJson(text);
  if (!isJsonObject(content)) throw broken('is not JSON');
  if (content['version'] !== 1 || !isJsonObject(content['instances']))
    throw broken('has no instances of version 1');
  const instances = Object.entries(content['instances']).map(([name, params]) => {
    if (!isInstanceName(name)) throw broken(`holds the name ${JSON.stringify(name)}, which none may have`);
    if (!isJsonObject(params)) throw broken(`holds no parameters for ${name}`);
    return [name, params] as const;
  });
  return new Map(instances);
}

/** A link that leads nowhere is there: somebody meant an instance file. */
function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

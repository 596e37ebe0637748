import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../../integration/errors.js';
import { isJsonObject, parseJson, textAt } from '../../integration/json.js';
import { hasCode } from '../../integration/state/system-error.js';
import { type Scope, scopeOf } from './scope.js';

/** What is kept of an API key. */
export interface KeptKey {
  /** SHA-256 of the key, in hex. */
  readonly sha256: string;
  readonly scope: Scope;
  /** ISO 8601 UTC. */
  readonly createdOn: string;
}

/** The API keys of this machine by name. */
export type KeptKeys = ReadonlyMap<string, KeptKey>;

const SHA256 = /^[0-9a-f]{64}$/;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** Whether a key may have this name, which stands in the audit trail. */
export function isKeyName(name: string): boolean {
  return NAME.test(name);
}

/** Where the keys are kept. @param home The folder of our own files. */
export function keyFile(home: string): string {
  return join(home, 'api-keys.json');
}

/**
 * Reads the keys; none where there is no file.
 * @throws SettingsError when the file is there and cannot be read: no key then opens anything.
 */
export function readKeys(home: string): KeptKeys {
  const file = keyFile(home);
  const broken = (why: string, cause?: unknown) =>
    new SettingsError(
      `The file of API keys ${file} ${why}.`,
      'Repair it, or remove it and add the keys anew.',
      {
        cause,
      },
    );
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR')) return new Map();
    throw broken('cannot be read', cause);
  }
  const content = parseJson(text);
  if (!isJsonObject(content) || content['version'] !== 1 || !isJsonObject(content['keys'])) {
    throw broken('holds no keys of version 1');
  }
  const keys = Object.entries(content['keys']).map(([name, value]) => {
    const kept = keptKey(value);
    if (!kept || !isKeyName(name)) throw broken(`holds a damaged key ${JSON.stringify(name)}`);
    return [name, kept] as const;
  });
  return new Map(keys);
}

function keptKey(value: unknown): KeptKey | undefined {
  if (!isJsonObject(value)) return undefined;
  const sha256 = textAt(value, 'sha256');
  const scope = scopeOf(value['scope']);
  const createdOn = textAt(value, 'createdOn');
  if (sha256 === undefined || !SHA256.test(sha256) || !scope || createdOn === undefined) return undefined;
  return { sha256, scope, createdOn };
}

/**
 * Makes a reader that looks at the file only when it was replaced, so that a revoked key ends at once and a request
 * costs no reading.
 * @returns A function that throws as {@link readKeys} does.
 */
export function keyReader(home: string): () => KeptKeys {
  let last: { readonly stamp: string; readonly keys: KeptKeys } | undefined;
  return () => {
    const stamp = stampOf(keyFile(home));
    if (last?.stamp === stamp) return last.keys;
    const keys = readKeys(home);
    last = { stamp, keys };
    return keys;
  };
}

function stampOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : 'none';
}

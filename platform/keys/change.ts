import { createHash, randomBytes } from 'node:crypto';
import { SettingsError } from '../../integration/errors.js';
import { Secret } from '../../integration/secret.js';
import { withFileLock } from '../../integration/state/file-lock.js';
import { makeFolderOf, replacePrivateFile } from '../../integration/state/private-file.js';
import { nearestName } from '../../integration/suggest.js';
import { isKeyName, keyFile, type KeptKeys, readKeys } from './key-file.js';
import { type Scope } from './scope.js';

/** By which a scanner for leaked secrets can tell our keys. */
const PREFIX = 'msgs_';

/**
 * What is kept of a key. A key is 32 random bytes, which nobody can guess whatever the speed: a slow hash, made for
 * passwords that people choose, would only make each request slow.
 */
export function keyDigest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * Adds an API key.
 * @param home The folder of our own files. @param now Milliseconds since 1970.
 * @returns The key, which is kept nowhere.
 * @throws SettingsError when the name cannot be one, or is taken.
 */
export async function addKey(home: string, name: string, scope: Scope, now: number): Promise<Secret> {
  if (!isKeyName(name)) {
    throw new SettingsError(
      `${JSON.stringify(name)} cannot be the name of a key.`,
      'A name has up to 64 letters from a to z, digits, ".", "_" and "-".',
    );
  }
  const key = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  await changeKeys(home, (keys) => {
    if (keys.has(name)) {
      throw new SettingsError(
        `There is a key "${name}" already.`,
        'Revoke it first, or choose another name.',
      );
    }
    const kept = { sha256: keyDigest(key).toString('hex'), scope, createdOn: new Date(now).toISOString() };
    return new Map([...keys, [name, kept]]);
  });
  return new Secret(key);
}

/**
 * Revokes an API key: from then on it opens nothing.
 * @throws SettingsError when no key has this name.
 */
export async function revokeKey(home: string, name: string): Promise<void> {
  await changeKeys(home, (keys) => {
    if (!keys.has(name)) {
      const near = nearestName(name, [...keys.keys()]);
      throw new SettingsError(
        `There is no key "${name}".`,
        near ? `Did you mean "${near}"?` : 'msgraph-soar keys list shows them all.',
      );
    }
    return new Map([...keys].filter(([other]) => other !== name));
  });
}

async function changeKeys(home: string, change: (keys: KeptKeys) => KeptKeys): Promise<void> {
  const file = keyFile(home);
  await makeFolderOf(file);
  await withFileLock(`${file}.lock`, async () => {
    const content = { version: 1, keys: Object.fromEntries(change(readKeys(home))) };
    await replacePrivateFile(file, `${JSON.stringify(content, null, 2)}\n`);
  });
}

import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../errors.js';
import { withFileLock } from './file-lock.js';
import { makeFolderOf, replacePrivateFile } from './private-file.js';
import { hasCode } from './system-error.js';

const KEY_BYTES = 32;

/**
 * The key that seals what we keep on disk: `MSGRAPH_SOAR_KEY`, else what is in the file that `MSGRAPH_SOAR_KEY_FILE`
 * names, else the file `key` in our folder, made at the first use. A key is 32 bytes in Base64 or hex.
 * @param home The folder of our own files.
 * @throws SettingsError that names the variable or file at fault, and nothing of what is in it.
 */
export async function sealingKey(home: string, environment: NodeJS.ProcessEnv): Promise<KeyObject> {
  const given = environment['MSGRAPH_SOAR_KEY'];
  if (given) return parseKey(given, 'MSGRAPH_SOAR_KEY');
  const named = environment['MSGRAPH_SOAR_KEY_FILE'];
  if (named) {
    const key = readKey(named, `${named} (MSGRAPH_SOAR_KEY_FILE)`);
    if (key) return key;
    throw new SettingsError(
      `The key file ${named} does not exist.`,
      'Correct MSGRAPH_SOAR_KEY_FILE, or put the key there.',
    );
  }
  const file = join(home, 'key');
  return readKey(file, file) ?? makeKey(file);
}

/** Of several processes at a first start, one makes the key and the others take it. */
async function makeKey(file: string): Promise<KeyObject> {
  await makeFolderOf(file);
  return withFileLock(`${file}.lock`, async () => {
    const made = readKey(file, file);
    if (made) return made;
    const key = randomBytes(KEY_BYTES);
    await replacePrivateFile(file, `${key.toString('base64')}\n`);
    return createSecretKey(key);
  });
}

/** @returns Undefined where there is no such file. */
function readKey(file: string, name: string): KeyObject | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new SettingsError(`The key file ${name} cannot be read.`, 'Make it readable for this user.', {
      cause,
    });
  }
  return parseKey(text, name);
}

function parseKey(text: string, name: string): KeyObject {
  const trimmed = text.trim();
  const isHex = /^[0-9a-f]{64}$/i.test(trimmed);
  // 43 digits and one "=" are 32 bytes; Node reads both alphabets of Base64.
  const isBase64 = /^[\w+/-]{43}=?$/.test(trimmed);
  if (!isHex && !isBase64) {
    throw new SettingsError(
      `${name} is not a key: it must hold ${KEY_BYTES} bytes in Base64 or hex.`,
      'Make one with: openssl rand -base64 32. What was sealed with the former key opens with that one only.',
    );
  }
  return createSecretKey(trimmed, isHex ? 'hex' : 'base64');
}

import { lstat, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { AuthError } from '../errors.js';
import { Secret } from '../secret.js';

/** No key is longer, in bytes. */
const LONGEST_KEY = 4096;

/** Where the agent of Azure Arc puts its keys; only it and its group may look there. */
export function arcKeyFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  return platform === 'win32'
    ? join(environment['ProgramData'] ?? 'C:\\ProgramData', 'AzureConnectedMachineAgent', 'Tokens')
    : '/var/opt/azcmagent/tokens';
}

/**
 * Reads the key with which one shows to the agent of Azure Arc that one may read its files. Whoever answers in the
 * agent's place must not be able to have another file sent: it has to be a small key file of the agent's own, in the
 * agent's folder (Azure Arc: authenticate against resources).
 * @param challenge `WWW-Authenticate` of the agent's answer. @param folder As `arcKeyFolder` gives it.
 * @throws AuthError where it is no such file, or cannot be read.
 */
export async function readArcKey(challenge: string | undefined, folder: string): Promise<Secret> {
  const file = /^Basic\s+realm=\s*"?([^"]+?)"?\s*$/i.exec(challenge ?? '')?.[1];
  if (file === undefined) throw refused('its answer names no key file');
  const { dir, ext } = parse(file);
  if (dir !== folder || ext !== '.key') throw refused(`the file ${file} is no key in ${folder}`);
  try {
    const [{ uid: agent }, key] = await Promise.all([lstat(folder), lstat(file)]);
    if (!key.isFile()) throw refused(`${file} is no plain file`);
    if (key.uid !== agent) throw refused(`${file} does not belong to the owner of its folder`);
    if (key.size > LONGEST_KEY) throw refused(`${file} is too long for a key`);
    return new Secret(await readFile(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof AuthError) throw cause;
    throw new AuthError(
      `The key of the Azure Arc agent cannot be read: ${file}`,
      'Add the user that runs the commands to the group of the agent (himds), or run them as an administrator on Windows.',
      {},
      { cause },
    );
  }
}

function refused(why: string): AuthError {
  return new AuthError(
    `The agent of Azure Arc asked for a key that is not given to it: ${why}.`,
    'Check that IDENTITY_ENDPOINT is the address of the agent on this machine.',
  );
}

import { chown, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/index.js';
import { createRun } from '../../test_data/run.js';
import { isJsonObject, parseJson } from '../json.js';
import { arcKeyFolder, readArcKey } from './arc-key.js';
import { identityService } from './identity-service.js';
import { askArc } from './managed-identity.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-arc-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, text = 'key-1'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const read = async (file: string) => (await readArcKey(`Basic realm=${file}`, folder)).reveal();

describe('a key of the Azure Arc agent', () => {
  test('is read from its folder, and is a secret', async () => {
    const file = await write('one.key');
    expect(await read(file)).toBe('key-1');
    expect(String(await readArcKey(`basic realm="${file}"`, folder))).toBe('***');
  });

  test('stands in the documented folder of the system', () => {
    expect(arcKeyFolder('linux', {})).toBe('/var/opt/azcmagent/tokens');
    expect(arcKeyFolder('win32', { ProgramData: 'D:' })).toMatch(/^D:.AzureConnectedMachineAgent.Tokens$/);
  });

  test.each([
    ['is longer than 4096 bytes', () => write('long.key', 'k'.repeat(4097)), /too long/],
    ['has another ending', () => write('notes.txt'), /is no key in/],
    ['lies elsewhere', () => Promise.resolve('/etc/passwd.key'), /is no key in/],
    ['leads elsewhere', () => Promise.resolve(join(folder, 'x/../../etc/one.key')), /is no key in/],
    ['lies deeper', () => Promise.resolve(`${folder}/deeper/one.key`), /is no key in/],
    ['is not there', () => Promise.resolve(join(folder, 'gone.key')), /cannot be read/],
  ])('is not given where the file %s', async (_, fileOf, why) => {
    await expect(read(await fileOf())).rejects.toMatchObject({
      name: 'AuthError',
      message: expect.stringMatching(why),
    });
  });

  test('is not given where the file is a link to another one', async () => {
    const target = await write('secret.txt', 'somebody-else');
    await symlink(target, join(folder, 'link.key'));
    await expect(read(join(folder, 'link.key'))).rejects.toThrow('is no plain file');
  });

  // Only the administrator can give a file away.
  (process.getuid?.() === 0 ? test : test.skip)(
    'is not given where it belongs to somebody else',
    async () => {
      const file = await write('planted.key');
      await chown(file, 65_534, 65_534);
      await expect(read(file)).rejects.toThrow('does not belong to the owner of its folder');
    },
  );

  test.each([undefined, '', 'Bearer realm=x', 'Basic'])(
    'is not looked for by the challenge %j',
    async (said) => {
      await expect(readArcKey(said, folder)).rejects.toThrow('names no key file');
    },
  );
});

test('the agent of the embedded tenant gives a token to who reads its key', async () => {
  const sandbox = await startSandbox({ arcKeyFolder: folder });
  try {
    const endpoint = `${sandbox.url}/metadata/identity/oauth2/token`;
    const environment = { IDENTITY_ENDPOINT: endpoint, IMDS_ENDPOINT: sandbox.url };
    const { kind, request } = identityService({ resource: 'https://graph.microsoft.us' }, environment);
    expect(kind).toBe('arc');
    const { status, body } = await askArc(request, folder, createRun());
    const answer = parseJson(body);
    expect(status).toBe(200);
    expect(isJsonObject(answer) && answer['resource']).toBe('https://graph.microsoft.us');
    expect(sandbox.log.map((each) => each.status)).toEqual([401, 200]);
  } finally {
    await sandbox.close();
  }
});

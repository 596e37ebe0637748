import { createSecretKey } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Added, addInstance } from './add.js';

/** For tests: the key of every sample. */
export const sampleKey = createSecretKey(Buffer.alloc(32, 5));

/** For tests: an application of one's own, without its secret. */
export const ownAppWords = [
  'auth_type=client_credentials',
  'tenant_id=contoso.example',
  'client_id=2b9d7c11-8e0f-4a35-b6c4-9f8e7d6c5b4a',
];

/** For tests: a new folder of our own files. */
export function makeHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'msgraph-soar-home-'));
}

/** For tests: adds an instance with the sample key, where nobody can be asked unless `ask` is given. */
export function addSample(
  home: string,
  name: string,
  words: readonly string[],
  choices: {
    readonly replace?: boolean;
    readonly environment?: NodeJS.ProcessEnv;
    readonly ask?: (prompt: string) => Promise<string>;
  } = {},
): Promise<Added> {
  const {
    replace = false,
    environment = {},
    ask = () => Promise.reject(new Error('There is nobody to ask.')),
  } = choices;
  return addInstance({ name, words, replace, home, key: sampleKey, environment, ask });
}

/** For tests: everything that stands in the files of a folder. */
export async function textOfAll(folder: string): Promise<string> {
  const files = await readdir(folder, { withFileTypes: true, recursive: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

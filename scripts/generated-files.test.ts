import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ManifestError } from '../integration/errors.js';
import { generatedFiles } from './generated-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the derived files', () => {
  let wanted: ReadonlyMap<string, string>;
  beforeAll(async () => {
    wanted = await generatedFiles(root);
  });

  test('lie on disk as they would be written now', () => {
    for (const [file, content] of wanted)
      expect({ file, content: readFileSync(join(root, file), 'utf8') }).toEqual({ file, content });
  });

  test('are all there is in generated/', () => {
    const found = readdirSync(join(root, 'generated'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
    expect(found.sort()).toEqual([...wanted.keys()].sort());
  });
});

describe('sources that disagree', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'msgraph-soar-generate-'));
    for (const part of ['integration.yml', 'package.json', 'schemas'])
      await cp(join(root, part), join(copy, part), { recursive: true });
  });
  afterAll(() => rm(copy, { recursive: true }));

  async function change(file: string, edit: (text: string) => string): Promise<() => Promise<void>> {
    const text = readFileSync(join(root, file), 'utf8');
    const edited = edit(text);
    expect(edited).not.toBe(text);
    await writeFile(join(copy, file), edited);
    return () => writeFile(join(copy, file), text);
  }

  test('an argument that only the manifest knows is refused by name', async () => {
    const undo = await change('integration.yml', (text) =>
      text.replace(/(- name: msgraph-user-get\n.*?- name: )expand\n/s, '$1extend\n'),
    );
    await expect(generatedFiles(copy)).rejects.toEqual(
      new ManifestError(
        'schemas/commands/msgraph-user-get.json describes expand, which integration.yml does not declare.',
      ),
    );
    await undo();
  });

  test('an argument that only the schema knows is refused by name', async () => {
    const undo = await change('schemas/commands/msgraph-user-get.json', (text) =>
      text.replace('"expand"', '"extend"'),
    );
    await expect(generatedFiles(copy)).rejects.toThrow(/extend, which integration\.yml does not declare/);
    await undo();
  });

  test('a command without a handler is refused by name', async () => {
    const undo = await change('integration.yml', (text) =>
      text.replace('- name: msgraph-user-get\n', '- name: msgraph-user-fetch\n'),
    );
    const schema = readFileSync(join(root, 'schemas/commands/msgraph-user-get.json'), 'utf8');
    await writeFile(join(copy, 'schemas/commands/msgraph-user-fetch.json'), schema);
    await expect(generatedFiles(copy)).rejects.toThrow(
      /commands\/index\.ts does not list msgraph-user-fetch/,
    );
    await undo();
  });

  test('a new default makes exactly the files stale that hold it', async () => {
    const undo = await change('integration.yml', (text) =>
      text.replace("defaultValue: '100'", "defaultValue: '50'"),
    );
    const changed = await generatedFiles(copy);
    const stale = [...changed].filter(([file, text]) => readFileSync(join(root, file), 'utf8') !== text);
    expect(stale.map(([file]) => file).sort()).toEqual(['generated/manifest.ts']);
    await undo();
  });
});

/**
 * Writes what is derived from integration.yml, the schemas and the command objects: `npm run generate`.
 * With `--check` it writes nothing and fails when a file on disk is not what it would write.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The manifest's own folder of derived files: whatever else lies there is stale. */
async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(join(root, 'generated'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

async function contentOf(file: string): Promise<string | undefined> {
  return readFile(join(root, file), 'utf8').catch(() => undefined);
}

const wanted = await generatedFiles(root);
const surplus = (await filesOnDisk()).filter((file) => !wanted.has(file));
const stale: string[] = [];
for (const [file, content] of wanted) {
  if ((await contentOf(file)) !== content) stale.push(file);
}

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file} is stale: run npm run generate`);
  for (const file of surplus) console.error(`${file} is not generated: remove it`);
  if (stale.length + surplus.length > 0) process.exit(1);
} else {
  for (const file of surplus) await rm(join(root, file));
  for (const file of stale) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), wanted.get(file) ?? '');
    console.log(`wrote ${file}`);
  }
}

// In a process of its own, because commands run for it, on the files that were written just now.
const reference = fileURLToPath(new URL('generate-reference.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [...process.execArgv, reference, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

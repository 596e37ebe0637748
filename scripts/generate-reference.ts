/**
 * Writes docs/commands.md, from the files that `npm run generate` wrote just before and from runs of the first example of
 * each command on the sandbox. With `--check` it writes nothing and fails when the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { shownCommands } from './reference/shown-commands.js';
import { commandReference } from './reference/command-reference.js';

const FILE = 'docs/commands.md';

const path = new URL(`../${FILE}`, import.meta.url);
const wanted = commandReference(await shownCommands());
const found = await readFile(path, 'utf8').catch(() => undefined);

if (found !== wanted) {
  if (process.argv.includes('--check')) {
    console.error(`${FILE} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(path, wanted);
    console.log(`wrote ${FILE}`);
  }
}

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What every command has loaded before it loads anything lazily. */
const core = ['integration/dispatcher/dispatcher.ts', 'cli/instance.ts'];

/** What is loaded only after that: handlers, validators, and what some commands need. */
const lazyParts =
  /\/(commands\/[\w-]+\/[\w-]+|generated\/validators\/[\w-]+|integration\/(auth\/client-credentials|audit\/file-trail|debug-log)|platform\/serve\/server|cli\/(keys|serve))\.ts$/;

/**
 * Keeps what all commands share in one file. esbuild makes a file for each set of lazy parts that share something, which
 * came to 28 files for one command, and opening them took a tenth of its time. Where every lazy part imports the core,
 * which is there by then, all of the core is shared by the same set.
 * @param {string} root Folder of the sources, absolute.
 * @returns {import('esbuild').Plugin}
 */
export function coreInOneFile(root) {
  const imports = core.map((file) => `import ${JSON.stringify(`${root}/${file}`)};\n`).join('');
  return {
    name: 'core-in-one-file',
    setup(build) {
      build.onLoad({ filter: lazyParts }, async ({ path }) => ({
        // At the end, so that line numbers stay as they are.
        contents: `${await readFile(path, 'utf8')}\n${imports}`,
        loader: 'ts',
        resolveDir: dirname(path),
      }));
    },
  };
}

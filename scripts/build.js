/**
 * Bundles the executable into dist/. Parts that a one-shot command does not need (the sandbox, MSAL, a handler
 * that was not asked for) become chunks of their own, loaded only when used.
 */
import { chmod, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPage } from './build-page.js';
import { bundleOptions } from './bundle-options.js';
import { coreInOneFile } from './lazy-parts.js';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

// Built beside and swapped in, so that a build that fails leaves the last good one.
await rm(`${root}/dist.new`, { recursive: true, force: true });
await build({
  ...bundleOptions,
  absWorkingDir: root,
  plugins: [coreInOneFile(root)],
  // got loads an HTTP/2 client that nothing here uses, and that takes a twentieth of a command's time.
  alias: { 'http2-wrapper': `${root}/scripts/no-http2.js` },
  entryPoints: { 'msgraph-soar': 'cli/msgraph-soar.ts' },
  outdir: 'dist.new',
});
await buildPage(`${root}/dist.new/web`);
await chmod(`${root}/dist.new/msgraph-soar.js`, 0o755);
await rm(`${root}/dist`, { recursive: true, force: true });
await rename(`${root}/dist.new`, `${root}/dist`);

/**
 * Bundles the War Room page: one script, one style sheet, one icon, each with a hash of its content in its name. As a
 * program: `node scripts/build-page.js FOLDER`.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.js';

const folder = fileURLToPath(new URL('../warroom/web/browser', import.meta.url));

/** @param {string} outdir Where the files go. */
export async function buildPage(outdir) {
  await build({
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    tsconfigRaw: bundleOptions.tsconfigRaw,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: folder,
    entryPoints: { page: 'main.ts', style: 'page.css', icon: 'icon.svg' },
    entryNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    outdir,
  });
}

const [, program, outdir] = process.argv;
if (program === fileURLToPath(import.meta.url) && outdir !== undefined) await buildPage(outdir);

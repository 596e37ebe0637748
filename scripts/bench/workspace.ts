import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from '../bundle-options.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a run of the benchmark lives. */
export interface Workspace {
  /** Our own executable, as `npm run build` left it. */
  readonly executable: string;
  /** A folder for whatever else a run needs. */
  readonly folder: string;
  /** Path of one of the benchmark's own scripts, bundled. */
  script(name: 'bare-once' | 'bare-loop' | 'tenant'): string;
  /** Removes all of it. */
  remove(): Promise<void>;
}

/**
 * Copies the built executable and bundles what it is compared with, in the same way.
 * @throws Error when there is no build.
 */
export async function makeWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'msgraph-soar-bench-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: ['bare-once', 'bare-loop', 'tenant'].map((name) => `scripts/bench/${name}.ts`),
    outdir: join(folder, 'scripts'),
    splitting: false,
  });
  return {
    executable: join(folder, 'dist', 'msgraph-soar.js'),
    folder,
    script: (name) => join(folder, 'scripts', `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

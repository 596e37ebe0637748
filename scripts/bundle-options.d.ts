import { type BuildOptions } from 'esbuild';

/** How everything that runs as one bundle is bundled: the executable, and what the benchmark holds it against. */
export declare const bundleOptions: BuildOptions;

/**
 * How everything that runs as one bundle is bundled: the executable, and what the benchmark holds it against.
 * @type {import('esbuild').BuildOptions}
 */
export const bundleOptions = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  // tsconfig.json's verbatimModuleSyntax keeps `import { type Sandbox } from …` as an import of the whole module for its
  // side effects: the sandbox would be loaded by every command.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
  // Bundled CommonJS packages call require() for Node's own modules; an ES module has no require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
};

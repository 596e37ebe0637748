/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: [
    '<rootDir>/integration',
    '<rootDir>/commands',
    '<rootDir>/warroom',
    '<rootDir>/platform',
    '<rootDir>/sandbox',
    '<rootDir>/cli',
    '<rootDir>/scripts',
  ],
  testMatch: ['**/*.test.ts'],
  reporters: ['default', '<rootDir>/scripts/skipped-browser-tests.js'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Jest's default leaves one core idle, which on two cores halves the suite.
  maxWorkers: '100%',
  // A busy two-core machine takes its time; nothing here asserts on it.
  testTimeout: 30_000,
};

import { type CommandDeclaration } from './types.js';

/**
 * Commands that a platform sends without any manifest declaring them. `test-module` is what the Test button of the
 * instance form runs.
 */
export const platformCommands: readonly CommandDeclaration[] = [
  {
    name: 'test-module',
    description: 'Checks that this instance can sign in and read from Microsoft Graph.',
  },
];

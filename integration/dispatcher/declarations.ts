import { manifest } from '../../generated/manifest.js';
import { platformCommands } from '../manifest/platform-commands.js';
import { type CommandDeclaration } from '../manifest/types.js';

/** Everything that can be executed: what the manifest declares, and what a platform sends without any declaration. */
export const declarations: readonly CommandDeclaration[] = [
  ...(manifest.script.commands ?? []),
  ...platformCommands,
];

/**
 * The declaration of a command, found by its exact name.
 * @returns Undefined where there is no such command.
 */
export function findDeclaration(name: string): CommandDeclaration | undefined {
  return declarations.find((declaration) => declaration.name === name);
}

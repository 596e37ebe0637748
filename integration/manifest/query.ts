import { type CommandDeclaration, type Manifest, type ParameterDeclaration } from './types.js';

/**
 * The declaration of a command, found by its exact name.
 *
 * @returns Undefined where the manifest declares no such command.
 */
export function findCommand(manifest: Manifest, name: string): CommandDeclaration | undefined {
  return manifest.script.commands?.find((command) => command.name === name);
}

/**
 * The declaration of an instance parameter, found by its exact name.
 *
 * @returns Undefined where the manifest declares no such parameter.
 */
export function findParameter(manifest: Manifest, name: string): ParameterDeclaration | undefined {
  return manifest.configuration.find((parameter) => parameter.name === name);
}
